using Dukcapil.Bot.Alur;

namespace Dukcapil.Bot.Core.Casework;

/// <summary>A case in a list.</summary>
/// <param name="Number">Case number.</param>
/// <param name="AlurId">Procedure.</param>
/// <param name="AlurVersion">Its version.</param>
/// <param name="SubjectName">For whom.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="StepId">At which step.</param>
/// <param name="StepRole">At which desk.</param>
/// <param name="Assignee">Who has taken it, or null.</param>
/// <param name="SubmittedAt">When it came in.</param>
/// <param name="StepStartedAt">Since when it is at this step.</param>
/// <param name="DueAt">The earlier of its deadlines; null when none runs.</param>
/// <param name="HasWhatsApp">Whether somebody can be told.</param>
public sealed record CaseRow(
    string Number,
    string AlurId,
    string AlurVersion,
    string SubjectName,
    CaseStatus Status,
    string StepId,
    StaffRole StepRole,
    string? Assignee,
    DateTimeOffset SubmittedAt,
    DateTimeOffset StepStartedAt,
    DateTimeOffset? DueAt,
    bool HasWhatsApp);

/// <summary>How many open cases stand at a desk in a status.</summary>
/// <param name="Role">The desk.</param>
/// <param name="Status">The status.</param>
/// <param name="Count">How many.</param>
public sealed record DeskCount(StaffRole Role, CaseStatus Status, int Count);
