using System.Net;
using System.Text.RegularExpressions;
using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Staff;
using Dukcapil.Bot.Load.Hosts;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Bot.Load.Importing;

/// <summary>An officer at a browser: signs in, uploads a list, looks at the page meanwhile, cancels.</summary>
internal sealed partial class ImportOffice : IDisposable
{
    private const string Page = "/perekaman/impor";
    private const string Officer = "impor", Password = "a password of the load driver";

    private readonly HttpClient _http;

    private ImportOffice(Uri address) => _http = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false })
    {
        BaseAddress = address,
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Makes the account.</summary>
    public static async Task PrepareAsync(string connectionString)
    {
        await using var provider = DriverServices.Build(connectionString, TimeProvider.System);
        await using var scope = provider.CreateAsyncScope();
        var problems = await scope.ServiceProvider.GetRequiredService<StaffAccounts>().CreateAsync(new NewStaffMember(Officer, "Impor", StaffRole.Kasi), Password);
        if (problems.Count > 0) throw new InvalidOperationException(problems[0].Description);
    }

    public static async Task<ImportOffice> SignInAsync(Uri address)
    {
        var office = new ImportOffice(address);
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", await office.TokenAsync("/masuk")), new("UserName", Officer), new("Password", Password)]);
        using var answer = await office._http.PostAsync("/masuk", form);
        return answer.StatusCode == HttpStatusCode.Redirect ? office : throw new InvalidOperationException($"Sign-in: {answer.StatusCode}.");
    }

    /// <summary>Uploads a list as a browser does, and returns the key of the import; null when the host is gone.</summary>
    public async Task<long?> UploadAsync(ListFile list)
    {
        await using var file = File.OpenRead(list.Path);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await TokenAsync(Page)), "\"__RequestVerificationToken\"" },
            { new StreamContent(file, 1 << 16), "\"berkas\"", "\"daftar.csv\"" },
        };
        try
        {
            using var answer = await _http.PostAsync($"{Page}/unggah", form);
            return long.TryParse(answer.Headers.Location?.ToString().Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : throw new InvalidOperationException($"Upload: {answer.StatusCode}, {answer.Headers.Location}.");
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>What the page tells of the running import in bytes; null when it tells of none.</summary>
    public async Task<long?> ProgressAsync() =>
        ProgressBar().Match(await _http.GetStringAsync(Page)) is { Success: true } bar ? long.Parse(bar.Groups["bytes"].Value, System.Globalization.CultureInfo.InvariantCulture) : null;

    public async Task CancelAsync(long id)
    {
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", await TokenAsync(Page)), new("id", id.ToString(System.Globalization.CultureInfo.InvariantCulture))]);
        using var answer = await _http.PostAsync($"{Page}?handler=Cancel", form);
        if (answer.StatusCode != HttpStatusCode.Redirect) throw new InvalidOperationException($"Cancel: {answer.StatusCode}.");
    }

    /// <summary>How many rows the file of rejected rows has, without its heading.</summary>
    public async Task<int> RejectedAsync(long id) => (await _http.GetStringAsync($"{Page}/{id}/ditolak.csv")).Count(c => c == '\n') - 1;

    public void Dispose() => _http.Dispose();

    private async Task<string> TokenAsync(string page) => Token().Match(await _http.GetStringAsync(page)).Groups["token"].Value;

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();

    [GeneratedRegex("<progress [^>]*value=\"(?<bytes>[0-9]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ProgressBar();
}
