using System.Globalization;
using Dukcapil.Bot.Content;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Core.Time;

/// <summary>The office's time: people see WIB, the database keeps UTC.</summary>
public sealed class OfficeClock(TimeProvider time, IOptions<OfficeOptions> options, OfficeCalendarHolder calendar)
{
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(options.Value.TimeZone);

    private WorkingHours Hours => new(calendar.Current);

    /// <summary>Now, in UTC.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>The office's calendar day.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Local(Now));

    /// <summary>Whether the counters are open now.</summary>
    public bool IsOpen => Hours.IsOpen(Local(Now));

    /// <summary>Whether a day is near enough to be looked at: with days at the end of the calendar nobody can reckon.</summary>
    public bool IsNear(DateOnly day) => Math.Abs(day.DayNumber - Today.DayNumber) <= 3660;

    /// <summary>Whether residents may be told something now of the office's own accord; see <see cref="QuietTimes"/>.</summary>
    public bool MayTell => MayTellAt(Now);

    /// <summary>Whether residents may be told something at an instant; see <see cref="QuietTimes"/>.</summary>
    public bool MayTellAt(DateTimeOffset instant) => QuietTimes.MayTell(Local(instant), calendar.Current);

    /// <summary>Whether the office opens on a day.</summary>
    public bool IsOpenDay(DateOnly day) => calendar.Current.HoursOn(day) is not null;

    /// <summary>The open day that lies so many open days after a day; see <see cref="OfficeCalendar.AddOpenDays"/>.</summary>
    public DateOnly AddOpenDays(DateOnly day, int count) => calendar.Current.AddOpenDays(day, count);

    /// <summary>The same clock under another calendar, such as one that is being edited.</summary>
    public OfficeClock Under(OfficeCalendar other)
    {
        var edited = new OfficeCalendarHolder();
        edited.Use(other);
        return new OfficeClock(time, options, edited);
    }

    /// <summary>The local wall-clock time of an instant.</summary>
    public DateTime Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, _zone).DateTime;

    /// <summary>The instant at which a local day begins.</summary>
    public DateTimeOffset StartOf(DateOnly day) => At(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>The instant of a local wall-clock time, in UTC.</summary>
    public DateTimeOffset At(DateTime local) => new DateTimeOffset(local, _zone.GetUtcOffset(local)).ToUniversalTime();

    /// <summary>The working time between two instants.</summary>
    public TimeSpan WorkingTimeBetween(DateTimeOffset from, DateTimeOffset to) => Hours.Between(Local(from), Local(to));

    /// <summary>The instant that lies the given working time after another.</summary>
    public DateTimeOffset AddWorkingTime(DateTimeOffset from, TimeSpan work) => At(Hours.Add(Local(from), work));

    /// <summary>Day and time as people read them: <c>22 Nov 2026 14.05 WIB</c>.</summary>
    public string Format(DateTimeOffset instant) => Local(instant).ToString("d MMM yyyy HH.mm", Indonesian) + " WIB";

    /// <summary>
    /// Day and time as residents read them in their language: <c>22 Nov 2026 14.05 WIB</c>, <c>22 Nov 2026 14:05 WIB</c>.
    /// </summary>
    public LocalizedText Moment(DateTimeOffset instant) =>
        new(Format(instant), Local(instant).ToString("d MMM yyyy HH:mm", English) + " WIB");

    /// <summary>The local day of an instant as residents read it in their language.</summary>
    public LocalizedText Day(DateTimeOffset instant)
    {
        var day = DateOnly.FromDateTime(Local(instant));
        return new LocalizedText(Format(day), Format(day, Language.En));
    }

    /// <summary>The day of the week and the day as residents read them: <c>Senin, 23 November 2026</c>.</summary>
    public LocalizedText LongDay(DateTimeOffset instant)
    {
        var local = Local(instant);
        return new LocalizedText(local.ToString("dddd, d MMMM yyyy", Indonesian), local.ToString("dddd, d MMMM yyyy", English));
    }

    /// <summary>The time of day as residents read it: <c>09.15 WIB</c>, <c>09:15 WIB</c>.</summary>
    public LocalizedText Hour(DateTimeOffset instant) =>
        new(Local(instant).ToString("HH.mm", Indonesian) + " WIB", Local(instant).ToString("HH:mm", English) + " WIB");

    /// <summary>A day as people read it: <c>22 November 2026</c>.</summary>
    public static string Format(DateOnly day, Language language = Language.Id) =>
        day.ToString("d MMMM yyyy", language == Language.En ? English : Indonesian);
}
