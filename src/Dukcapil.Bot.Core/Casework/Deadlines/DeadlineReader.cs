using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Staff;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Core.Casework.Deadlines;

/// <summary>How open cases stand to their deadlines, for the pages; worked out from the facts at the moment of asking.</summary>
public sealed class DeadlineReader(
    IDbContextFactory<BotDbContext> contexts, DueTimes times, AlurVersions alurs, OfficeClock clock, IOptions<DeadlineOptions> options)
{
    /// <summary>All open cases with a deadline, the one with the least time left first.</summary>
    public async Task<IReadOnlyList<DeadlineLine>> ListAsync(CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        var cases = (await times.ReadAsync(data, cancellationToken)).Where(open => open.Clocks != CaseClocks.None).ToList();
        var names = await data.Staff.AsNoTracking().ToDictionaryAsync(member => member.Id, member => member.FullName, cancellationToken);
        var lines = new List<DeadlineLine>(cases.Count);
        foreach (var open in cases)
        {
            var alur = await alurs.FindAsync(open.AlurVersion, cancellationToken);
            lines.Add(new DeadlineLine(
                open, alur.Title.Id, alur.Step(open.StepId)?.Title ?? "", open.AssigneeId is { } id
                    ? names.GetValueOrDefault(id)
                    : null, Stand(open.Clocks)[0]));
        }

        return lines.OrderBy(line => line.Stand.Left).ThenBy(line => line.Case.Id).ToList();
    }

    /// <summary>How a case stands by each of its clocks, the more pressing one first; empty where none runs.</summary>
    public IReadOnlyList<DeadlineStand> Stand(CaseClocks clocks)
    {
        ArgumentNullException.ThrowIfNull(clocks);
        List<DeadlineStand> stands = [];
        if (clocks.Step is { } visit) stands.Add(Of(DeadlineScope.Step, visit));
        if (clocks.Case is { } whole) stands.Add(Of(DeadlineScope.Case, whole));
        return stands.OrderBy(stand => stand.Left).ToList();
    }

    private DeadlineStand Of(DeadlineScope scope, Deadline deadline)
    {
        var left = deadline.Left(clock);
        var state = deadline.IsPaused ? DeadlineState.Paused
            : left <= TimeSpan.Zero ? DeadlineState.Over
            : left <= TimeSpan.FromHours(options.Value.SoonHours) ? DeadlineState.Soon : DeadlineState.Running;
        return new DeadlineStand(scope, state, left, deadline.IsPaused ? null : deadline.DueAt(clock));
    }
}

/// <summary>How a deadline stands.</summary>
public enum DeadlineState
{
    /// <summary>There is time.</summary>
    Running,

    /// <summary>Little time is left (<see cref="DeadlineOptions.SoonHours"/>).</summary>
    Soon,

    /// <summary>The time is used up.</summary>
    Over,

    /// <summary>The clock stands still.</summary>
    Paused,
}

/// <summary>How a case stands to a deadline.</summary>
/// <param name="Scope">Of the step, or of the whole case.</param>
/// <param name="State">How.</param>
/// <param name="Left">The working time left; negative when used up.</param>
/// <param name="DueAt">When it is used up; null while the clock stands still.</param>
public sealed record DeadlineStand(DeadlineScope Scope, DeadlineState State, TimeSpan Left, DateTimeOffset? DueAt);

/// <summary>A line of the list of deadlines.</summary>
/// <param name="Case">The case.</param>
/// <param name="AlurTitle">Its procedure in words.</param>
/// <param name="StepTitle">Its step in words.</param>
/// <param name="Holder">Who has taken it, or null.</param>
/// <param name="Stand">How it stands.</param>
public sealed record DeadlineLine(OpenCase Case, string AlurTitle, string StepTitle, string? Holder, DeadlineStand Stand);
