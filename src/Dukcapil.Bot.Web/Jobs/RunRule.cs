using Dukcapil.Bot.Core.Time;
using Hangfire;

namespace Dukcapil.Bot.Web.Jobs;

/// <summary>
/// Decides whether a run that Hangfire woke happens now, later or never: from its row, its planned times, the clock and the calendar alone.
/// Pure, so that months of days can be tested.
/// </summary>
public static class RunRule
{
    /// <summary>Why a run does not happen on a day that is none of its own.</summary>
    public const string NoDay = "Bukan hari untuk pekerjaan ini";

    /// <summary>Why a run does not happen whose next one has come.</summary>
    public const string Covered = "Digantikan oleh jadwal berikutnya";

    /// <summary>Why a run that was asked for does not happen.</summary>
    public const string Quiet = "Tidak dijalankan: malam atau hari libur";

    /// <summary>Days ahead in which an allowed time is looked for; no calendar is closed that long.</summary>
    private const int MostDays = 60;

    /// <summary>Decides about a planned run, also when it was postponed before or is tried again.</summary>
    /// <param name="row">The row.</param>
    /// <param name="first">The first planned time that had not been woken before.</param>
    /// <param name="woken">When Hangfire woke it; for each missed run, when that was planned.</param>
    /// <param name="clock">Now, and the office's days.</param>
    public static RunDecision Planned(RecurringJobRow row, DateTimeOffset first, DateTimeOffset woken, OfficeClock clock)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(clock);
        var isEach = row.Misfire == MisfireHandlingMode.Strict;
        // Each missed run is woken for its own planned time, which stays its own when the plan changes meanwhile.
        if ((isEach ? OnItsDay(row, woken, clock) : LastPlanned(row, first, woken, clock)) is not { } due)
            return new RunDecision.Never(NoDay);
        var day = DateOnly.FromDateTime(clock.Local(due));
        var isAllowed = IsAllowed(row, clock.Now, clock);
        var at = isAllowed ? clock.Now : NextAllowed(row, clock);
        if (!isEach && IsPlannedAgain(row, due, at, clock)) return new RunDecision.Never(Covered);
        return isAllowed ? new RunDecision.Now(day) : new RunDecision.Later(at);
    }

    /// <summary>Decides about a run that somebody, or the start of a host, asked for.</summary>
    public static RunDecision Asked(RecurringJobRow row, OfficeClock clock)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(clock);
        return row.TellsResidents && !clock.MayTell ? new RunDecision.Never(Quiet) : new RunDecision.Now(clock.Today);
    }

    private static bool IsAllowed(RecurringJobRow row, DateTimeOffset at, OfficeClock clock) =>
        (!row.TellsResidents || clock.MayTellAt(at)) && OnItsDay(row, at, clock) is not null;

    private static DateTimeOffset NextAllowed(RecurringJobRow row, OfficeClock clock)
    {
        for (var day = clock.Today; day < clock.Today.AddDays(MostDays); day = day.AddDays(1))
        {
            var at = clock.At(day.ToDateTime(row.TellsResidents ? QuietTimes.Morning : TimeOnly.MinValue));
            if (at > clock.Now && IsAllowed(row, at, clock)) return at;
        }

        return clock.StartOf(clock.Today.AddDays(MostDays));
    }

    private static DateTimeOffset? OnItsDay(RecurringJobRow row, DateTimeOffset due, OfficeClock clock) =>
        !row.OnlyOpenDays || clock.IsOpenDay(DateOnly.FromDateTime(clock.Local(due))) ? due : null;

    private static DateTimeOffset? LastPlanned(RecurringJobRow row, DateTimeOffset first, DateTimeOffset until, OfficeClock clock)
    {
        DateTimeOffset? last = null;
        foreach (var due in PlannedFrom(row, first.AddTicks(-1), until, clock)) last = due;
        return last;
    }

    private static bool IsPlannedAgain(RecurringJobRow row, DateTimeOffset after, DateTimeOffset until, OfficeClock clock) =>
        PlannedFrom(row, after, until, clock).Any();

    private static IEnumerable<DateTimeOffset> PlannedFrom(
        RecurringJobRow row, DateTimeOffset after, DateTimeOffset until, OfficeClock clock)
    {
        for (var next = row.NextAfter(after); next is { } due && due <= until; next = row.NextAfter(due))
            if (OnItsDay(row, due, clock) is not null) yield return due;
    }
}
