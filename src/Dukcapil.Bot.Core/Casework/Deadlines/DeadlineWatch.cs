using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Core.Casework.Deadlines;

/// <summary>
/// Warns whoever must know of a deadline, each level once. Running it late, twice, or on two hosts tells nobody twice: the unique key of
/// <c>deadline_warnings</c> decides.
/// </summary>
public sealed class DeadlineWatch(
    IDbContextFactory<BotDbContext> contexts, DueTimes times, OfficeClock clock, IOptions<DeadlineOptions> options)
{
    /// <summary>Brings stored due times up to date and writes the warnings whose moment has come.</summary>
    public async Task<DeadlinesSeen> RunAsync(CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        var cases = await times.ReadAsync(data, cancellationToken);
        await DueTimes.WriteAsync(data, cases, clock, cancellationToken);
        var due = cases.Where(open => open.IsAtDesk)
            .SelectMany(
                open => Escalation.Due(open.Clocks, open.Desk, options.Value, clock).Select(warning => (Open: open, Warning: warning))).ToList();
        var warned = due.Count == 0 ? 0 : await WriteAsync(data, due, cancellationToken);
        return new DeadlinesSeen(cases.Count(open => open.Clocks != CaseClocks.None), warned);
    }

    private async Task<int> WriteAsync(
        BotDbContext data, List<(OpenCase Open, DueWarning Warning)> due, CancellationToken cancellationToken)
    {
        T[] Column<T>(Func<OpenCase, DueWarning, T> value) => due.Select(line => value(line.Open, line.Warning)).ToArray();
        return await data.Database.ExecuteSqlAsync(
            $"""
            insert into deadline_warnings (case_id, scope, visit, level, step_id, role, staff_id, due_at, warned_at)
            select *, {clock.Now} from unnest(
              {Column((open, _) => open.Id)}, {Column((_, warning) => warning.Scope.ToString())},
              {Column((open, warning) => warning.Scope == DeadlineScope.Step ? open.StepVisit : 0)}, {Column((_, warning) => warning.Level.ToString())},
              {Column((open, _) => open.StepId)}, {Column((_, warning) => warning.Role.ToString())},
              {Column((open, warning) => warning.Level == WarningLevel.Holder ? open.AssigneeId : null)}, {Column((_, warning) => warning.DueAt)})
            on conflict (case_id, scope, visit, level) do nothing
            """, cancellationToken);
    }
}

/// <summary>What one look at the deadlines found.</summary>
/// <param name="Running">Open cases with a deadline.</param>
/// <param name="Warned">New warnings.</param>
public sealed record DeadlinesSeen(int Running, int Warned);
