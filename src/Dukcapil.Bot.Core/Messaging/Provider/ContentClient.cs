using System.Net;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;
using Twilio.Rest.Content.V1;
using Twilio.Rest.Content.V1.Content;

namespace Dukcapil.Bot.Core.Messaging.Provider;

/// <summary>
/// Creates templates through the Content API. Creating one twice is harmless: both work, only the first need be remembered.
/// </summary>
public sealed class ContentClient(TwilioAccount account, ILogger<ContentClient> log)
{
    /// <summary>
    /// Creates the template of a shape and returns its id (<c>HX…</c>). Returns null, and logs why, when it cannot be created now: the
    /// message then goes out as numbered text.
    /// </summary>
    public async Task<string?> CreateContentAsync(ContentShape shape, CancellationToken cancellationToken = default)
    {
        try
        {
            return await CreateTemplateAsync(shape.Definition(), cancellationToken);
        }
        catch (HttpRequestException fault)
        {
            log.LogWarning("Template {Key} was not created: {Fault}", shape.Key, fault.Message);
            return null;
        }
    }

    /// <summary>Creates a template by its definition and returns its id.</summary>
    /// <exception cref="HttpRequestException">The provider refused or could not be reached.</exception>
    public async Task<string> CreateTemplateAsync(ContentResource.ContentCreateRequest definition, CancellationToken cancellationToken)
    {
        var created = await account.CallAsync(client => ContentResource.CreateAsync(definition, client), cancellationToken);
        return created?.Sid is { Length: > 0 } sid ? sid : throw new HttpRequestException("The provider created a template without an id");
    }

    /// <summary>Submits a template for WhatsApp's approval. Throws <see cref="HttpRequestException"/> when the provider refuses.</summary>
    /// <param name="contentSid">The template.</param>
    /// <param name="name">Its name at WhatsApp: small letters, digits, underscores, used by no other.</param>
    /// <param name="category"><c>UTILITY</c> or <c>MARKETING</c>.</param>
    /// <param name="cancellationToken">Stops the operation.</param>
    public async Task<TemplateApproval> SubmitAsync(string contentSid, string name, string category, CancellationToken cancellationToken)
    {
        var wish = new ApprovalCreateResource.ContentApprovalRequest.Builder().WithName(name).WithCategory(category).Build();
        var submitted = await account.CallAsync(client => ApprovalCreateResource.CreateAsync(contentSid, wish, client), cancellationToken);
        return TemplateApproval.Read(submitted?.Status, submitted?.RejectionReason);
    }

    /// <summary>How far a template's approval is; null when the provider no longer has it.</summary>
    /// <exception cref="HttpRequestException">The provider refused or could not be reached.</exception>
    public async Task<TemplateApproval?> ReadApprovalAsync(string contentSid, CancellationToken cancellationToken)
    {
        try
        {
            var approval = await account.ReadAsync(client => ApprovalFetchResource.FetchAsync(contentSid, client), cancellationToken);
            return approval?.Whatsapp is JObject whatsapp
                ? TemplateApproval.Read((string?)whatsapp["status"], (string?)whatsapp["rejection_reason"])
                : new TemplateApproval("unsubmitted", null);
        }
        catch (ProviderException gone) when (gone.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }
}
