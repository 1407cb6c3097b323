using Dukcapil.Bot.Core.Messaging;
using Npgsql;
using NpgsqlTypes;

namespace Dukcapil.Bot.Core.MessageOperations;

/// <summary>
/// What an administrator does to one message. Each operation is one statement that changes the message only from the state it may be
/// changed from and notes who did it; of two clicks one finds nothing to do and is refused.
/// </summary>
public sealed class StaffMessages(NpgsqlDataSource source, OutboxSignal signal, TimeProvider time)
{
    private const string Replay = """
        with done as (
          update inbox set status = 'pending', attempts = 0, next_attempt_at = null where status = 'parked' and ($1 is null or id = $1) returning id, address_id),
        noted as (insert into message_acts (at, staff_id, act, inbox_id) select $2, $3, 'replay', id from done)
        select distinct address_id from done
        """;

    // The provider's id of the failed try is kept aside: late reports of it are no news of the new try.
    private const string Resend = """
        with done as (
          update outbox set status = 'pending', attempts = 0, not_before = $2, error_code = null, lease_until = null, updated_at = $2,
            failed_sids = case when provider_sid is null then failed_sids else failed_sids || provider_sid end, provider_sid = null,
            reason = 'diminta-ulang'
          where id = $1 and status = 'failed' and (expires_at is null or expires_at > $2) returning id),
        noted as (insert into message_acts (at, staff_id, act, outbox_id) select $2, $3, 'resend', id from done)
        select count(*) from done
        """;

    private const string CloseSent = """
        with done as (
          update outbox set status = 'skipped', lease_until = null, updated_at = $2, reason = 'ditutup-pengelola: ' || $4
          where id = $1 and status in ('failed', 'unknown') returning id),
        noted as (insert into message_acts (at, staff_id, act, outbox_id, reason) select $2, $3, 'close', id, $4 from done)
        select count(*) from done
        """;

    private const string CloseReceived = """
        with done as (
          update inbox set status = 'handled', handled_at = $2, next_attempt_at = null where id = $1 and status = 'parked' returning id),
        noted as (insert into message_acts (at, staff_id, act, inbox_id, reason) select $2, $3, 'close', id, $4 from done)
        select count(*) from done
        """;

    private const string NoteReconcile =
        "insert into message_acts (at, staff_id, act, outbox_id) select $2, $3, 'reconcile', id from outbox where id = $1 and status = 'unknown'";

    /// <summary>
    /// Lets parked messages be handled as if they had just been stored. Returns whose they are, so that the caller can wake the
    /// worker; empty when none was parked any more.
    /// </summary>
    /// <param name="inboxId">Which; null for all.</param>
    /// <param name="staffId">Who asks for it.</param>
    /// <param name="cancellationToken">Stops the operation.</param>
    public async Task<IReadOnlyList<long>> ReplayAsync(long? inboxId, Guid staffId, CancellationToken cancellationToken)
    {
        await using var command = Command(Replay, inboxId, staffId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var residents = new List<long>();
        while (await reader.ReadAsync(cancellationToken)) residents.Add(reader.GetInt64(0));
        return residents;
    }

    /// <summary>
    /// Sends a failed message again. Refused in every other state: while nobody knows whether the provider has it, it must be settled
    /// first, and what is under way or has arrived is not repeated.
    /// </summary>
    public async Task<Outcome> ResendAsync(long outboxId, Guid staffId, CancellationToken cancellationToken)
    {
        await using var command = Command(Resend, outboxId, staffId);
        if (!await HasChangedAsync(command, cancellationToken)) return Outcome.Refused(
            RefusalOf(await StatusAsync(outboxId, cancellationToken)));
        signal.Signal.Raise();
        return Outcome.Done;
    }

    /// <summary>
    /// Notes that an officer wants an unknown message compared with the provider's list now; the caller runs the job that does it, of
    /// which there is never a second at the same time. Refused in every other state.
    /// </summary>
    public async Task<Outcome> AskToReconcileAsync(long outboxId, Guid staffId, CancellationToken cancellationToken)
    {
        await using var command = Command(NoteReconcile, outboxId, staffId);
        return await command.ExecuteNonQueryAsync(cancellationToken) > 0 ? Outcome.Done : Outcome.Refused("pesan-sudah-pasti");
    }

    /// <summary>Ends a failed or unknown message without another try, for a reason.</summary>
    public Task<Outcome> CloseSentAsync(long outboxId, Guid staffId, string? reason, CancellationToken cancellationToken) =>
        CloseAsync(CloseSent, outboxId, staffId, reason, cancellationToken);

    /// <summary>Ends a parked message without handling it, for a reason.</summary>
    public Task<Outcome> CloseReceivedAsync(long inboxId, Guid staffId, string? reason, CancellationToken cancellationToken) =>
        CloseAsync(CloseReceived, inboxId, staffId, reason, cancellationToken);

    private async Task<Outcome> CloseAsync(string sql, long id, Guid staffId, string? reason, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(reason)) return Outcome.Refused("alasan-kosong");
        await using var command = Command(sql, id, staffId);
        command.Parameters.Add(new() { Value = reason.Trim() });
        return await HasChangedAsync(command, cancellationToken) ? Outcome.Done : Outcome.Refused("pesan-sudah-berubah");
    }

    private async Task<string?> StatusAsync(long outboxId, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("select status from outbox where id = $1");
        command.Parameters.Add(new() { Value = outboxId });
        return (string?)await command.ExecuteScalarAsync(cancellationToken);
    }

    private static string RefusalOf(string? status) => status switch
    {
        "unknown" => "pesan-belum-pasti",
        "pending" or "sending" => "pesan-masih-dikirim",
        "sent" or "delivered" or "read" => "pesan-sudah-terkirim",
        "skipped" => "pesan-tidak-dikirim",
        "failed" or "expired" => "pesan-lewat-waktu",
        _ => "pesan-tidak-ada",
    };

    private static async Task<bool> HasChangedAsync(NpgsqlCommand command, CancellationToken cancellationToken) =>
        (long)(await command.ExecuteScalarAsync(cancellationToken))! > 0;

    private NpgsqlCommand Command(string sql, long? id, Guid staffId)
    {
        var command = source.CreateCommand(sql);
        command.Parameters.Add(new() { Value = (object?)id ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint });
        command.Parameters.Add(new() { Value = time.GetUtcNow() });
        command.Parameters.Add(new() { Value = staffId });
        return command;
    }
}
