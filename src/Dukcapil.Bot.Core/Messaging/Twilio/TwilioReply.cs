using System.Net;
using System.Text.Json;

namespace Dukcapil.Bot.Core.Messaging.Twilio;

/// <summary>An answer of the REST API, read whole; a body that is missing or no JSON counts as an empty object.</summary>
internal sealed record TwilioReply(HttpStatusCode Status, JsonElement Json, TimeSpan? RetryAfter)
{
    private static readonly JsonElement Nothing = JsonSerializer.SerializeToElement(new Dictionary<string, string>());

    public bool Succeeded => (int)Status is >= 200 and < 300;

    /// <summary>The provider's code, or the HTTP status when it gave none.</summary>
    public int Code => ProviderMessage.Number(Json, "code") ?? (int)Status;

    public string? Text(string name) => ProviderMessage.Text(Json, name);

    public static async Task<TwilioReply> ReadAsync(HttpResponseMessage response, TimeProvider time, CancellationToken cancel)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync(cancel);
        var retry = response.Headers.RetryAfter;
        var after = retry?.Delta ?? (retry?.Date is { } date ? date - time.GetUtcNow() : null);
        return new TwilioReply(response.StatusCode, Parse(bytes), after is { } pause && pause > TimeSpan.Zero ? pause : null);
    }

    private static JsonElement Parse(byte[] bytes)
    {
        try
        {
            var reader = new Utf8JsonReader(bytes);
            return JsonElement.TryParseValue(ref reader, out var json) && json is { ValueKind: JsonValueKind.Object } found ? found : Nothing;
        }
        catch (JsonException)
        {
            return Nothing; // A proxy's page; the status says enough.
        }
    }
}
