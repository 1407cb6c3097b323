using System.Globalization;
using Dukcapil.Bot.Core.Messaging.Twilio;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Core.Messaging.Outbox;

/// <summary>Hands one claimed message to the provider and says what is to be recorded. Never called inside a transaction.</summary>
public sealed class MessageSender(
    TwilioClient twilio,
    TemplateStore templates,
    TwilioEndpoints endpoints,
    FailureCatalogue failures,
    IOptions<TwilioOptions> options,
    TimeProvider time,
    ILogger<MessageSender> logger)
{
    /// <summary>Query parameter of the status callback that names our row: a callback may come before the provider's id is stored.</summary>
    public const string IdParameter = "pesan";

    /// <summary>"The ContentSid is invalid" (<c>twilio-whatsapp.md</c> §3).</summary>
    private const int UnknownTemplate = 21655;

    private const int MostTries = 8;
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LimitPause = TimeSpan.FromHours(2);

    /// <summary>Sends one message.</summary>
    public async Task<SendResult> SendAsync(ClaimedMessage message, CancellationToken cancellation)
    {
        if (message.ExpiresAt < time.GetUtcNow()) return new SendResult(message.Id, "expired", "Sudah lewat waktunya.");
        if (message is { IsPush: true, IsStopped: true }) return new SendResult(message.Id, "skipped", "Penduduk meminta berhenti dikirimi pesan.");
        // It waited behind slow sends. Another worker may take it once the claim has ended, so it goes back untouched.
        if (message.BeginBefore < time.GetUtcNow()) return new SendResult(message.Id, "pending", NotBefore: time.GetUtcNow());
        var send = await ComposeAsync(message, cancellation);
        var outcome = await twilio.SendAsync(send, cancellation);
        return outcome switch
        {
            SendOutcome.Accepted accepted => new SendResult(message.Id, "sent", ProviderSid: accepted.Sid),
            SendOutcome.RetryLater later => Retry(message, later.Code, Pause(message.Attempt, later.After)),
            SendOutcome.Refused { Code: UnknownTemplate } when send.ContentSid is { } sid => await WithoutTemplateAsync(message, sid, cancellation),
            SendOutcome.Refused refused => Refused(message, refused),
            SendOutcome.Unknown unknown => Unknown(message, unknown),
            _ => throw new InvalidOperationException($"Unexpected outcome {outcome.GetType().Name}."),
        };
    }

    private async Task<OutgoingSend> ComposeAsync(ClaimedMessage message, CancellationToken cancellation)
    {
        var callback = endpoints.PublicUrl(string.Create(CultureInfo.InvariantCulture, $"/webhooks/twilio/status?{IdParameter}={message.Id}"));
        if (options.Value.Interactive && message.Content.Menu is { } menu && ContentTemplates.For(menu) is { } content
            && await templates.FindOrCreateAsync(content.Shape, cancellation) is { } sid)
            return new OutgoingSend { To = message.To, ContentSid = sid, ContentVariables = content.Variables, StatusCallback = callback };
        return new OutgoingSend { To = message.To, Body = message.Content.Text, StatusCallback = callback };
    }

    /// <summary>The provider no longer has the template, as after it was deleted there: it is forgotten and made anew on the next try.</summary>
    private async Task<SendResult> WithoutTemplateAsync(ClaimedMessage message, string contentSid, CancellationToken cancellation)
    {
        await templates.ForgetAsync(contentSid, cancellation);
        return Retry(message, UnknownTemplate, TimeSpan.Zero);
    }

    private SendResult Refused(ClaimedMessage message, SendOutcome.Refused refused)
    {
        if (refused.Class == FailureClass.Alarm)
            logger.LogCritical("The provider refuses messages with code {Code}: {Explanation}", refused.Code, failures.For(refused.Code).Explanation);
        return refused.Class switch
        {
            FailureClass.RetrySoon => Retry(message, refused.Code, Pause(message.Attempt, TimeSpan.FromSeconds(5))),
            FailureClass.RetryHours => Retry(message, refused.Code, LimitPause),
            _ => new SendResult(message.Id, "failed", failures.For(refused.Code).Explanation, refused.Code),
        };
    }

    private SendResult Unknown(ClaimedMessage message, SendOutcome.Unknown unknown)
    {
        logger.LogWarning("Message {OutboxId} may or may not have been sent: {Reason}", message.Id, unknown.Reason);
        return new SendResult(message.Id, "unknown", "Belum pasti terkirim; dicocokkan dengan catatan penyedia.");
    }

    private SendResult Retry(ClaimedMessage message, int code, TimeSpan pause) => message.Attempt >= MostTries
        ? new SendResult(message.Id, "failed", failures.For(code).Explanation, code)
        : new SendResult(message.Id, "pending", failures.For(code).Explanation, code, NotBefore: time.GetUtcNow() + pause);

    /// <summary>Full jitter: retries of many messages do not come back in step.</summary>
    private static TimeSpan Pause(int attempt, TimeSpan shortest)
    {
        var ceiling = Math.Min(LongestPause.TotalSeconds, Math.Pow(2, attempt));
#pragma warning disable CA5394 // Spreads load; nobody gains by guessing it.
        return shortest + TimeSpan.FromSeconds(Random.Shared.NextDouble() * ceiling);
#pragma warning restore CA5394
    }
}
