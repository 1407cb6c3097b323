using System.Globalization;
using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Appointments.Records;
using Dukcapil.Bot.Core.Casework.Deadlines;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Appointments.Planning;

/// <summary>
/// How the office edits its plan. Each edit, its line of history and the slots that follow from it are one transaction. No booking is
/// cancelled: those that no longer fit come back as a list, and wait for staff. A preview does everything and keeps nothing. Whatever would
/// let two rules count at one counter is refused: <see cref="BookingRefusals.RulesAddUp"/>, whose value <c>loket</c> names it.
/// </summary>
public sealed class StaffPlan(
    IDbContextFactory<BotDbContext> contexts, SlotSchedule schedule, PlanReader plans, DueTimes dueTimes, OfficeClock clock, OutboxSignal outbox)
{
    /// <summary>Saves a counter; a new one has the id 0.</summary>
    public Task<Outcome<PlanEffect>> SaveAsync(PlanCommand command, PlanCounter counter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(counter);
        if (string.IsNullOrWhiteSpace(counter.Name)) return Refused(BookingRefusals.BadPlan);
        return ChangeAsync(command, "counter", counter, data => PlanEdits.PutAsync(data, counter, cancellationToken), cancellationToken);
    }

    /// <summary>Saves the hours of a day of the week, of the office or of one counter.</summary>
    public Task<Outcome<PlanEffect>> SaveAsync(PlanCommand command, WeekdayHours hours, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(hours);
        if (hours.Hours is { IsInOrder: false }) return Refused(BookingRefusals.BadPlan);
        return ChangeAsync(command, "hours", hours, data => PlanEdits.PutAsync(data, hours, cancellationToken), cancellationToken);
    }

    /// <summary>Takes the own hours of a counter back: those of the office count again.</summary>
    public Task<Outcome<PlanEffect>> RemoveHoursAsync(PlanCommand command, DayOfWeek day, int counterId, CancellationToken cancellationToken)
    {
        var iso = PlanEdits.Iso(day);
        return ChangeAsync(
            command, "hours-removed", (day, counterId),
            data => data.ServiceHours.Where(line => line.Weekday == iso && line.CounterId == counterId)
                .ExecuteDeleteAsync(cancellationToken), cancellationToken);
    }

    /// <summary>Saves an exception; a new one has the id 0.</summary>
    public Task<Outcome<PlanEffect>> SaveAsync(PlanCommand command, CalendarDay day, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(day);
        if (day.First > day.Last || string.IsNullOrWhiteSpace(day.Label) || day.Closes != day.Hours is null
            || day.Hours is { IsInOrder: false })
            return Refused(BookingRefusals.BadPlan);
        return ChangeAsync(command, "day", day, data => PlanEdits.PutAsync(data, day, cancellationToken), cancellationToken);
    }

    /// <summary>Removes an exception.</summary>
    public Task<Outcome<PlanEffect>> RemoveDayAsync(PlanCommand command, int dayId, CancellationToken cancellationToken) => ChangeAsync(
        command, "day-removed", dayId, data => data.OfficeDays.Where(day => day.Id == dayId)
            .ExecuteDeleteAsync(cancellationToken), cancellationToken);

    /// <summary>Saves a rule of length and capacity; a new one has the id 0.</summary>
    public Task<Outcome<PlanEffect>> SaveAsync(PlanCommand command, PlanRule rule, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (rule.Minutes is < 5 or > 240 || rule.Capacity is < 1 or > 50) return Refused(BookingRefusals.BadPlan);
        return ChangeAsync(command, "rule", rule, data => PlanEdits.PutAsync(data, rule, cancellationToken), cancellationToken);
    }

    /// <summary>States that the holidays of a year are decreed and entered: from now on its days are offered.</summary>
    public Task<Outcome<PlanEffect>> SaveYearAsync(PlanCommand command, int year, string decree, string? note, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(decree)) return Refused(BookingRefusals.BadPlan);
        return ChangeAsync(
            command,
            "year",
            (year, decree),
            data => PlanEdits.PutYearAsync(data, year, decree, note, cancellationToken),
            cancellationToken);
    }

    /// <summary>
    /// Takes that statement back: its days are not offered any more, and appointments on them are displaced. The holidays that were entered
    /// stay. Refused for the year that runs: <see cref="BookingRefusals.RunningYear"/>.
    /// </summary>
    public Task<Outcome<PlanEffect>> RemoveYearAsync(PlanCommand command, int year, CancellationToken cancellationToken)
    {
        if (year <= clock.Today.Year) return Refused(BookingRefusals.RunningYear);
        return ChangeAsync(
            command, "year-removed", year, data => data.CalendarYears.Where(line => line.Year == year)
                .ExecuteDeleteAsync(cancellationToken), cancellationToken);
    }

    /// <summary>Saves the rules of booking.</summary>
    public Task<Outcome<PlanEffect>> SaveAsync(PlanCommand command, BookingPolicyRecord policy, CancellationToken cancellationToken)
    {
        if (!PlanEdits.IsSound(policy)) return Refused(BookingRefusals.BadPlan);
        return ChangeAsync(
            command, "policy", policy.HorizonDays, data => PlanEdits.PutAsync(data, policy, cancellationToken), cancellationToken);
    }

    /// <summary>Takes nobody at a counter, or at all of them, for a while.</summary>
    public Task<Outcome<PlanEffect>> BlockAsync(PlanCommand command, PlanBlock block, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(block);
        ArgumentNullException.ThrowIfNull(command);
        if (block.From >= block.Until || string.IsNullOrWhiteSpace(block.Reason)) return Refused(BookingRefusals.BadPlan);
        return ChangeAsync(command, "block", block, data =>
        {
            data.SlotBlocks.Add(new SlotBlockRecord
            {
                CounterId = block.CounterId,
                StartsAt = clock.At(block.From),
                EndsAt = clock.At(block.Until),
                Reason = block.Reason.Trim(),
                MadeBy = command.By.Id,
                MadeAt = clock.Now,
            });
            return data.SaveChangesAsync(cancellationToken);
        }, cancellationToken);
    }

    /// <summary>Lifts a block. Bookings it displaced get their places back, as far as those are free.</summary>
    public Task<Outcome<PlanEffect>> UnblockAsync(PlanCommand command, int blockId, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        return ChangeAsync(command, "unblock", blockId, data => data.SlotBlocks
            .Where(block => block.Id == blockId && block.LiftedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(block => block.LiftedAt, now), cancellationToken), cancellationToken);
    }

    private async Task<Outcome<PlanEffect>> ChangeAsync(
        PlanCommand command, string what, object detail, Func<BotDbContext, Task> edit, CancellationToken cancellationToken)
    {
        var outcome = await Transactions.RunAsync<Outcome<PlanEffect>>(contexts, async data =>
        {
            // Edits follow each other: two at once would each plan without the other.
            await data.Database.ExecuteSqlAsync($"lock table slots in exclusive mode", cancellationToken);
            var before = await CrowdedAsync(data, cancellationToken);
            await edit(data);
            if ((await CrowdedAsync(data, cancellationToken)).Except(before, StringComparer.Ordinal).FirstOrDefault() is { } counter)
                return Refusal.Of(BookingRefusals.RulesAddUp, ("loket", counter));
            data.PlanHistory.Add(new PlanChangeRecord
            {
                At = clock.Now,
                StaffId = command.By.Id,
                What = what,
                Detail = new(StringComparer.Ordinal) { ["isi"] = string.Create(CultureInfo.InvariantCulture, $"{detail}") },
            });
            await data.SaveChangesAsync(cancellationToken);
            // Deadlines count in the office's hours: an edit of those moves them in the same commit.
            await dueTimes.RefreshAsync(data, clock.Under((await plans.ReadAsync(data, cancellationToken)).Calendar), cancellationToken);
            return await schedule.ApplyAsync(data, command.By, cancellationToken);
        }, cancellationToken, done => !command.IsPreview && done.Refusal is null);
        if (command.IsPreview || outcome.Refusal is not null) return outcome;
        await plans.RefreshCalendarAsync(cancellationToken);
        outbox.Signal.Raise();
        return outcome;
    }

    private static Task<Outcome<PlanEffect>> Refused(string code) => Task.FromResult<Outcome<PlanEffect>>(new Refusal(code));

    private async Task<IReadOnlyList<string>> CrowdedAsync(BotDbContext data, CancellationToken cancellationToken) =>
        SlotPlanner.WithSeveralRules(await plans.ReadAsync(data, cancellationToken)).Select(counter => counter.Name).ToList();
}

/// <summary>An edit of the plan.</summary>
/// <param name="By">Who.</param>
/// <param name="IsPreview">Only say what would happen.</param>
public sealed record PlanCommand(StaffActor By, bool IsPreview = false);
