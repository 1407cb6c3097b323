using Dukcapil.Bot.Core.Appointments.Records;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Appointments.Planning;

/// <summary>Writes parts of the plan: changes the row there is, or adds one.</summary>
internal static class PlanEdits
{
    public static async Task PutAsync(BotDbContext data, PlanCounter counter, CancellationToken cancellationToken)
    {
        if (await data.Counters.FindAsync([counter.Id], cancellationToken) is { } row)
            (row.Name, row.Services, row.Active) = (counter.Name.Trim(), [.. counter.Services], counter.Active);
        else
            data.Counters.Add(new CounterRecord { Name = counter.Name.Trim(), Services = [.. counter.Services], Active = counter.Active });
        await data.SaveChangesAsync(cancellationToken);
    }

    public static async Task PutAsync(BotDbContext data, WeekdayHours hours, CancellationToken cancellationToken)
    {
        var iso = Iso(hours.Day);
        var row = await data.ServiceHours.AsTracking()
            .SingleOrDefaultAsync(line => line.Weekday == iso && line.CounterId == hours.CounterId, cancellationToken);
        if (row is null) data.ServiceHours.Add(row = new ServiceHoursRecord { Weekday = iso, CounterId = hours.CounterId });
        (row.Opens, row.Closes, row.BreakStart, row.BreakEnd) = (hours.Hours?.Opens, hours.Hours?.Closes, hours.Hours?.BreakStart, hours.Hours?.BreakEnd);
        await data.SaveChangesAsync(cancellationToken);
    }

    public static async Task PutAsync(BotDbContext data, CalendarDay day, CancellationToken cancellationToken)
    {
        var row = await data.OfficeDays.FindAsync([day.Id], cancellationToken);
        if (row is null) data.OfficeDays.Add(row = new OfficeDayRecord
        {
            FirstDay = day.First,
            LastDay = day.Last,
            Kind = day.Kind,
            Label = day.Label,
            Movable = day.Movable,
        });
        (row.FirstDay, row.LastDay, row.Kind, row.Label) = (day.First, day.Last, day.Kind, day.Label.Trim());
        (row.CounterId, row.Movable, row.Source) = (day.CounterId, day.Movable, day.Source);
        row.Weekdays = day.Weekdays.Count == 0 ? null : [.. day.Weekdays.Select(Iso)];
        (row.Opens, row.Closes, row.BreakStart, row.BreakEnd) = (day.Hours?.Opens, day.Hours?.Closes, day.Hours?.BreakStart, day.Hours?.BreakEnd);
        await data.SaveChangesAsync(cancellationToken);
    }

    public static async Task PutAsync(BotDbContext data, PlanRule rule, CancellationToken cancellationToken)
    {
        if (await data.SlotRules.FindAsync([rule.Id], cancellationToken) is { } row)
            (row.Services, row.Minutes, row.Capacity, row.Active) = ([.. rule.Services], rule.Minutes, rule.Capacity, rule.Active);
        else
            data.SlotRules.Add(new SlotRuleRecord
            {
                CounterId = rule.CounterId,
                Services = [.. rule.Services],
                Minutes = rule.Minutes,
                Capacity = rule.Capacity,
                Active = rule.Active,
            });
        await data.SaveChangesAsync(cancellationToken);
    }

    public static async Task PutYearAsync(BotDbContext data, int year, string decree, string? note, CancellationToken cancellationToken)
    {
        if (await data.CalendarYears.FindAsync([year], cancellationToken) is { } row) (row.Decree, row.Note) = (decree.Trim(), note);
        else data.CalendarYears.Add(new CalendarYearRecord { Year = year, Decree = decree.Trim(), Note = note });
        await data.SaveChangesAsync(cancellationToken);
    }

    public static Task PutAsync(BotDbContext data, BookingPolicyRecord policy, CancellationToken cancellationToken)
    {
        data.BookingPolicy.Update(policy);
        return data.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The limits that the table states, too.</summary>
    public static bool IsSound(BookingPolicyRecord policy) =>
        policy is
        {
            LeadMinutes: >= 0 and <= 10080, HorizonDays: >= 1 and <= 180, HoldMinutes: >= 1 and <= 120, MostOpen: >= 1 and <= 10,
            LateMinutes: >= 0 and <= 240, OfferMinutes: >= 5 and <= 1440, MostOffers: >= 1 and <= 20, RemindMinutesBefore: >= 15 and <= 1440,
        } && policy.OffersFrom < policy.OffersUntil;

    /// <summary>The day of the week as the table counts: 1 is Monday, 7 Sunday.</summary>
    public static short Iso(DayOfWeek day) => (short)(day == DayOfWeek.Sunday ? 7 : (int)day);
}
