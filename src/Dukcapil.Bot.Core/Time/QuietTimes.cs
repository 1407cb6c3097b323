namespace Dukcapil.Bot.Core.Time;

/// <summary>
/// When residents are left alone: from 20.00 to 07.00, and on holidays and collective leave (<c>docs/aturan-kantor.md</c> "Quiet times").
/// </summary>
public static class QuietTimes
{
    /// <summary>From then on the office may speak first.</summary>
    public static readonly TimeOnly Morning = new(7, 0);

    /// <summary>From then on it may not.</summary>
    public static readonly TimeOnly Evening = new(20, 0);

    /// <summary>Whether the office may speak first at a local time.</summary>
    public static bool MayTell(DateTime local, OfficeCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var time = TimeOnly.FromDateTime(local);
        return time >= Morning && time < Evening
            && calendar.ExceptionOn(DateOnly.FromDateTime(local)) is not { Kind: CalendarDayKind.Holiday or CalendarDayKind.CutiBersama };
    }
}
