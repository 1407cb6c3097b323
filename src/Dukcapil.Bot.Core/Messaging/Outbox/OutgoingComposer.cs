using System.Globalization;
using Dukcapil.Bot.Core.Messaging.Provider;
using Dukcapil.Bot.Core.Messaging.Templates;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Core.Messaging.Outbox;

/// <summary>
/// Gives a message the form in which it can reach the resident: inside the 24-hour window a list, buttons or text, outside it an approved
/// template of its kind.
/// </summary>
public sealed class OutgoingComposer(
    TemplateStore shapes, TemplateChoice templates, TwilioEndpoints endpoints, IOptions<TwilioOptions> options, IOptions<OutboxOptions> times, TimeProvider time)
{
    /// <summary>
    /// Query parameter of the status callback that names our row: a callback may come before the provider's id is stored.
    /// </summary>
    public const string IdParameter = "pesan";

    /// <summary>What to hand to the provider, or what to record instead when nothing can be sent now.</summary>
    public async Task<(OutgoingSend? Send, SendResult? Instead)> ComposeAsync(ClaimedMessage message, CancellationToken cancellationToken)
    {
        var callback = endpoints.PublicUrl(
            string.Create(CultureInfo.InvariantCulture, $"/webhooks/twilio/status?{IdParameter}={message.Id}"));
        if (message.AsTemplate
            || !WindowState.Of(message.LastInput).IsOpen(time.GetUtcNow())) return await OutsideAsync(message, callback, cancellationToken);
        if (options.Value.Interactive && message.Content.Menu is { } menu && ContentTemplates.For(menu) is { } content
            && await shapes.FindOrCreateAsync(content.Shape, cancellationToken) is { } sid)
            return (new OutgoingSend
            {
                To = message.To,
                ContentSid = sid,
                ContentVariables = content.Variables,
                StatusCallback = callback,
            }, null);
        var picture = message.Content.Picture is { } path ? endpoints.PublicUrl(path) : null;
        return (new OutgoingSend { To = message.To, Body = message.Content.Text, MediaUrl = picture, StatusCallback = callback }, null);
    }

    private async Task<(OutgoingSend? Send, SendResult? Instead)> OutsideAsync(
        ClaimedMessage message, string callback, CancellationToken cancellationToken)
    {
        var decision = await templates.ForAsync(message.Topic, message.Language, message.Content, message.Changes, cancellationToken);
        return decision switch
        {
            TemplateDecision.Use use =>
                (new OutgoingSend
                {
                    To = message.To,
                    ContentSid = use.ContentSid,
                    ContentVariables = use.Variables,
                    StatusCallback = callback,
                }, null),
            TemplateDecision.Wait wait =>
                (null, new SendResult(
                    message.Id,
                    "pending",
                    wait.Reason,
                    NotBefore: time.GetUtcNow() + times.Value.ClosedPause,
                    Held: true)),
            TemplateDecision.Skip skip => (null, new SendResult(message.Id, "skipped", skip.Reason)),
            _ => throw new InvalidOperationException($"Unexpected decision {decision.GetType().Name}."),
        };
    }
}
