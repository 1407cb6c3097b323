using Dukcapil.Bot.Core.Messaging.Twilio;
using Npgsql;
using NpgsqlTypes;

namespace Dukcapil.Bot.Core.Messaging.Outbox;

/// <summary>Records what the provider tells about messages. Reports come in any order and more than once: none moves a message back.</summary>
public sealed class DeliveryReports(NpgsqlDataSource source, FailureCatalogue failures, TimeProvider time)
{
    private const string Apply = """
        update outbox set status = $2, error_code = coalesce($3, error_code), reason = $4, provider_sid = coalesce(provider_sid, $5),
          sent_at = coalesce(sent_at, $6), lease_until = null, updated_at = $6
        where (id = $1 or ($1 is null and provider_sid = $5)) and outbox_rank($2) > outbox_rank(status)
          and (provider_sid is null or provider_sid = $5)
        """;

    /// <summary>Applies one report.</summary>
    /// <param name="outboxId">Our row, as the callback's address names it; null finds it by the provider's id.</param>
    /// <param name="report">The report.</param>
    /// <param name="cancellation">Stops the operation.</param>
    public async Task ApplyAsync(long? outboxId, StatusCallback report, CancellationToken cancellation)
    {
        if (StatusOf(report.Status) is not { } status) return;
        await using var command = source.CreateCommand(Apply);
        command.Parameters.Add(new() { Value = (object?)outboxId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint });
        command.Parameters.Add(new() { Value = status });
        command.Parameters.Add(new() { Value = (object?)report.ErrorCode ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer });
        command.Parameters.Add(new() { Value = (object?)Explanation(report) ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = report.MessageSid });
        command.Parameters.Add(new() { Value = time.GetUtcNow() });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private string? Explanation(StatusCallback report) =>
        report.Status.IsFailure() ? failures.For(report.ErrorCode ?? 0).Explanation : null;

    /// <summary>Our word for a state of the provider; null when it says nothing about how far the message has come.</summary>
    internal static string? StatusOf(DeliveryStatus status) => status switch
    {
        DeliveryStatus.Sent => "sent",
        DeliveryStatus.Delivered => "delivered",
        DeliveryStatus.Read => "read",
        DeliveryStatus.Failed or DeliveryStatus.Undelivered or DeliveryStatus.Canceled => "failed",
        _ => null,
    };
}
