namespace Dukcapil.Bot.Core.Time;

/// <summary>
/// The office's calendar as this host last read it. The database holds the truth; every host reads it at its start and again within a
/// minute of each change.
/// </summary>
public sealed class OfficeCalendarHolder
{
    private volatile OfficeCalendar _current = OfficeCalendar.Empty;

    /// <summary>The calendar.</summary>
    public OfficeCalendar Current => _current;

    /// <summary>Puts a newly read calendar in place.</summary>
    public void Use(OfficeCalendar calendar) => _current = calendar;
}
