using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Time;

namespace Dukcapil.Bot.Core.Casework.Deadlines;

/// <summary>
/// Says who must be told of a case's deadlines. Pure: the same facts always give the same answer, however late it is asked.
/// </summary>
public static class Escalation
{
    /// <summary>
    /// Every warning whose moment has come. While the case waits for the resident or is held nobody is told anything. Several levels may
    /// come at once when nobody looked for a while; each is told once, which the caller's table keeps.
    /// </summary>
    public static IReadOnlyList<DueWarning> Due(CaseClocks clocks, StaffRole desk, DeadlineOptions options, OfficeClock clock)
    {
        ArgumentNullException.ThrowIfNull(clocks);
        return [.. Of(DeadlineScope.Step, clocks.Step), .. Of(DeadlineScope.Case, clocks.Case)];

        IEnumerable<DueWarning> Of(DeadlineScope scope, Deadline? deadline) => deadline is null or { IsPaused: true }
            ? []
            : Levels(desk, options).Where(level => deadline.UsedUpAt(level.Percent, clock) <= clock.Now)
                .Select(level => new DueWarning(scope, level.Level, level.Role, deadline.DueAt(clock)!.Value));
    }

    /// <summary>
    /// Who is told at which part of the time: the desk, then the next in rank above it (for the counter and the operator the head of
    /// section), then the head of office. Nobody is told twice: above the head of division comes the head of office alone.
    /// </summary>
    public static IReadOnlyList<(WarningLevel Level, StaffRole Role, int Percent)> Levels(StaffRole desk, DeadlineOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var next = desk < StaffRole.Kasi ? StaffRole.Kasi : desk + 1;
        List<(WarningLevel, StaffRole, int)> levels = [(WarningLevel.Holder, desk, options.HolderPercent)];
        if (desk < StaffRole.Kadis) levels.Add((WarningLevel.Section, next, options.SectionPercent));
        if (next < StaffRole.Kadis) levels.Add((WarningLevel.Office, StaffRole.Kadis, options.OfficePercent));
        return levels;
    }
}

/// <summary>A warning whose moment has come.</summary>
/// <param name="Scope">Of the step, or of the whole case.</param>
/// <param name="Level">Who is told, by rank.</param>
/// <param name="Role">The desk that is told.</param>
/// <param name="DueAt">When the time is, or was, used up.</param>
public sealed record DueWarning(DeadlineScope Scope, WarningLevel Level, StaffRole Role, DateTimeOffset DueAt);
