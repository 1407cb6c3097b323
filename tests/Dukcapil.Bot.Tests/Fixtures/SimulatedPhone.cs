using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Dukcapil.Bot.Tests.Fixtures;

/// <summary>A resident's phone: what it sends reaches the host as Twilio's webhooks, what it shows came through Twilio's API.</summary>
public sealed class SimulatedPhone(Uri host, string number)
{
    // One client for all phones: connections are pooled by it.
    private static readonly HttpClient Http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 300 })
    {
        Timeout = TimeSpan.FromMinutes(2),
    };

    private long _seen;

    /// <summary>Its number, with the plus sign.</summary>
    public string Number { get; } = number;

    private string Base => new Uri(host, $"/simulator/api/phones/{Number}").ToString();

    /// <summary>Writes a text and returns once the webhook was answered.</summary>
    public Task SendAsync(string text) => PostAsync(JsonContent.Create(new { text }));

    /// <summary>Taps a button or a list's row of any message, however old: the webhook names only its id.</summary>
    public Task TapAsync(string payload, string title, bool isList = false) =>
        PostAsync(JsonContent.Create(new { text = title, payload, isList }));

    /// <summary>Sends one of the simulator's ready files: <c>voice, sticker, contact, video, pdf</c>.</summary>
    public Task SendSampleAsync(string sample) => PostAsync(JsonContent.Create(new { sample }));

    /// <summary>Shares a place.</summary>
    public Task SendPlaceAsync() =>
        PostAsync(JsonContent.Create(new { place = new { latitude = -6.0, longitude = 106.0, label = "Cilegon" } }));

    /// <summary>Sends photos in one message.</summary>
    public Task SendPhotosAsync(int count = 1, string caption = "") =>
        SendFilesAsync(Enumerable.Repeat((Papers.Png(), "image/png"), count), caption);

    /// <summary>Sends files in one message.</summary>
    public async Task SendFilesAsync(IEnumerable<(byte[] Bytes, string ContentType)> files, string caption = "")
    {
        using var form = new MultipartFormDataContent();
        if (caption.Length > 0) form.Add(new StringContent(caption), "text");
        foreach (var (bytes, contentType) in files)
        {
            var part = new ByteArrayContent(bytes);
            part.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
            form.Add(part, "file", "berkas");
        }

        await PostAsync(form);
    }

    /// <summary>The office's next message, waited for; at most 60 seconds.</summary>
    public async Task<PhoneMessage> NextAsync(int seconds = 30)
    {
        using var answer = await Http.GetAsync($"{Base}/next?after={_seen}&seconds={seconds}", TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        if (text.Length == 0) throw new TimeoutException($"No message came to {Number} after its message {_seen}.");
        var message = PhoneMessage.Read(JsonDocument.Parse(text).RootElement);
        _seen = message.Order;
        return message;
    }

    /// <summary>Writes a text and returns the answer.</summary>
    public async Task<string> AskAsync(string text)
    {
        await SendAsync(text);
        return (await NextAsync()).Body;
    }

    /// <summary>Sends a photo and returns the answer.</summary>
    public async Task<string> ShowAsync(string caption = "")
    {
        await SendPhotosAsync(1, caption);
        return (await NextAsync()).Body;
    }

    /// <summary>The whole chat, in order.</summary>
    public async Task<IReadOnlyList<PhoneMessage>> ChatAsync()
    {
        using var chat = JsonDocument.Parse(await Http.GetStringAsync(Base, TestContext.Current.CancellationToken));
        return chat.RootElement.GetProperty("messages").EnumerateArray().Select(PhoneMessage.Read).ToList();
    }

    /// <summary>Sends its latest message once more under the same id, as the provider may.</summary>
    public async Task RepeatLastAsync()
    {
        var last = (await ChatAsync()).Last(message => message.FromResident);
        using var answer = await Http.PostAsync($"{Base}/messages/{last.Sid}/again", null, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    private async Task PostAsync(HttpContent content)
    {
        using var answer = await Http.PostAsync($"{Base}/messages?wait=true", content, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }
}
