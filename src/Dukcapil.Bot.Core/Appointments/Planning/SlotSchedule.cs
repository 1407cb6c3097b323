using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Appointments.Notices;
using Dukcapil.Bot.Core.Appointments.Records;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Appointments.Planning;

/// <summary>
/// Brings the slots of today and later in line with the plan. Running it again changes nothing. It holds the table of slots for itself,
/// so that nobody takes a place meanwhile: takers wait, readers do not.
/// </summary>
public sealed class SlotSchedule(IDbContextFactory<BotDbContext> contexts, PlanReader plans, BookingNotices notices, OfficeClock clock)
{
    /// <summary>Plans anew in a transaction of its own: every night, and soon after a host started, perhaps with new content.</summary>
    public Task<PlanEffect> RunAsync(CancellationToken cancellationToken) =>
        Transactions.RunAsync(contexts, data => ApplyAsync(data, Actor.System, cancellationToken), cancellationToken);

    /// <summary>Plans when nothing was planned yet: a new office has times to offer from its first message on.</summary>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await data.Slots.AnyAsync(cancellationToken)) await RunAsync(cancellationToken);
    }

    /// <summary>
    /// Applies the plan within the caller's transaction. What no longer fits is displaced, holds first and then the latest booked, unless
    /// another place at the same time takes it: then nothing changes for the resident.
    /// </summary>
    internal async Task<PlanEffect> ApplyAsync(BotDbContext data, Actor by, CancellationToken cancellationToken)
    {
        await data.Database.ExecuteSqlAsync($"lock table slots in exclusive mode", cancellationToken);
        var now = clock.Now;
        var stored = await data.Slots.AsNoTracking().Where(slot => slot.StartsAt > now).ToListAsync(cancellationToken);
        var diff = SlotDiff.Between(stored, Planned(await plans.ReadAsync(data, cancellationToken), stored, now));
        var change = new SlotChange(data, by, now);
        var gone = await change.DisplaceAsync(diff, cancellationToken);
        await change.WriteAsync(diff, cancellationToken);
        foreach (var seated in await change.ReseatAsync(cancellationToken))
        {
            gone.Remove(seated);
            await notices.RemindAsync(data, seated, cancellationToken);
        }

        return new PlanEffect(await DisplacedList.ReadAsync(data, gone, cancellationToken), diff.Added.Count, diff.Withdrawn.Count);
    }

    /// <summary>The plan to the end of the horizon, or of the slots there are: a shorter horizon takes nobody's appointment.</summary>
    private List<SlotPlan> Planned(OfficePlan plan, List<SlotRecord> stored, DateTimeOffset now)
    {
        var last = stored.Count == 0 ? clock.Today : DateOnly.FromDateTime(clock.Local(stored.Max(slot => slot.StartsAt)));
        var horizon = Math.Max(plan.HorizonDays, last.DayNumber - clock.Today.DayNumber);
        return SlotPlanner.Plan(plan with { HorizonDays = horizon }, clock.Today)
            .Select(slot => new SlotPlan(
                slot.CounterId, slot.RuleId, clock.At(slot.Starts), clock.At(slot.Ends), slot.Capacity, slot.Services, slot.BlockedReason))
            .Where(slot => slot.StartsAt > now).ToList();
    }
}
