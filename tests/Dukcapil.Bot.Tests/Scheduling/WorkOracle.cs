using System.Globalization;
using Dukcapil.Bot.Core.Scheduling;

namespace Dukcapil.Bot.Tests.Scheduling;

/// <summary>
/// Which work must have run for which key, and when: told once more in plain loops over days and wakings, one planned time after the other,
/// without cron, ledger or planner.
/// </summary>
internal sealed class WorkOracle(IReadOnlyList<DateTime> wakings, DateTime first, DateTime end)
{
    /// <summary>The rules as the office states them.</summary>
    public static readonly (string Name, MissedRun Missed, string[] At, bool OpenDays, bool Tells)[] Rules =
    [
        ("PlanSlots", MissedRun.Latest, ["00:05"], false, false),
        ("CheckHolidays", MissedRun.Latest, ["06:00"], false, false),
        ("RemindBookings", MissedRun.Latest, ["06:30"], false, false),
        ("PurgeExpired", MissedRun.Latest, ["02:15"], false, false),
        ("RemindUncollected", MissedRun.Latest, ["09:05"], true, true),
        ("CloseUncollected", MissedRun.Latest, ["09:20"], true, true),
        ("CloseQueue", MissedRun.Each, ["18:05"], false, false),
        ("CloseBookings", MissedRun.Each, ["18:30", "23:30"], false, false),
    ];

    /// <summary>Every run as <c>name key at local time</c>.</summary>
    public List<string> Runs() => Rules.SelectMany(rule => Runs(rule.Name)).Select(run => Line(run.Name, run.Key, run.At)).Order(StringComparer.Ordinal).ToList();

    /// <summary>The runs of one work, in order.</summary>
    public IEnumerable<(string Name, string Key, DateTime At)> Runs(string name)
    {
        var rule = Rules.Single(rule => rule.Name == name);
        var planned = Planned(rule.At, rule.OpenDays);
        for (var n = 0; n < planned.Count; n++)
        {
            // A later planned time takes the place of an earlier one, unless each must be made up for.
            var until = rule.Missed == MissedRun.Latest && n + 1 < planned.Count ? planned[n + 1] : DateTime.MaxValue;
            var at = FirstWaking(planned[n], until, rule.OpenDays, rule.Tells);
            if (at is { } made) yield return (name, planned[n].ToString(rule.At.Length > 1 ? "yyyy-MM-dd HH.mm" : "yyyy-MM-dd", CultureInfo.InvariantCulture), made);
        }
    }

    public static string Line(string name, string key, DateTime at) => string.Create(CultureInfo.InvariantCulture, $"{name} {key} at {at:yyyy-MM-dd HH:mm}");

    /// <summary>The planned times, with the last one before the first waking: a new office has missed that one and no other.</summary>
    private List<DateTime> Planned(string[] times, bool openDays)
    {
        var planned = new List<DateTime>();
        for (var day = DateOnly.FromDateTime(first).AddDays(-20); day < DateOnly.FromDateTime(end); day = day.AddDays(1))
            foreach (var time in times)
                if (!openDays || Year.IsOpen(day))
                    planned.Add(day.ToDateTime(TimeOnly.ParseExact(time, "HH:mm", CultureInfo.InvariantCulture)));
        var before = planned.FindLastIndex(at => at < first);
        return planned[before..];
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
