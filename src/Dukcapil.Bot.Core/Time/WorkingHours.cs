namespace Dukcapil.Bot.Core.Time;

/// <summary>Arithmetic on service hours, in local time: breaks, closed days and holidays do not count.</summary>
public sealed class WorkingHours(OfficeCalendar calendar)
{
    /// <summary>How far ahead an open day is looked for before the plan counts as empty.</summary>
    internal const int LongestClosure = 60;

    /// <summary>Whether a moment lies within the service hours.</summary>
    public bool IsOpen(DateTime local) => SpansOf(DateOnly.FromDateTime(local)).Any(span => span.From <= local && local < span.To);

    /// <summary>
    /// The moment at which the given working time has passed since <paramref name="from"/>. When the plan has no open day for 60 days on
    /// end, the time that is left is added as it is: a wrong plan must not stop a case.
    /// </summary>
    public DateTime Add(DateTime from, TimeSpan work)
    {
        var (left, last) = (work, from);
        for (var day = DateOnly.FromDateTime(from); day <= DateOnly.FromDateTime(last).AddDays(LongestClosure); day = day.AddDays(1))
        {
            foreach (var span in SpansOf(day).Where(span => span.To > from))
            {
                var start = span.From > from ? span.From : from;
                if (start + left <= span.To) return start + left;
                left -= span.To - start;
                last = span.To;
            }
        }

        return last + left;
    }

    /// <summary>The working time between two moments; zero when the second is not later.</summary>
    public TimeSpan Between(DateTime from, DateTime to)
    {
        var work = TimeSpan.Zero;
        for (var day = DateOnly.FromDateTime(from); day <= DateOnly.FromDateTime(to); day = day.AddDays(1))
        {
            foreach (var span in SpansOf(day))
            {
                var start = span.From > from ? span.From : from;
                var end = span.To < to ? span.To : to;
                if (end > start) work += end - start;
            }
        }

        return work;
    }

    private IEnumerable<(DateTime From, DateTime To)> SpansOf(DateOnly day) =>
        calendar.HoursOn(day)?.Spans().Select(span => (day.ToDateTime(span.From), day.ToDateTime(span.To))) ?? [];
}
