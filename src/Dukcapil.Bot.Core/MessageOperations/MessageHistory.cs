using Dukcapil.Bot.Core.Casework.Records;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.MessageOperations;

/// <summary>What became of one message, for its page.</summary>
public sealed class MessageHistory(IDbContextFactory<BotDbContext> contexts, MessageSealer sealer)
{
    /// <summary>A message to a resident; null for an unknown key.</summary>
    public async Task<SentLife?> FindSentAsync(long id, CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await (from message in data.Outbox
                           join address in data.Addresses on message.AddressId equals address.Id
                           where message.Id == id
                           select new
                           {
                               Message = message,
                               Address = address.ValueEnc,
                               Number = data.Set<CaseRecord>().Where(record => record.Id == message.CaseId).Select(record => record.Number)
                                   .FirstOrDefault(),
                           }).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (found is not { Message: var outbox }) return null;
        return new SentLife
        {
            Line = new SentLine(
                outbox.Id, outbox.CreatedAt, outbox.Kind, outbox.Topic, outbox.Status, outbox.Reason, outbox.Attempts, found.Number, outbox.AddressId,
                AddressMask.Of(sealer.OpenText(found.Address))),
            ProviderSid = outbox.ProviderSid,
            ErrorCode = outbox.ErrorCode,
            SentAt = outbox.SentAt,
            NotBefore = outbox.NotBefore,
            ExpiresAt = outbox.ExpiresAt,
            Events = await data.Database.SqlQuery<LifeEvent>(
                $"""
                select at as "At", status as "Status", null as "Act", null as "By", reason as "Reason", error_code as "Code", id as order_id
                from outbox_history where outbox_id = {id}
                union all
                select a.at, null, a.act, s.full_name, a.reason, null, 0 from message_acts a join staff s on s.id = a.staff_id where a.outbox_id = {id}
                order by 1, 7
                """).ToListAsync(cancellationToken),
        };
    }

    /// <summary>A message from a resident; null for an unknown key.</summary>
    public async Task<ReceivedLife?> FindReceivedAsync(long id, CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await (from message in data.Inbox
                           join address in data.Addresses on message.AddressId equals address.Id
                           where message.Id == id
                           select new { Message = message, Address = address.ValueEnc }).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (found is not { Message: var inbox }) return null;
        var events = await data.Database.SqlQuery<LifeEvent>(
            $"""
            select a.at as "At", null as "Status", a.act as "Act", s.full_name as "By", a.reason as "Reason", null::integer as "Code"
            from message_acts a join staff s on s.id = a.staff_id where a.inbox_id = {id} order by a.id
            """).ToListAsync(cancellationToken);
        var line = new ReceivedLine(
            inbox.Id, inbox.ReceivedAt, inbox.Status, inbox.Attempts, inbox.Fault, inbox.HandledAt, inbox.AddressId,
            AddressMask.Of(sealer.OpenText(found.Address)));
        return new ReceivedLife(line, inbox.MessageSid, inbox.NextAttemptAt, events);
    }
}
