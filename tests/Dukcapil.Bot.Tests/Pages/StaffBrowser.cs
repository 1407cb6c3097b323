using System.Net;
using System.Text.RegularExpressions;

namespace Dukcapil.Bot.Tests.Pages;

/// <summary>
/// A browser without script: keeps cookies, sends the hidden fields of the forms it was shown, follows nothing by itself.
/// </summary>
public sealed partial class StaffBrowser : IDisposable
{
    private readonly HttpClient _http;
    private readonly CookieContainer _cookies = new();

    public StaffBrowser(Uri address)
    {
        var handler = new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = _cookies };
        _http = new HttpClient(handler) { BaseAddress = address };
    }

    /// <summary>Another browser with copies of the cookies.</summary>
    public StaffBrowser Copy()
    {
        var copy = new StaffBrowser(_http.BaseAddress!);
        copy._cookies.Add(_cookies.GetAllCookies());
        return copy;
    }

    public async Task<StaffPage> GetAsync(string path)
    {
        using var response = await _http.GetAsync(path, TestContext.Current.CancellationToken);
        return await StaffPage.ReadAsync(response);
    }

    /// <summary>Gets a page as htmx does.</summary>
    public async Task<StaffPage> GetPanelAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "HX-Request", "true" } } };
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return await StaffPage.ReadAsync(response);
    }

    public async Task<byte[]> GetBytesAsync(string path) => await _http.GetByteArrayAsync(path, TestContext.Current.CancellationToken);

    /// <summary>Sends a request with any method.</summary>
    public async Task<StaffPage> SendAsync(string method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return await StaffPage.ReadAsync(response);
    }

    /// <summary>Posts a form as it stands, with nothing added.</summary>
    public async Task<StaffPage> PostAsync(string path, HttpContent content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return await StaffPage.ReadAsync(response);
    }

    /// <summary>Opens a page and posts one of its forms: antiforgery token and row version come from the page.</summary>
    public async Task<StaffPage> SubmitAsync(string page, string handler, params (string Name, string Value)[] fields) =>
        await SubmitAsync(await GetAsync(page), $"{page}?handler={handler}", fields);

    /// <summary>Posts a form of a page that was opened earlier.</summary>
    public Task<StaffPage> SubmitAsync(StaffPage shown, string address, params (string Name, string Value)[] fields) =>
        PostAsync(
            address, new FormUrlEncodedContent(Hidden(shown).Concat(fields).Select(field => KeyValuePair.Create(field.Name, field.Value))));

    /// <summary>Posts a form of a page that was opened earlier, with headers of its own.</summary>
    public Task<StaffPage> SubmitAsync(
        StaffPage shown, string address, (string Name, string Value)[] headers, params (string Name, string Value)[] fields) =>
        SendFormAsync(address, headers, [.. Hidden(shown), .. fields]);

    /// <summary>Posts fields with headers of its own, and nothing added.</summary>
    public async Task<StaffPage> SendFormAsync(
        string address, (string Name, string Value)[] headers, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return await StaffPage.ReadAsync(response);
    }

    /// <summary>Uploads a file on a case page.</summary>
    public async Task<StaffPage> UploadAsync(string page, string item, byte[] file)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in Hidden(await GetAsync(page)).Append(("item", item))) form.Add(new StringContent(value), name);
        form.Add(new ByteArrayContent(file), "file", "foto.png");
        return await PostAsync($"{page}?handler=AddFile", form);
    }

    public async Task<StaffPage> SignInAsync(string userName, string password) =>
        await SubmitAsync(await GetAsync("/masuk"), "/masuk", ("UserName", userName), ("Password", password));

    public void Dispose() => _http.Dispose();

    private static IEnumerable<(string Name, string Value)> Hidden(StaffPage shown)
    {
        yield return ("__RequestVerificationToken", Token().Match(shown.Html).Groups["token"].Value);
        if (shown.Version is { } version) yield return ("version", version);
    }

    [GeneratedRegex("__RequestVerificationToken\"\\s+type=\"hidden\"\\s+value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
