using Dukcapil.Bot.Core.Messaging.Provider;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Core.Messaging.Outbox;

/// <summary>Hands one claimed message to the provider and says what is to be recorded. Never called inside a transaction.</summary>
public sealed class MessageSender(
    MessageClient twilio,
    OutgoingComposer composer,
    TemplateStore shapes,
    FailureCatalogue failures,
    ProviderAlarm alarm,
    IOptions<OutboxOptions> options,
    TimeProvider time,
    ILogger<MessageSender> logger)
{
    /// <summary>"The ContentSid is invalid" (<c>docs/twilio.md</c> "Sending").</summary>
    private const int UnknownTemplate = 21655;

    private const string Unreached = "Penyedia tidak dapat dihubungi (sambungan terputus); dikirim begitu tersambung lagi.";

    /// <summary>Sends one message.</summary>
    public async Task<SendResult> SendAsync(ClaimedMessage message, CancellationToken cancellationToken)
    {
        if (message.ExpiresAt < time.GetUtcNow()) return new SendResult(message.Id, "expired", "Sudah lewat waktunya.");
        if (message is { IsPush: true, IsStopped: true }) return new SendResult(
            message.Id, "skipped", "Penduduk meminta berhenti dikirimi pesan.");
        // It waited behind slow sends. Another worker may take it once the claim has ended, so it goes back untouched.
        if (message.BeginBefore < time.GetUtcNow()) return new SendResult(message.Id, "pending", NotBefore: time.GetUtcNow(), Held: true);
        var (send, instead) = await composer.ComposeAsync(message, cancellationToken);
        if (send is null) return instead!;
        switch (await SendTelemetry.MeasureAsync(() => twilio.SendAsync(send, cancellationToken)))
        {
            case SendOutcome.Accepted accepted:
                return new SendResult(message.Id, "sent", ProviderSid: accepted.Sid) { Reached = true };
            case SendOutcome.RetryLater { Code: 0 }:
                // No connection was made, and none would be for any other message: it waits at the gate, and no try is used up.
                return new SendResult(message.Id, "pending", Unreached, NotBefore: time.GetUtcNow(), Held: true) { Reached = false };
            case SendOutcome.RetryLater later:
                // Certainly not processed: repeated for as long as the message is of any use.
                return Again(message, failures.For(later.Code), RetryPolicy.Pause(message.Attempt, later.After)) with { Reached = true };
            case SendOutcome.Refused { Code: UnknownTemplate } when send.ContentSid is { } sid:
                return await WithoutTemplateAsync(message, sid, cancellationToken) with { Reached = true };
            case SendOutcome.Refused refused:
                return await RefusedAsync(message, refused, cancellationToken) with { Reached = true };
            case SendOutcome.Unknown unknown:
                logger.LogWarning("Message {OutboxId} may or may not have been sent: {Reason}", message.Id, unknown.Reason);
                return new SendResult(message.Id, "unknown", "Belum pasti terkirim; dicocokkan dengan catatan penyedia.");
            case var other:
                throw new InvalidOperationException($"Unexpected outcome {other.GetType().Name}.");
        }
    }

    /// <summary>
    /// The provider no longer has the template, as after it was deleted there. A list's or buttons' shape is forgotten and made anew on
    /// the next try; an approved template is missed by the next check of approvals.
    /// </summary>
    private async Task<SendResult> WithoutTemplateAsync(ClaimedMessage message, string contentSid, CancellationToken cancellationToken)
    {
        await shapes.ForgetAsync(contentSid, cancellationToken);
        var entry = failures.For(UnknownTemplate);
        return message.Attempt >= FailureEntry.UsualTries ? Failed(message, entry) : Again(message, entry, TimeSpan.Zero);
    }

    private async Task<SendResult> RefusedAsync(ClaimedMessage message, SendOutcome.Refused refused, CancellationToken cancellationToken)
    {
        var entry = failures.For(refused.Code);
        if (refused.Class == FailureClass.Alarm)
        {
            // Every message would meet the same: it waits until a person has put the cause right, or it expires. No try is used up.
            await alarm.RaiseAsync(refused.Code, cancellationToken);
            return Again(message, entry, RetryPolicy.Pause(message.Attempt, options.Value.AlarmPause)) with { Held = true };
        }

        var repeats = refused.Class == entry.Class && entry.IsRepeated && message.Attempt < entry.MostTries;
        return repeats ? Again(message, entry, RetryPolicy.Pause(message.Attempt, RetryPolicy.Shortest(entry))) : Failed(message, entry);
    }

    private static SendResult Failed(ClaimedMessage message, FailureEntry entry) =>
        new(message.Id, "failed", entry.Explanation, entry.Code);

    private SendResult Again(ClaimedMessage message, FailureEntry entry, TimeSpan pause) =>
        new(message.Id, "pending", entry.Explanation, entry.Code, NotBefore: time.GetUtcNow() + pause);
}
