using Dukcapil.Bot.Core.Messaging.Provider;
using Microsoft.Extensions.Options;
using Npgsql;
using NpgsqlTypes;

namespace Dukcapil.Bot.Core.Messaging.Outbox;

/// <summary>
/// Records what the provider tells about messages. Reports come in any order and more than once: none moves a message back. A failure
/// that passes makes the same row wait for a new try; the failed try's id is kept, so that later reports of it are no news.
/// </summary>
public sealed class DeliveryReports(
    NpgsqlDataSource source, FailureCatalogue failures, ProviderAlarm alarm, IOptions<OutboxOptions> options, TimeProvider time)
{
    /// <summary>
    /// The window was closed (<c>docs/twilio.md</c> "Delivery reports"): what is told by callback only, after the send was accepted.
    /// </summary>
    private const int WindowClosed = 63016;

    // What an earlier report said of a failure stays in the history; the row says how the message stands now.
    private const string Apply = """
        update outbox set status = $2, error_code = $3, recipient_fault = $7, reason = $4, provider_sid = coalesce(provider_sid, $5),
          sent_at = coalesce(sent_at, $6), lease_until = null, updated_at = $6
        where (id = $1 or ($1 is null and provider_sid = $5)) and outbox_rank($2) > outbox_rank(status)
          and (provider_sid is null or provider_sid = $5) and $5 <> all (failed_sids)
        """;

    // $2 the try's id, $6 the shortest pause in seconds, $7 the random part of the rest, $9 whether the next try must be a template.
    private const string Repeat = """
        update outbox set status = 'pending', provider_sid = null, failed_sids = array_append(failed_sids, $2), error_code = $3, reason = $4,
          not_before = $5 + make_interval(secs => $6 + $7 * least($8, power(2, least(attempts, 20)))), as_template = as_template or $9,
          lease_until = null, updated_at = $5
        where (id = $1 or ($1 is null and provider_sid = $2)) and outbox_rank(status) < outbox_rank('failed')
          and (provider_sid is null or provider_sid = $2) and $2 <> all (failed_sids) and attempts < $10 and not ($9 and (as_template or topic is null))
        """;

    /// <summary>Applies one report.</summary>
    /// <param name="outboxId">Our row, as the callback's address names it; null finds it by the provider's id.</param>
    /// <param name="report">The report.</param>
    /// <param name="cancellationToken">Stops the operation.</param>
    public async Task ApplyAsync(long? outboxId, StatusCallback report, CancellationToken cancellationToken)
    {
        if (StatusOf(report.Status) is not { } status) return;
        var failure = report.Status.IsFailure() ? failures.For(report.ErrorCode ?? 0) : null;
        if (report.Status is DeliveryStatus.Delivered or DeliveryStatus.Read) await alarm.ClearAsync(cancellationToken);
        if (failure?.Class == FailureClass.Alarm) await alarm.RaiseAsync(failure.Code, cancellationToken);
        if (failure is not null && await RepeatAsync(outboxId, report.MessageSid, failure, cancellationToken)) return;
        await using var command = source.CreateCommand(Apply);
        command.Parameters.Add(new() { Value = (object?)outboxId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint });
        command.Parameters.Add(new() { Value = status });
        command.Parameters.Add(new() { Value = (object?)report.ErrorCode ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer });
        command.Parameters.Add(new() { Value = (object?)failure?.Explanation ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = report.MessageSid });
        command.Parameters.Add(new() { Value = time.GetUtcNow() });
        command.Parameters.Add(new() { Value = (object?)failure?.Recipient ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Our word for a state of the provider; null when it says nothing about how far the message has come.</summary>
    internal static string? StatusOf(DeliveryStatus status) => status switch
    {
        DeliveryStatus.Sent => "sent",
        DeliveryStatus.Delivered => "delivered",
        DeliveryStatus.Read => "read",
        DeliveryStatus.Failed or DeliveryStatus.Undelivered or DeliveryStatus.Canceled => "failed",
        _ => null,
    };

    /// <summary>
    /// Makes the row wait for another try: after an alarm as often as needed until it expires. Returns false when the failure is for good
    /// or the tries are used up.
    /// </summary>
    private async Task<bool> RepeatAsync(long? outboxId, string sid, FailureEntry failure, CancellationToken cancellationToken)
    {
        var asTemplate = failure.Code == WindowClosed;
        var isAlarm = failure.Class == FailureClass.Alarm;
        if (!failure.IsRepeated && !asTemplate && !isAlarm) return false;
        await using var command = source.CreateCommand(Repeat);
        command.Parameters.Add(new() { Value = (object?)outboxId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint });
        command.Parameters.Add(new() { Value = sid });
        command.Parameters.Add(new() { Value = failure.Code });
        command.Parameters.Add(new() { Value = $"Gagal: {failure.Explanation} Dikirim lagi." });
        command.Parameters.Add(new() { Value = time.GetUtcNow() });
        command.Parameters
            .Add(new() { Value = asTemplate ? 0 : (isAlarm ? options.Value.AlarmPause : RetryPolicy.Shortest(failure)).TotalSeconds });
        command.Parameters.Add(new() { Value = asTemplate ? 0 : RetryPolicy.Jitter().TotalSeconds });
        command.Parameters.Add(new() { Value = RetryPolicy.LongestJitter.TotalSeconds });
        command.Parameters.Add(new() { Value = asTemplate });
        command.Parameters.Add(new() { Value = isAlarm ? int.MaxValue : failure.MostTries });
        return await command.ExecuteNonQueryAsync(cancellationToken) > 0;
    }
}
