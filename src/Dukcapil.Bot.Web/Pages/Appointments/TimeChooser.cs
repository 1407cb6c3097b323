using System.Globalization;
using Dukcapil.Bot.Core.Appointments.Schedules;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Web.Pages.Queues;

namespace Dukcapil.Bot.Web.Pages.Appointments;

/// <summary>The days and times that an officer can give, and the one that was chosen.</summary>
public sealed class TimeChooser(ScheduleReader schedule, OfficeClock clock)
{
    /// <summary>Days and times for a service.</summary>
    /// <param name="service">What for.</param>
    /// <param name="wanted">The day to show; the next free one when null or full.</param>
    /// <param name="chosen">What the form sent for the time.</param>
    /// <param name="cancellationToken">Stops the queries.</param>
    public async Task<TimeChoice> ReadAsync(string service, DateOnly? wanted, string? chosen, CancellationToken cancellationToken)
    {
        var days = await schedule.FreeDaysAsync(service, cancellationToken);
        DateOnly? day = days.Any(free => free.Day == wanted) ? wanted : days.Count > 0 ? days[0].Day : null;
        var times = day is { } shown ? await schedule.FreeTimesAsync(service, shown, cancellationToken) : [];
        return new TimeChoice(days, day, times.Select(OptionOf).ToList(), chosen);
    }

    /// <summary>The time that the form sent; null when it sent none.</summary>
    public static DateTimeOffset? Read(string? value)
    {
        const DateTimeStyles universal = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, universal, out var time) ? time : null;
    }

    private TimeOption OptionOf(FreeTime time)
    {
        var local = clock.Local(time.StartsAt);
        return new TimeOption(AppointmentWords.Iso(time.StartsAt), QueueWords.Hour(local), time.Free, local.Hour < 12);
    }
}
