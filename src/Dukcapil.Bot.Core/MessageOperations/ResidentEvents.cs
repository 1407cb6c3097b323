using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.MessageOperations;

/// <summary>What happened to residents apart from their messages: stops, and silences of the office after a flood or a loop.</summary>
public sealed class ResidentEvents(IDbContextFactory<BotDbContext> contexts, MessageSealer sealer, TimeProvider time)
{
    private const int Shown = 10;
    private static readonly TimeSpan Lately = TimeSpan.FromHours(24);
    private static readonly string[] Silences = ["flood", "loop"];

    /// <summary>The silences of the last 24 hours, newest first, at most ten.</summary>
    public async Task<IReadOnlyList<ResidentEvent>> SilencesAsync(CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        var since = time.GetUtcNow() - Lately;
        var found = await (from item in data.AddressEvents
                           join address in data.Addresses on item.AddressId equals address.Id
                           where item.At >= since && Silences.Contains(item.Kind)
                           orderby item.At descending
                           select new { item.At, item.Kind, item.AddressId, address.ValueEnc }).AsNoTracking().Take(Shown).ToListAsync(cancellationToken);
        return found.Select(item => new ResidentEvent(item.At, item.Kind, null, item.AddressId, AddressMask.Of(sealer.OpenText(item.ValueEnc)))).ToList();
    }

    /// <summary>What happened to one resident, newest first, at most ten.</summary>
    public async Task<IReadOnlyList<ResidentEvent>> OfAsync(long addressId, CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        return await data.AddressEvents.AsNoTracking().Where(item => item.AddressId == addressId).OrderByDescending(item => item.Id)
            .Take(Shown)
            .Select(item => new ResidentEvent(item.At, item.Kind, item.Way, addressId, ""))
            .ToListAsync(cancellationToken);
    }
}

/// <summary>Something that happened to a resident.</summary>
/// <param name="At">When.</param>
/// <param name="Kind"><c>stopped, started, linked, moved, flood, loop</c>.</param>
/// <param name="Way">Of stops and starts, by whom: <c>resident, provider, blocked</c>.</param>
/// <param name="AddressId">Who.</param>
/// <param name="Resident">The masked address; empty in the list of one resident.</param>
public sealed record ResidentEvent(DateTimeOffset At, string Kind, string? Way, long AddressId, string Resident);
