using Dukcapil.Bot.Core.Messaging.Twilio;
using Microsoft.Extensions.Options;
using Npgsql;
using NpgsqlTypes;

namespace Dukcapil.Bot.Core.Messaging.Outbox;

/// <summary>
/// The outbox as a queue shared by all replicas: claimed in batches with a lease, in order per recipient. A claim ends in one of the
/// results; a claim whose worker died ends as unknown, since the message may have been sent.
/// </summary>
public sealed class OutboxQueue(
    NpgsqlDataSource source, MessageSealer sealer, IOptions<OutboxOptions> options, IOptions<TwilioOptions> twilio, TimeProvider time)
{
    // One bucket for each sender, in the database because all replicas share it. It fills at the agreed rate and holds a tenth of a
    // second's worth, so that no second sees much more. The upsert locks it until the claim is committed: replicas claim in turn.
    // The database's clock counts, since the replicas' clocks may differ.
    private const string Refill = """
        insert into send_budgets (sender, tokens, refilled_at) values ($1, $2, clock_timestamp())
        on conflict (sender) do update set refilled_at = clock_timestamp(), tokens =
          least($2, send_budgets.tokens + $3 * greatest(0, extract(epoch from clock_timestamp() - send_budgets.refilled_at)))
        """;

    // "id = any(array(…))" keeps the plan on the partial index even when it was made while the outbox was empty. Messages of one
    // recipient go in order, except that a reply passes a push that was put off, and everything a reminder whose time has not come:
    // nobody waits hours for an answer, or days for news.
    private const string Claim = """
        with claimed as (
        update outbox set status = 'sending', lease_until = $2, attempts = attempts + 1, updated_at = $1
        where id = any(array(
          select o.id from outbox o
          where o.status = 'pending' and o.not_before <= $1
            and not exists (
              select 1 from outbox e where e.address_id = o.address_id and e.id < o.id and e.status in ('pending', 'sending')
                and not (e.status = 'pending' and e.not_before > $1 and (e.timed or o.kind = 'reply' and e.kind = 'push')))
          order by o.priority, o.id limit least($3, (select floor(b.tokens)::integer from send_budgets b where b.sender = $4)) for update skip locked))
        returning id, content_enc, attempts, kind, topic, changes, as_template, expires_at, address_id, priority),
        spent as (update send_budgets set tokens = tokens - (select count(*) from claimed) where sender = $4)
        select c.id, c.content_enc, c.attempts, c.kind, c.topic, c.changes, c.as_template, c.expires_at,
          a.value_enc, a.stopped_at is not null, a.language, v.last_input_at
        from claimed c join addresses a on a.id = c.address_id left join conversations v on v.address_id = c.address_id
        order by c.priority, c.id
        """;

    private const string Tokens = "select tokens from send_budgets where sender = $1";

    private const string NextDue = "select min(not_before) from outbox where status = 'pending' and not_before > $1";

    private const string EndLeases = """
        update outbox set status = 'unknown', reason = 'Program berhenti saat mengirim; dicocokkan dengan catatan penyedia.', lease_until = null, updated_at = $1
        where status = 'sending' and lease_until < $1
        """;

    private const string Settle = """
        update outbox set status = case when outbox_rank($2) >= outbox_rank(status) or $2 = 'pending' then $2 else status end,
          reason = $3, error_code = $4, provider_sid = coalesce($5, provider_sid), not_before = coalesce($6, not_before),
          sent_at = case when $5 is not null then $7 else sent_at end, lease_until = null, updated_at = $7,
          attempts = case when $8 then attempts - 1 else attempts end
        where id = $1 and (status = 'sending' or provider_sid is null) and ($5 is null or $5 <> all (failed_sids))
        """;

    /// <summary>
    /// Claims the next messages that are due, answers before news, at most one for each recipient and no more than the sender may
    /// send now. One round trip.
    /// </summary>
    public async Task<OutboxClaim> ClaimAsync(int atMost, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var batch = source.CreateBatch();
        AddClaim(batch, now, atMost);
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        var claimed = new List<ClaimedMessage>();
        while (await reader.ReadAsync(cancellation)) claimed.Add(Read(reader, now + (options.Value.Lease / 2)));
        await reader.NextResultAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return new OutboxClaim(claimed, UntilAllowed(reader.GetDouble(0)));
    }

    private void AddClaim(NpgsqlBatch batch, DateTimeOffset now, int atMost)
    {
        var sender = twilio.Value.MessagingServiceSid.Length > 0 ? twilio.Value.MessagingServiceSid : twilio.Value.From;
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Refill)
        {
            Parameters = { new() { Value = sender }, new() { Value = Bucket }, new() { Value = (double)twilio.Value.MessagesPerSecond } },
        });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Claim)
        {
            Parameters = { new() { Value = now }, new() { Value = now + options.Value.Lease }, new() { Value = atMost }, new() { Value = sender } },
        });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Tokens) { Parameters = { new() { Value = sender } } });
    }

    private double Bucket => Math.Max(1, twilio.Value.MessagesPerSecond / 10.0);

    /// <summary>Until half a bucket is there again, so that a claim takes several messages; nothing while a message may go now.</summary>
    private TimeSpan? UntilAllowed(double tokens) =>
        tokens >= 1 ? null : TimeSpan.FromSeconds((Math.Max(1, Bucket / 2) - tokens) / twilio.Value.MessagesPerSecond);

    private ClaimedMessage Read(NpgsqlDataReader row, DateTimeOffset beginBefore) => new(
        row.GetInt64(0), sealer.OpenOutgoing(row.GetFieldValue<byte[]>(1)), row.GetInt32(2), row.GetString(3) == "push",
        row.IsDBNull(7) ? null : row.GetFieldValue<DateTimeOffset>(7), sealer.OpenText(row.GetFieldValue<byte[]>(8)), row.GetBoolean(9), beginBefore)
    {
        Topic = row.IsDBNull(4) ? null : row.GetString(4),
        Changes = row.GetInt32(5),
        AsTemplate = row.GetBoolean(6),
        Language = row.GetString(10),
        LastInput = row.IsDBNull(11) ? null : row.GetFieldValue<DateTimeOffset>(11),
    };

    /// <summary>When the next message becomes due of those that were not due at an instant; null when none waits.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(DateTimeOffset after, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(NextDue);
        command.Parameters.Add(new() { Value = after });
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
                    new() { Value = result.Held },
                },
            });
        }

        await batch.ExecuteNonQueryAsync(cancellation);
    }
}
