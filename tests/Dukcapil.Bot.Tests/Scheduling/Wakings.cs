namespace Dukcapil.Bot.Tests.Scheduling;

/// <summary>
/// When two hosts run between October 2026 and the end of 2027, and at which moments one of them is woken: every quarter of an hour, and on
/// the minute of each plan. Both are down over Christmas and the New Year, for a week in May, for nights, for hours, and now and then for
/// days.
/// </summary>
internal sealed class Wakings
{
    public static readonly DateTime First = new(2026, 10, 1), End = new(2028, 1, 1);

    /// <summary>The minutes of the day on which a plan of the settings falls.</summary>
    private static readonly int[] Plans = [5, (2 * 60) + 15, 6 * 60, (9 * 60) + 5, (9 * 60) + 20, (18 * 60) + 5, (18 * 60) + 30, (23 * 60)
        + 30];

    private readonly List<(DateTime From, DateTime To)>[] _down;

    public Wakings(int seed)
    {
        var random = new Random(seed);
        List<(DateTime, DateTime)> both =
        [
            (new(2026, 12, 23, 20, 0, 0), new(2027, 1, 4, 7, 40, 0)),
            (new(2027, 5, 10), new(2027, 5, 17, 3, 0, 0)),
            (new(2027, 3, 8, 1, 0, 0), new(2027, 3, 8, 21, 0, 0)),
            (new(2027, 12, 30, 9, 0, 0), new(2027, 12, 31, 9, 30, 0)),
        ];
        for (var n = 0; n < 60; n++) both.Add(Outage(random, n % 10 == 0 ? 72 : 14));
        _down = [[.. both, .. Own(random)], [.. both, .. Own(random)]];
    }

    /// <summary>The hosts that run at a local time.</summary>
    public int[] Up(DateTime at) =>
        Enumerable.Range(0, 2).Where(host => !_down[host].Exists(span => span.From <= at && at < span.To)).ToArray();

    /// <summary>Every local time at which some host is woken, in order.</summary>
    public List<DateTime> All()
    {
        var times = new List<DateTime>();
        for (var at = First; at < End; at = at.AddMinutes(5))
        {
            var minute = (at.Hour * 60) + at.Minute;
            if ((minute % 15 == 0 || Plans.Contains(minute)) && Up(at).Length > 0) times.Add(at);
        }

        return times;
    }

    private static IEnumerable<(DateTime, DateTime)> Own(Random random) => Enumerable.Range(0, 120).Select(_ => Outage(random, 40));

    private static (DateTime, DateTime) Outage(Random random, int hours)
    {
        var from = First.AddMinutes(random.Next((int)(End - First).TotalMinutes));
        return (from, from.AddMinutes(random.Next(20, hours * 60)));
    }
}
