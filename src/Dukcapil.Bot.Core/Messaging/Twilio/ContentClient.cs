using System.Text;
using Microsoft.Extensions.Logging;

namespace Dukcapil.Bot.Core.Messaging.Twilio;

/// <summary>Creates templates through the Content API. Creating one twice is harmless: both work, only the first need be remembered.</summary>
public sealed class ContentClient(TwilioRest rest, ILogger<ContentClient> log)
{
    /// <summary>
    /// Creates the template of a shape and returns its id (<c>HX…</c>). Returns null, and logs why, when it cannot be created now: the
    /// message then goes out as numbered text.
    /// </summary>
    public async Task<string?> CreateContentAsync(ContentShape shape, CancellationToken cancel = default)
    {
        using var content = new StringContent(shape.Definition(), Encoding.UTF8, "application/json");
        try
        {
            var reply = await rest.CallAsync(HttpMethod.Post, rest.ContentUrl("Content"), content, cancel);
            if (reply.Succeeded && reply.Text("sid") is { Length: > 0 } sid) return sid;
            log.LogWarning("Template {Key} was not created: HTTP {Status}, code {Code}", shape.Key, (int)reply.Status, reply.Code);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException
                                      || (fault is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            log.LogWarning("Template {Key} was not created: {Fault}", shape.Key, fault.GetType().Name);
        }

        return null;
    }
}
