using System.Globalization;

namespace Dukcapil.Bot.Tests.Scheduling;

/// <summary>
/// Which work must have run for which key, and when: told once more in plain loops over days and wakings, one planned time after the other,
/// without cron, storage or rule.
/// </summary>
internal sealed class WorkOracle(IReadOnlyList<DateTime> wakings, DateTime first, DateTime end)
{
    /// <summary>The rules as the office states them.</summary>
    public static readonly (string Name, bool Each, string[] At, bool OpenDays, bool Tells)[] Rules =
    [
        ("PlanSlots", false, ["00:05"], false, false),
        ("CheckHolidays", false, ["06:00"], false, false),
        ("RemindBookings", false, ["06:30"], false, false),
        ("PurgeExpired", false, ["02:15"], false, false),
        ("RemindUncollected", false, ["09:05"], true, true),
        ("CloseUncollected", false, ["09:20"], true, true),
        ("CloseQueue", true, ["18:05"], false, false),
        ("CloseBookings", true, ["18:30", "23:30"], false, false),
    ];

    /// <summary>Every run as <c>name key at local time</c>.</summary>
    public List<string> Runs() =>
        Rules.SelectMany(rule => Runs(rule.Name)).Select(run => Line(run.Name, run.Key, run.At)).Order(StringComparer.Ordinal).ToList();

    /// <summary>The runs of one work, in order.</summary>
    public IEnumerable<(string Name, string Key, DateTime At)> Runs(string name)
    {
        var rule = Rules.Single(rule => rule.Name == name);
        var planned = Planned(rule.At, rule.OpenDays);
        for (var n = 0; n < planned.Count; n++)
        {
            // A later planned time takes the place of an earlier one, unless each must be made up for.
            var until = !rule.Each && n + 1 < planned.Count ? planned[n + 1] : DateTime.MaxValue;
            var at = FirstWaking(planned[n], until, rule.OpenDays, rule.Tells);
            if (at is { } made)
                yield return (name, planned[n].ToString(
                    rule.At.Length > 1 ? "yyyy-MM-dd HH.mm" : "yyyy-MM-dd", CultureInfo.InvariantCulture), made);
        }
    }

    public static string Line(string name, string key, DateTime at) =>
        string.Create(CultureInfo.InvariantCulture, $"{name} {key} at {at:yyyy-MM-dd HH:mm}");

    /// <summary>The planned times since the first waking: a new office has missed nothing.</summary>
    private List<DateTime> Planned(string[] times, bool openDays)
    {
        var planned = new List<DateTime>();
        for (var day = DateOnly.FromDateTime(first); day < DateOnly.FromDateTime(end); day = day.AddDays(1))
            foreach (var time in times)
                if (!openDays || Year.IsOpen(day))
                    planned.Add(day.ToDateTime(TimeOnly.ParseExact(time, "HH:mm", CultureInfo.InvariantCulture)));
        return planned;
    }

    private DateTime? FirstWaking(DateTime planned, DateTime until, bool openDays, bool tells)
    {
        foreach (var at in wakings)
        {
            if (at < planned) continue;
            if (at >= until) return null;
            if ((!openDays || Year.IsOpen(DateOnly.FromDateTime(at))) && (!tells || Year.MayTell(at))) return at;
        }

        return null;
    }
}
