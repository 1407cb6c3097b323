using Dukcapil.Bot.Core.Appointments.Records;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Appointments.Planning;

/// <summary>Reads the office's plan from the database.</summary>
public sealed class PlanReader(IDbContextFactory<BotDbContext> contexts, BotContentHolder content, OfficeClock clock, OfficeCalendarHolder holder)
{
    /// <summary>Reads the calendar anew and lets this host work with it.</summary>
    public async Task<OfficeCalendar> RefreshCalendarAsync(CancellationToken cancellation)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellation);
        var calendar = await ReadCalendarAsync(data, cancellation);
        holder.Use(calendar);
        return calendar;
    }

    /// <summary>The plan as it stands.</summary>
    public async Task<OfficePlan> ReadAsync(CancellationToken cancellation)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellation);
        return await ReadAsync(data, cancellation);
    }

    /// <summary>The plan as the caller's transaction sees it.</summary>
    public async Task<OfficePlan> ReadAsync(BotDbContext data, CancellationToken cancellation) => new()
    {
        Calendar = await ReadCalendarAsync(data, cancellation),
        Counters = (await data.Counters.AsNoTracking().OrderBy(counter => counter.Id).ToListAsync(cancellation))
            .ConvertAll(counter => new PlanCounter(counter.Id, counter.Name, counter.Services, counter.Active)),
        Rules = (await data.SlotRules.AsNoTracking().OrderBy(rule => rule.Id).ToListAsync(cancellation))
            .ConvertAll(rule => new PlanRule(rule.Id, rule.CounterId, rule.Services, rule.Minutes, rule.Capacity, rule.Active)),
        Blocks = (await data.SlotBlocks.AsNoTracking().Where(block => block.LiftedAt == null).OrderBy(block => block.Id).ToListAsync(cancellation))
            .ConvertAll(block => new PlanBlock(block.CounterId, clock.Local(block.StartsAt), clock.Local(block.EndsAt), block.Reason)),
        Services = [.. content.Current.Alur.All.Select(alur => alur.Id), Service.Collection],
        HorizonDays = (await data.BookingPolicy.AsNoTracking().SingleAsync(cancellation)).HorizonDays,
    };

    private static async Task<OfficeCalendar> ReadCalendarAsync(BotDbContext data, CancellationToken cancellation)
    {
        var week = await data.ServiceHours.AsNoTracking().ToListAsync(cancellation);
        var days = await data.OfficeDays.AsNoTracking().ToListAsync(cancellation);
        var years = await data.CalendarYears.AsNoTracking().Select(year => year.Year).ToListAsync(cancellation);
        return new OfficeCalendar(
            week.Select(line => new WeekdayHours(DayOf(line.Weekday), line.CounterId, Hours(line.Opens, line.Closes, line.BreakStart, line.BreakEnd))),
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
