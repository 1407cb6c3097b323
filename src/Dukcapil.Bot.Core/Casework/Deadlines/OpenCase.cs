using Dukcapil.Bot.Alur;

namespace Dukcapil.Bot.Core.Casework.Deadlines;

/// <summary>An open case with its clocks.</summary>
public sealed record OpenCase
{
    /// <summary>Key.</summary>
    public required long Id { get; init; }

    /// <summary>Case number.</summary>
    public required string Number { get; init; }

    /// <summary>The person's name.</summary>
    public required string SubjectName { get; init; }

    /// <summary>The version of its procedure.</summary>
    public required string AlurVersion { get; init; }

    /// <summary>Where it stands.</summary>
    public required CaseStatus Status { get; init; }

    /// <summary>Its step.</summary>
    public required string StepId { get; init; }

    /// <summary>The desk of the step.</summary>
    public required StaffRole Desk { get; init; }

    /// <summary>Which visit to a step it is, from 1.</summary>
    public required int StepVisit { get; init; }

    /// <summary>Who has taken it.</summary>
    public Guid? AssigneeId { get; init; }

    /// <summary>When it came in.</summary>
    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>When the visit began.</summary>
    public required DateTimeOffset StepStartedAt { get; init; }

    /// <summary>When the step is due, as stored.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>When the whole case is due, as stored.</summary>
    public DateTimeOffset? CaseDueAt { get; init; }

    /// <summary>Its clocks.</summary>
    public CaseClocks Clocks { get; init; } = CaseClocks.None;

    /// <summary>Whether a desk works on it: only then is anybody warned.</summary>
    public bool IsAtDesk => Status is CaseStatus.Submitted or CaseStatus.InProgress;
}
