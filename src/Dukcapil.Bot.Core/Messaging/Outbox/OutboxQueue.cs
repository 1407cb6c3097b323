using Microsoft.Extensions.Options;
using Npgsql;
using NpgsqlTypes;

namespace Dukcapil.Bot.Core.Messaging.Outbox;

/// <summary>
/// The outbox as a queue shared by all replicas: claimed in batches with a lease, in order per recipient. A claim ends in one of the
/// results; a claim whose worker died ends as unknown, since the message may have been sent.
/// </summary>
public sealed class OutboxQueue(NpgsqlDataSource source, MessageSealer sealer, IOptions<OutboxOptions> options, TimeProvider time)
{
    // "id = any(array(…))" keeps the plan on the partial index even when it was made while the outbox was empty. Messages of one
    // recipient go in order, except that a reply passes a push that was put off: nobody waits hours for an answer.
    private const string Claim = """
        update outbox set status = 'sending', lease_until = $2, attempts = attempts + 1, updated_at = $1
        where id = any(array(
          select o.id from outbox o
          where o.status = 'pending' and o.not_before <= $1
            and not exists (
              select 1 from outbox e where e.address_id = o.address_id and e.id < o.id and e.status in ('pending', 'sending')
                and not (o.kind = 'reply' and e.kind = 'push' and e.status = 'pending' and e.not_before > $1))
          order by o.id limit $3 for update skip locked))
        returning id, content_enc, attempts, kind, created_at, expires_at,
          (select a.value_enc from addresses a where a.id = address_id),
          (select a.stopped_at is not null from addresses a where a.id = address_id)
        """;

    private const string NextDue = "select min(not_before) from outbox where status = 'pending'";

    private const string EndLeases = """
        update outbox set status = 'unknown', reason = 'Program berhenti saat mengirim; dicocokkan dengan catatan penyedia.', lease_until = null, updated_at = $1
        where status = 'sending' and lease_until < $1
        """;

    private const string Settle = """
        update outbox set status = case when outbox_rank($2) >= outbox_rank(status) or $2 = 'pending' then $2 else status end,
          reason = $3, error_code = $4, provider_sid = coalesce($5, provider_sid), not_before = coalesce($6, not_before),
          sent_at = case when $5 is not null then $7 else sent_at end, lease_until = null, updated_at = $7
        where id = $1 and (status = 'sending' or provider_sid is null)
        """;

    /// <summary>Claims the next messages that are due, at most one for each recipient.</summary>
    public async Task<IReadOnlyList<ClaimedMessage>> ClaimAsync(int atMost, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var command = source.CreateCommand(Claim);
        command.Parameters.Add(new() { Value = now });
        command.Parameters.Add(new() { Value = now + options.Value.Lease });
        command.Parameters.Add(new() { Value = atMost });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var claimed = new List<ClaimedMessage>();
        while (await reader.ReadAsync(cancellation))
        {
            claimed.Add(new ClaimedMessage(
                reader.GetInt64(0),
                sealer.OpenOutgoing(reader.GetFieldValue<byte[]>(1)),
                reader.GetInt32(2),
                reader.GetString(3) == "push",
                await reader.IsDBNullAsync(5, cancellation) ? null : reader.GetFieldValue<DateTimeOffset>(5),
                sealer.OpenText(reader.GetFieldValue<byte[]>(6)),
                reader.GetBoolean(7),
                now + (options.Value.Lease / 2)));
        }

        return claimed;
    }

    /// <summary>When the next message becomes due; null when none waits.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(NextDue);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return await reader.IsDBNullAsync(0, cancellation) ? null : reader.GetFieldValue<DateTimeOffset>(0);
    }

    /// <summary>Ends the claims of workers that died. Returns how many there were.</summary>
    public async Task<int> EndLeasesAsync(CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(EndLeases);
        command.Parameters.Add(new() { Value = time.GetUtcNow() });
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Records results in one round trip.</summary>
    public async Task SettleAsync(IReadOnlyCollection<SendResult> results, CancellationToken cancellation)
    {
        await using var batch = source.CreateBatch();
        foreach (var result in results)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(Settle)
            {
                Parameters =
                {
                    new() { Value = result.Id },
                    new() { Value = result.Status },
                    new() { Value = (object?)result.Reason ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
                    new() { Value = (object?)result.Code ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer },
                    new() { Value = (object?)result.ProviderSid ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
                    new() { Value = (object?)result.NotBefore ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz },
                    new() { Value = time.GetUtcNow() },
                },
            });
        }

        await batch.ExecuteNonQueryAsync(cancellation);
    }
}

/// <summary>A message this worker may send.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Content">What it says.</param>
/// <param name="Attempt">Which try this is, from 1.</param>
/// <param name="IsPush">Whether the office speaks first.</param>
/// <param name="ExpiresAt">Not sent after this.</param>
/// <param name="To">The channel address.</param>
/// <param name="IsStopped">The resident wrote BERHENTI.</param>
/// <param name="BeginBefore">A send begun later might outlast the claim.</param>
public sealed record ClaimedMessage(
    long Id, OutgoingContent Content, int Attempt, bool IsPush, DateTimeOffset? ExpiresAt, string To, bool IsStopped, DateTimeOffset BeginBefore);

/// <summary>What came of a claim.</summary>
/// <param name="Id">The message.</param>
/// <param name="Status">Its new status.</param>
/// <param name="Reason">Why, in Indonesian for staff.</param>
/// <param name="Code">The provider's code.</param>
/// <param name="ProviderSid">The provider's id.</param>
/// <param name="NotBefore">When it may be tried again.</param>
public sealed record SendResult(long Id, string Status, string? Reason = null, int? Code = null, string? ProviderSid = null, DateTimeOffset? NotBefore = null);
