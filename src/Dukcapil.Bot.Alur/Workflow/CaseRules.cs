using static Dukcapil.Bot.Alur.CaseAction;
using static Dukcapil.Bot.Alur.CaseGuards;
using static Dukcapil.Bot.Alur.CaseStatus;

namespace Dukcapil.Bot.Alur;

/// <summary>The state machine of cases. The page's buttons, the job, the bot and the drawing all come from it.</summary>
internal static class CaseRules
{
    private static readonly StateBranch<CaseStatus, CaseSituation> Complete = new(Forwarding, s => s.StepComplete, "langkah lengkap");

    private static readonly StateBranch<CaseStatus, CaseSituation> Waits = new(
        AwaitingResident, s => s.ReplacementPending, "ada berkas perlu diganti");

    private static readonly StateBranch<CaseStatus, CaseSituation> Continues = new(InProgress);

    internal static StateRules<CaseStatus, CaseAction, CaseSituation> Machine { get; } =
        new StateRules<CaseStatus, CaseAction, CaseSituation>(CaseWords.All, Refuse)
            .Permit(Take, [Submitted, InProgress], [ByStaff, Desk], InProgress)
            .Permit(TickTask, [InProgress], [ByStaff, Desk, .. TickableTask], Complete, Continues)

            // Verdicts are also permitted while the resident is awaited, because an officer may find a second bad paper.
            .Permit(
                JudgeBerkas, [InProgress, AwaitingResident], [ByStaff, Desk, .. ApplicableBerkas, ReasonToAskAgain],
                Waits, Complete, Continues)
            .Permit(AddBerkas, [InProgress, AwaitingResident], [ByStaff, Desk, .. ApplicableBerkas], Waits, Continues)

            .Permit(Advance, [Forwarding], [BySystem, FollowingStep], InProgress)
            .Permit(Advance, [AwaitingResident], [BySystem, NothingOutstanding], InProgress)
            .Permit(Advance, [OnHold], [BySystem, HoldEnded], InProgress)

            .Permit(Return, [InProgress], [ByStaff, DeskOrSuperior, EarlierTarget, Reason], InProgress)
            .Permit(Reject, [InProgress, AwaitingResident], [ByStaff, .. Rejecter, Reason], Rejected)
            .Permit(Hold, [InProgress], [ByStaff, Desk, Reason], OnHold)
            .Permit(Release, [OnHold], [ByStaff, Desk], InProgress)

            .Permit(HandOver, [InProgress], [ByStaff, Desk, LastStep, .. ReadyForHandOver, Collector], Completed)
            .Permit(CloseUncollected, [InProgress], [ByStaffOrSystem, CounterOrSection, LastStep], NotCollected)

            // The status stays when a paper comes again: the job moves the case, as after every wait.
            .Permit(Resend, [AwaitingResident], [ByResident, .. BerkasAskedFor], AwaitingResident)

            // Files are fetched after the message that brought them was answered, so the case may be sent in by then.
            .Permit(LoseBerkas, [Submitted, InProgress, AwaitingResident], [BySystem, .. BerkasNotJudged], AwaitingResident)
            .Permit(Cancel, [Submitted, InProgress, AwaitingResident, OnHold], [ByResident, NotYetForwarded], Cancelled);

    /// <summary>Refusal of an act that a status does not permit at all. An ended case and a wrong kind of actor are told first.</summary>
    private static string Refuse(CaseStatus status, CaseAction action, CaseSituation situation)
    {
        if (Machine.IsFinal(status)) return WorkflowRefusal.Ended.Code;
        var actor = action switch
        {
            Resend or Cancel => ByResident,
            Advance or LoseBerkas => BySystem,
            CloseUncollected => ByStaffOrSystem,
            _ => ByStaff,
        };
        return actor.Holds(situation) ? StatusRefusal(status).Code : actor.Refusal;
    }

    private static WorkflowRefusal StatusRefusal(CaseStatus status) => status switch
    {
        Submitted => WorkflowRefusal.NotTaken,
        InProgress => WorkflowRefusal.BeingWorkedOn,
        Forwarding => WorkflowRefusal.Forwarding,
        AwaitingResident => WorkflowRefusal.AwaitingResident,
        _ => WorkflowRefusal.OnHold,
    };
}
