using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Casework.Records;
using Dukcapil.Bot.Core.Time;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Core.Casework.Deadlines;

/// <summary>Keeps the clocks of a case in step with what is done to it, within the caller's transaction.</summary>
public sealed class CaseTiming(OfficeClock clock, IOptions<DeadlineOptions> options)
{
    /// <summary>When a case that comes in now is due: its first step and as a whole.</summary>
    public (DateTimeOffset? Step, DateTimeOffset? Case) FirstDue(AlurDefinition alur)
    {
        ArgumentNullException.ThrowIfNull(alur);
        var clocks = CaseClocks.Of(alur, alur.Steps[0].Id, clock.Now, clock.Now, [], options.Value);
        return (clocks.Step?.DueAt(clock), clocks.Case?.DueAt(clock));
    }

    /// <summary>
    /// Follows a change of status or step: another step begins a visit, waiting for the resident or a hold stops the clocks, going on lets
    /// them run. Call it after the change; repeated, it changes nothing more.
    /// </summary>
    public void Follow(CaseChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var record = change.Record;
        if (record.StepId != change.StepBefore) BeginVisit(change);
        Stop(record, record.Status switch
        {
            CaseStatus.AwaitingResident => PauseKind.Resident,
            CaseStatus.OnHold => PauseKind.Hold,
            _ => null,
        });
        var clocks = record.IsClosed ? CaseClocks.None : Of(record, change.Alur);
        (record.DueAt, record.CaseDueAt) = (clocks.Step?.DueAt(clock), clocks.Case?.DueAt(clock));
    }

    /// <summary>The clocks of an open case. Its pauses must be loaded.</summary>
    public CaseClocks Of(CaseRecord record, AlurDefinition alur)
    {
        ArgumentNullException.ThrowIfNull(record);
        return CaseClocks.Of(
            alur, record.StepId, record.SubmittedAt, record.StepStartedAt, CasePauseRecord.Spans(record.Pauses), options.Value);
    }

    private void BeginVisit(CaseChange change)
    {
        var record = change.Record;
        if (record.StepVisit != change.VisitBefore) return;
        // The wait for collection was not the office's time, should the case go back.
        if (change.Alur.Step(change.StepBefore) is { HandsOver: true })
            record.Pauses.Add(
                new CasePauseRecord { CaseId = record.Id, Kind = PauseKind.Ready, StartedAt = record.StepStartedAt, EndedAt = clock.Now });
        record.StepVisit++;
        record.StepStartedAt = clock.Now;
    }

    private void Stop(CaseRecord record, PauseKind? kind)
    {
        var open = record.Pauses.Find(pause => pause.EndedAt is null);
        if (open?.Kind == kind) return;
        if (open is not null) open.EndedAt = clock.Now;
        if (kind is { } why) record.Pauses.Add(new CasePauseRecord { CaseId = record.Id, Kind = why, StartedAt = clock.Now });
        record.PausedAt = kind is null ? null : clock.Now;
    }
}
