using System.Text.RegularExpressions;
using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Staff;
using Dukcapil.Bot.Load.Hosts;
using Dukcapil.Bot.Load.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Bot.Load.Importing;

/// <summary>An officer at a browser: signs in, uploads a list, looks at the page meanwhile, cancels.</summary>
internal sealed partial class ImportOffice : IDisposable
{
    private const string Page = "/perekaman/impor";
    private const string Officer = "impor", Password = "a password of the load driver";

    private readonly OfficerBrowser _browser;

    private ImportOffice(OfficerBrowser browser) => _browser = browser;

    /// <summary>Makes the account.</summary>
    public static async Task PrepareAsync(string connectionString)
    {
        await using var provider = DriverServices.Build(connectionString, TimeProvider.System);
        await using var scope = provider.CreateAsyncScope();
        var problems = await scope.ServiceProvider.GetRequiredService<StaffAccounts>()
            .CreateAsync(new NewStaffMember(Officer, "Impor", StaffRole.Kasi), Password);
        if (problems.Count > 0) throw new InvalidOperationException(problems[0].Description);
    }

    public static async Task<ImportOffice> SignInAsync(Uri address) => new(await OfficerBrowser.SignInAsync(address, Officer, Password));

    /// <summary>Uploads a list as a browser does, and returns the key of the import; null when the host is gone.</summary>
    public async Task<long?> UploadAsync(ListFile list)
    {
        await using var file = File.OpenRead(list.Path);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await _browser.TokenAsync(Page)), "\"__RequestVerificationToken\"" },
            { new StreamContent(file, 1 << 16), "\"berkas\"", "\"daftar.csv\"" },
        };
        try
        {
            using var answer = await _browser.Http.PostAsync($"{Page}/unggah", form);
            return long.TryParse(
                answer.Headers.Location?.ToString().Split('/')[^1],
                System.Globalization.CultureInfo.InvariantCulture,
                out var id) ? id : throw new InvalidOperationException($"Upload: {answer.StatusCode}, {answer.Headers.Location}.");
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>What the page tells of the running import in bytes; null when it tells of none.</summary>
    public async Task<long?> ProgressAsync() =>
        ProgressBar().Match(await _browser.Http.GetStringAsync(Page)) is { Success: true } bar
            ? long.Parse(bar.Groups["bytes"].Value, System.Globalization.CultureInfo.InvariantCulture)
            : null;

    public async Task CancelAsync(long id) =>
        await _browser.PostAsync(
            $"{Page}?handler=Cancel",
            await _browser.TokenAsync(Page),
            ("id", id.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>How many rows the file of rejected rows has, without its heading.</summary>
    public async Task<int> RejectedAsync(long id) =>
        (await _browser.Http.GetStringAsync($"{Page}/{id}/ditolak.csv")).Count(c => c == '\n') - 1;

    public void Dispose() => _browser.Dispose();

    [GeneratedRegex("<progress [^>]*value=\"(?<bytes>[0-9]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ProgressBar();
}
