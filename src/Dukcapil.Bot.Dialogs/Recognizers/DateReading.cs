namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>A date as it was written, which need not exist.</summary>
public sealed record DateReading
{
    // The order is known where the month was written by its name, or the day as a serial number.
    internal DateReading(int year, int month, int day, bool isOrderKnown)
    {
        Date = Of(year, month, day);
        Swapped = isOrderKnown || month == day ? null : Of(year, day, month);
    }

    /// <summary>The date, day before month; null when there is no such day.</summary>
    public DateOnly? Date { get; }

    /// <summary>
    /// The date if month was written before day; null when that is no day, the same day, or impossible by how it was written.
    /// </summary>
    public DateOnly? Swapped { get; }

    internal static DateOnly? Of(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
}
