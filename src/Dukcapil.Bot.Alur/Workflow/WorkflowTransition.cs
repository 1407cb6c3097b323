namespace Dukcapil.Bot.Alur;

/// <summary>One row of the transition table.</summary>
/// <param name="Action">What is done.</param>
/// <param name="From">Statuses in which it may be done.</param>
/// <param name="By">Who may do it.</param>
/// <param name="Needs">What else must hold, in the order refusals are given.</param>
/// <param name="Outcomes">What comes of it: the first outcome whose condition holds; the last has none.</param>
internal sealed record WorkflowTransition(
    CaseAction Action,
    IReadOnlyList<CaseStatus> From,
    WorkflowAuthority By,
    IReadOnlyList<Func<CaseSituation, WorkflowRefusal?>> Needs,
    IReadOnlyList<WorkflowOutcome> Outcomes);

/// <summary>One outcome of a transition.</summary>
/// <param name="Status">The status afterwards.</param>
/// <param name="Move">The step afterwards.</param>
/// <param name="When">When this is the outcome; null for the one that remains.</param>
/// <param name="Label">The condition in words, for drawings.</param>
internal sealed record WorkflowOutcome(
    CaseStatus Status, StepMove Move = StepMove.Stay, Func<CaseSituation, bool>? When = null, string? Label = null);

/// <summary>Where a transition takes the case among the steps.</summary>
internal enum StepMove
{
    /// <summary>Same step.</summary>
    Stay,

    /// <summary>The following step.</summary>
    Next,

    /// <summary>The step that the request names.</summary>
    Named,
}
