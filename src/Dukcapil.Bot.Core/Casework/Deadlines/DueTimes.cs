using Dukcapil.Bot.Core.Casework.Records;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Core.Casework.Deadlines;

/// <summary>
/// The due times of all open cases: read with two queries whatever their number, worked out in C#, and written with one statement where the
/// stored ones differ.
/// </summary>
public sealed class DueTimes(AlurVersions alurs, IOptions<DeadlineOptions> options)
{
    /// <summary>Differences that only come from rounding in the database.</summary>
    private static readonly TimeSpan Rounding = TimeSpan.FromMilliseconds(1);

    /// <summary>The open cases on which a clock runs, with their clocks.</summary>
    public async Task<IReadOnlyList<OpenCase>> ReadAsync(BotDbContext data, CancellationToken cancellationToken)
    {
        var cases = await data.Cases.AsNoTracking().Where(record => record.ClosedAt == null).OrderBy(record => record.Id)
            .Select(record => new OpenCase
            {
                Id = record.Id,
                Number = record.Number,
                SubjectName = record.SubjectName,
                AlurVersion = record.AlurVersion,
                Status = record.Status,
                StepId = record.StepId,
                Desk = record.StepRole,
                StepVisit = record.StepVisit,
                AssigneeId = record.AssigneeId,
                SubmittedAt = record.SubmittedAt,
                StepStartedAt = record.StepStartedAt,
                DueAt = record.DueAt,
                CaseDueAt = record.CaseDueAt,
            })
            .ToListAsync(cancellationToken);
        var pauses = (await data.CasePauses.AsNoTracking()
            .Where(pause => data.Set<CaseRecord>().Any(record => record.Id == pause.CaseId && record.ClosedAt == null))
            .ToListAsync(cancellationToken)).ToLookup(pause => pause.CaseId);
        var running = new List<OpenCase>(cases.Count);
        foreach (var open in cases)
        {
            var clocks = CaseClocks.Of(
                await alurs.FindAsync(open.AlurVersion, cancellationToken), open.StepId, open.SubmittedAt, open.StepStartedAt,
                CasePauseRecord.Spans(pauses[open.Id]), options.Value);
            if (clocks != CaseClocks.None || open.DueAt is not null || open.CaseDueAt is not null) running.Add(
                open with { Clocks = clocks });
        }

        return running;
    }

    /// <summary>Works the due times of all open cases out anew under a calendar that was edited in the caller's transaction.</summary>
    public async Task RefreshAsync(BotDbContext data, OfficeClock clock, CancellationToken cancellationToken) =>
        await WriteAsync(data, await ReadAsync(data, cancellationToken), clock, cancellationToken);

    /// <summary>Stores the due times that differ from the stored ones. Returns how many cases did.</summary>
    public static async Task<int> WriteAsync(
        BotDbContext data, IReadOnlyList<OpenCase> cases, OfficeClock clock, CancellationToken cancellationToken)
    {
        var changed = cases.Select(
            open => (open.Id, Step: open.Clocks.Step?.DueAt(clock), Case: open.Clocks.Case?.DueAt(clock), Open: open))
            .Where(due => Differ(due.Step, due.Open.DueAt) || Differ(due.Case, due.Open.CaseDueAt)).ToList();
        if (changed.Count == 0) return 0;
        // Whoever changes a case writes its due times, too: a step that has moved on meanwhile is left alone.
        return await data.Database.ExecuteSqlAsync(
            $"""
            update cases c set due_at = n.due_at, case_due_at = n.case_due_at
            from unnest({changed.Select(due => due.Id).ToArray()}, {changed.Select(due => due.Open.StepVisit).ToArray()},
                        {changed.Select(due => due.Step).ToArray()}, {changed.Select(due => due.Case).ToArray()}) n (id, visit, due_at, case_due_at)
            where c.id = n.id and c.step_visit = n.visit and c.closed_at is null
            """, cancellationToken);
    }

    private static bool Differ(DateTimeOffset? one, DateTimeOffset? other) =>
        one is { } a && other is { } b ? (a - b).Duration() > Rounding : one is null != other is null;
}
