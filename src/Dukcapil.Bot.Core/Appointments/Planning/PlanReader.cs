using Dukcapil.Bot.Core.Appointments.Records;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Appointments.Planning;

/// <summary>Reads the office's plan from the database.</summary>
public sealed class PlanReader(
    IDbContextFactory<BotDbContext> contexts, BotContentHolder content, OfficeClock clock, OfficeCalendarHolder holder)
{
    /// <summary>Reads the calendar anew and lets this host work with it.</summary>
    public async Task<OfficeCalendar> RefreshCalendarAsync(CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        var calendar = await ReadCalendarAsync(data, cancellationToken);
        holder.Use(calendar);
        return calendar;
    }

    /// <summary>The plan as it stands.</summary>
    public async Task<OfficePlan> ReadAsync(CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        return await ReadAsync(data, cancellationToken);
    }

    /// <summary>The plan as the caller's transaction sees it.</summary>
    public async Task<OfficePlan> ReadAsync(BotDbContext data, CancellationToken cancellationToken) => new()
    {
        Calendar = await ReadCalendarAsync(data, cancellationToken),
        Counters = (await data.Counters.AsNoTracking().OrderBy(counter => counter.Id).ToListAsync(cancellationToken))
            .ConvertAll(counter => new PlanCounter(counter.Id, counter.Name, counter.Services, counter.Active)),
        Rules = (await data.SlotRules.AsNoTracking().OrderBy(rule => rule.Id).ToListAsync(cancellationToken))
            .ConvertAll(rule => new PlanRule(rule.Id, rule.CounterId, rule.Services, rule.Minutes, rule.Capacity, rule.Active)),
        Blocks = (await data.SlotBlocks.AsNoTracking().Where(block => block.LiftedAt == null).OrderBy(block => block.Id)
            .ToListAsync(cancellationToken))
            .ConvertAll(block => new PlanBlock(block.CounterId, clock.Local(block.StartsAt), clock.Local(block.EndsAt), block.Reason)),
        Services = [.. content.Current.Alur.All.Select(alur => alur.Id), Service.Collection],
        HorizonDays = (await data.BookingPolicy.AsNoTracking().SingleAsync(cancellationToken)).HorizonDays,
    };

    private static async Task<OfficeCalendar> ReadCalendarAsync(BotDbContext data, CancellationToken cancellationToken)
    {
        var week = await data.ServiceHours.AsNoTracking().ToListAsync(cancellationToken);
        var days = await data.OfficeDays.AsNoTracking().ToListAsync(cancellationToken);
        var years = await data.CalendarYears.AsNoTracking().Select(year => year.Year).ToListAsync(cancellationToken);
        return new OfficeCalendar(
            week.Select(line => new WeekdayHours(
                DayOf(line.Weekday),
                line.CounterId,
                Hours(line.Opens, line.Closes, line.BreakStart, line.BreakEnd))),
            days.Select(DayOf),
            years);
    }

    /// <summary>A stored exception as the calendar knows it.</summary>
    internal static CalendarDay DayOf(OfficeDayRecord day) => new()
    {
        Id = day.Id,
        First = day.FirstDay,
        Last = day.LastDay,
        Kind = day.Kind,
        Label = day.Label,
        CounterId = day.CounterId,
        Weekdays = day.Weekdays?.ConvertAll(DayOf) ?? [],
        Hours = Hours(day.Opens, day.Closes, day.BreakStart, day.BreakEnd),
        Movable = day.Movable,
        Source = day.Source,
    };

    private static DayOfWeek DayOf(short iso) => (DayOfWeek)(iso % 7);

    private static DayHours? Hours(TimeOnly? opens, TimeOnly? closes, TimeOnly? breakStart, TimeOnly? breakEnd) =>
        opens is { } open && closes is { } close ? new DayHours(open, close, breakStart, breakEnd) : null;
}
