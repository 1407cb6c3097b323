using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
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

    /// <summary>Creates a template by its definition and returns its id. Throws <see cref="HttpRequestException"/> when the provider refuses.</summary>
    public async Task<string> CreateTemplateAsync(string definition, CancellationToken cancel)
    {
        using var content = new StringContent(definition, Encoding.UTF8, "application/json");
        var reply = await rest.CallOrThrowAsync(HttpMethod.Post, rest.ContentUrl("Content"), content, cancel);
        return reply.Text("sid") is { Length: > 0 } sid ? sid : throw new HttpRequestException("The provider created a template without an id");
    }

    /// <summary>Submits a template for WhatsApp's approval. Throws <see cref="HttpRequestException"/> when the provider refuses.</summary>
    /// <param name="contentSid">The template.</param>
    /// <param name="name">Its name at WhatsApp: small letters, digits, underscores, used by no other.</param>
    /// <param name="category"><c>UTILITY</c> or <c>MARKETING</c>.</param>
    /// <param name="cancel">Stops the operation.</param>
    public async Task<TemplateApproval> SubmitAsync(string contentSid, string name, string category, CancellationToken cancel)
    {
        var wish = new JsonObject { ["name"] = name, ["category"] = category }.ToJsonString();
        using var content = new StringContent(wish, Encoding.UTF8, "application/json");
        var reply = await rest.CallOrThrowAsync(HttpMethod.Post, rest.ContentUrl($"Content/{Uri.EscapeDataString(contentSid)}/ApprovalRequests/whatsapp"), content, cancel);
        return TemplateApproval.Read(reply.Json);
    }

    /// <summary>How far a template's approval is; null when the provider no longer has it. Throws <see cref="HttpRequestException"/>.</summary>
    public async Task<TemplateApproval?> ReadApprovalAsync(string contentSid, CancellationToken cancel)
    {
        var reply = await rest.CallAsync(HttpMethod.Get, rest.ContentUrl($"Content/{Uri.EscapeDataString(contentSid)}/ApprovalRequests"), null, cancel);
        if (reply.Status == HttpStatusCode.NotFound) return null;
        if (!reply.Succeeded) throw new HttpRequestException($"The provider answered {(int)reply.Status}, code {reply.Code}", null, reply.Status);
        return reply.Json.TryGetProperty("whatsapp", out var whatsapp) && whatsapp.ValueKind == JsonValueKind.Object
            ? TemplateApproval.Read(whatsapp)
            : new TemplateApproval("unsubmitted", null);
    }
}
