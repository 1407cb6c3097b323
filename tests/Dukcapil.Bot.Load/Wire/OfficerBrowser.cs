using System.Net;
using System.Text.RegularExpressions;

namespace Dukcapil.Bot.Load.Wire;

/// <summary>
/// An officer's browser without script: keeps cookies, sends the token of the form it was shown, follows nothing by itself.
/// </summary>
internal sealed partial class OfficerBrowser : IDisposable
{
    private OfficerBrowser(Uri host)
    {
        var handler = new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false };
        Http = new HttpClient(handler) { BaseAddress = host, Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>For what is no plain form.</summary>
    public HttpClient Http { get; }

    /// <summary>Signs an officer in.</summary>
    public static async Task<OfficerBrowser> SignInAsync(Uri host, string userName, string password)
    {
        var browser = new OfficerBrowser(host);
        await browser.PostAsync("/masuk", await browser.TokenAsync("/masuk"), ("UserName", userName), ("Password", password));
        return browser;
    }

    /// <summary>The token of the forms on a page.</summary>
    public async Task<string> TokenAsync(string page) => Token().Match(await Http.GetStringAsync(page)).Groups["token"].Value;

    /// <summary>Posts a form; what is accepted is answered with a redirect.</summary>
    public async Task PostAsync(string path, string token, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent([
            new("__RequestVerificationToken", token), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)),
        ]);
        using var answer = await Http.PostAsync(path, form);
        if (answer.StatusCode != HttpStatusCode.Redirect) throw new InvalidOperationException($"{path}: {answer.StatusCode}.");
    }

    public void Dispose() => Http.Dispose();

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
