using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Casework.Records;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Messaging.Records;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.MessageOperations;

/// <summary>
/// Lists of messages for staff, newest first. Every way to narrow a list has an index, and pages follow the key, so that a list costs
/// the same on the first day and after years.
/// </summary>
public sealed class MessageLists(IDbContextFactory<BotDbContext> contexts, MessageSealer sealer)
{
    /// <summary>Rows of one page of a list.</summary>
    public const int PageSize = 50;

    /// <summary>Messages to residents.</summary>
    public async Task<IReadOnlyList<SentLine>> SentAsync(MessageFilter filter, CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await (await NarrowAsync(data, filter, cancellationToken)).OrderByDescending(message => message.Id).Take(PageSize)
            .Select(message => new
            {
                Message = message,
                Number = data.Set<CaseRecord>().Where(record => record.Id == message.CaseId)
                    .Select(record => record.Number).FirstOrDefault(),
                Address = data.Set<AddressRecord>().Where(address => address.Id == message.AddressId)
                    .Select(address => address.ValueEnc).First(),
            })
            .Select(row => new
            {
                row.Message.Id,
                row.Message.CreatedAt,
                row.Message.Kind,
                row.Message.Topic,
                row.Message.Status,
                row.Message.Reason,
                row.Message.Attempts,
                row.Message.AddressId,
                row.Number,
                row.Address,
            })
            .ToListAsync(cancellationToken);
        return rows.Select(row => new SentLine(
            row.Id, row.CreatedAt, row.Kind, row.Topic, row.Status, row.Reason, row.Attempts, row.Number, row.AddressId, Mask(row.Address))).ToList();
    }

    /// <summary>Messages from residents.</summary>
    public async Task<IReadOnlyList<ReceivedLine>> ReceivedAsync(MessageFilter filter, CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        var inbox = data.Inbox.AsNoTracking();
        if (filter.AddressId is { } address) inbox = inbox.Where(message => message.AddressId == address);
        if (filter.Statuses is [var only]) inbox = inbox.Where(message => message.Status == only);
        else if (filter.Statuses is { Count: > 0 } statuses) inbox = inbox.Where(message => statuses.Contains(message.Status));
        if (filter.Before is { } before) inbox = inbox.Where(message => message.Id < before);
        var (low, high) = await BoundsAsync(data, "inbox", "received_at", filter, cancellationToken);
        if (low is not null) inbox = inbox.Where(message => message.Id >= low);
        if (high is not null) inbox = inbox.Where(message => message.Id < high);
        var rows = await inbox.OrderByDescending(message => message.Id).Take(PageSize)
            .Select(message => new
            {
                message.Id,
                message.ReceivedAt,
                message.Status,
                message.Attempts,
                message.Fault,
                message.HandledAt,
                message.AddressId,
                Address = data.Set<AddressRecord>().Where(found => found.Id == message.AddressId).Select(found => found.ValueEnc).First(),
            })
            .ToListAsync(cancellationToken);
        return rows.Select(row => new ReceivedLine(
            row.Id, row.ReceivedAt, row.Status, row.Attempts, row.Fault, row.HandledAt, row.AddressId, Mask(row.Address))).ToList();
    }

    /// <summary>How many messages wait for a person.</summary>
    public async Task<Attention> CountAttentionAsync(CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        return new Attention(
            await data.Inbox.Where(message => message.Status == "parked").Take(Attention.Most).CountAsync(cancellationToken),
            await data.Outbox.Where(message => message.Status == "unknown").Take(Attention.Most).CountAsync(cancellationToken),
            await data.Outbox.Where(message => message.Status == "failed").Take(Attention.Most).CountAsync(cancellationToken));
    }

    /// <summary>The resident with exactly this channel address, now or earlier; null when nobody with it has ever written.</summary>
    public async Task<long?> FindResidentAsync(string address, CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        var hash = sealer.HashAddress(address);
        return await data.AddressAliases.Where(alias => alias.ValueHash == hash).Select(alias => (long?)alias.AddressId)
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>The masked address of a resident; null for an unknown key.</summary>
    public async Task<string?> ResidentAsync(long addressId, CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        return await data.Addresses.Where(record => record.Id == addressId).Select(record => record.ValueEnc)
            .SingleOrDefaultAsync(cancellationToken) is { } sealedAddress
            ? Mask(sealedAddress)
            : null;
    }

    /// <summary>The key of a case; null for an unknown number.</summary>
    public async Task<long?> FindCaseAsync(string number, CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        return await data.Cases.Where(record => record.Number == number).Select(record => (long?)record.Id)
            .SingleOrDefaultAsync(cancellationToken);
    }

    private static async Task<IQueryable<OutboxRecord>> NarrowAsync(
        BotDbContext data, MessageFilter filter, CancellationToken cancellationToken)
    {
        var outbox = data.Outbox.AsNoTracking();
        if (filter.CaseId is { } caseId) outbox = outbox.Where(message => message.CaseId == caseId);
        if (filter.AddressId is { } address) outbox = outbox.Where(message => message.AddressId == address);
        if (filter.Statuses is [var only]) outbox = outbox.Where(message => message.Status == only);
        else if (filter.Statuses is { Count: > 0 } statuses) outbox = outbox.Where(message => statuses.Contains(message.Status));
        if (filter.Kind is { } kind) outbox = outbox.Where(message => message.Kind == kind);
        if (filter.Topic is { } topic) outbox = outbox.Where(message => message.Topic == topic);
        if (filter.Before is { } before) outbox = outbox.Where(message => message.Id < before);
        var (low, high) = await BoundsAsync(data, "outbox", "created_at", filter, cancellationToken);
        if (low is not null) outbox = outbox.Where(message => message.Id >= low);
        if (high is not null) outbox = outbox.Where(message => message.Id < high);
        return outbox;
    }

    private static async Task<(long? Low, long? High)> BoundsAsync(
        BotDbContext data, string table, string column, MessageFilter filter, CancellationToken cancellationToken) =>
        (await BoundAsync(data, table, column, filter.From, cancellationToken), await BoundAsync(data, table, column, filter.Until, cancellationToken));

    private static async Task<long?> BoundAsync(
        BotDbContext data, string table, string column, DateTimeOffset? at, CancellationToken cancellationToken) =>
        at is { } moment
            ? await data.Database.SqlQuery<long>($"select id_since({table}, {column}, {moment.ToUniversalTime()}) as \"Value\"")
                .SingleAsync(cancellationToken)
            : null;

    private string Mask(byte[] sealedAddress) => AddressMask.Of(sealer.OpenText(sealedAddress));
}
