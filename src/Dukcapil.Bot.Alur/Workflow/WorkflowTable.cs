using static Dukcapil.Bot.Alur.CaseStatus;

namespace Dukcapil.Bot.Alur;

/// <summary>The one transition table. The page's buttons, the job, the bot and the drawing all come from it.</summary>
internal static class WorkflowTable
{
    private static readonly WorkflowOutcome Finished = new(Forwarding, When: s => s.StepComplete, Label: "langkah lengkap");

    private static readonly WorkflowOutcome Waits = new(AwaitingResident, When: s => s.ReplacementPending, Label: "ada berkas perlu diganti");

    internal static IReadOnlyList<WorkflowTransition> Rows { get; } =
    [
        new(CaseAction.Take, [Submitted, InProgress], WorkflowAuthority.Desk, [], [new(InProgress)]),
        new(CaseAction.TickTask, [InProgress], WorkflowAuthority.Desk, [WorkflowNeeds.TickableTask], [Finished, new(InProgress)]),

        // Verdicts go on while the resident is waited for: an officer who finds two bad papers says so about both.
        new(
            CaseAction.JudgeBerkas,
            [InProgress, AwaitingResident],
            WorkflowAuthority.Desk,
            [WorkflowNeeds.ApplicableBerkas, WorkflowNeeds.ReasonToAskAgain],
            [Waits, Finished, new(InProgress)]),
        new(
            CaseAction.AddBerkas,
            [InProgress, AwaitingResident],
            WorkflowAuthority.Desk,
            [WorkflowNeeds.ApplicableBerkas],
            [Waits, new(InProgress)]),

        new(CaseAction.Advance, [Forwarding], WorkflowAuthority.System, [WorkflowNeeds.FollowingStep], [new(InProgress, StepMove.Next)]),
        new(CaseAction.Advance, [AwaitingResident], WorkflowAuthority.System, [WorkflowNeeds.NothingOutstanding], [new(InProgress)]),
        new(CaseAction.Advance, [OnHold], WorkflowAuthority.System, [WorkflowNeeds.HoldEnded], [new(InProgress)]),

        new(
            CaseAction.Return,
            [InProgress],
            WorkflowAuthority.DeskOrSuperior,
            [WorkflowNeeds.EarlierTarget, WorkflowNeeds.Reason],
            [new(InProgress, StepMove.Named)]),
        new(CaseAction.Reject, [InProgress, AwaitingResident], WorkflowAuthority.Rejecter, [WorkflowNeeds.Reason], [new(Rejected)]),
        new(CaseAction.Hold, [InProgress], WorkflowAuthority.Desk, [WorkflowNeeds.Reason], [new(OnHold)]),
        new(CaseAction.Release, [OnHold], WorkflowAuthority.Desk, [], [new(InProgress)]),

        new(
            CaseAction.HandOver,
            [InProgress],
            WorkflowAuthority.Desk,
            [WorkflowNeeds.LastStep, WorkflowNeeds.ReadyForHandOver, WorkflowNeeds.Collector],
            [new(Completed)]),
        new(CaseAction.CloseUncollected, [InProgress], WorkflowAuthority.CounterOrSection, [WorkflowNeeds.LastStep], [new(NotCollected)]),
        new(CaseAction.CloseUncollected, [InProgress], WorkflowAuthority.System, [WorkflowNeeds.LastStep], [new(NotCollected)]),

        // The case stays where it is when a paper comes again: the job moves it, as it moves everything that waits.
        new(CaseAction.Resend, [AwaitingResident], WorkflowAuthority.Resident, [WorkflowNeeds.BerkasAskedFor], [new(AwaitingResident)]),

        // Files are fetched after the message that brought them was answered, so the case may be sent in by then.
        new(
            CaseAction.LoseBerkas,
            [Submitted, InProgress, AwaitingResident],
            WorkflowAuthority.System,
            [WorkflowNeeds.BerkasNotJudged],
            [new(AwaitingResident)]),
        new(
            CaseAction.Cancel,
            [Submitted, InProgress, AwaitingResident, OnHold],
            WorkflowAuthority.Resident,
            [WorkflowNeeds.NotYetForwarded],
            [new(Cancelled)]),
    ];
}
