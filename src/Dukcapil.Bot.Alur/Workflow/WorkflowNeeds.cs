namespace Dukcapil.Bot.Alur;

/// <summary>
/// What a transition needs beyond status and role. Each need answers with its refusal, or null when it is met.
/// </summary>
internal static class WorkflowNeeds
{
    internal static WorkflowRefusal? Reason(CaseSituation situation) =>
        string.IsNullOrWhiteSpace(situation.Request.Reason) ? WorkflowRefusal.ReasonMissing : null;

    internal static WorkflowRefusal? ReasonToAskAgain(CaseSituation situation) =>
        situation.Request.BerkasBecomes == BerkasStatus.ReplacementNeeded ? Reason(situation) : null;

    internal static WorkflowRefusal? TickableTask(CaseSituation situation)
    {
        if (situation.Step.Tasks.FirstOrDefault(task => task.Id == situation.Request.TaskId) is not { } task) return WorkflowRefusal.UnknownTask;
        if (task.Kind == TaskKind.Penyerahan) return WorkflowRefusal.HandOverSeparately;
        return (situation.Request.Ticked, situation.Case.DoneTasks.Contains(task.Id)) switch
        {
            (true, true) => WorkflowRefusal.AlreadyTicked,
            (false, false) => WorkflowRefusal.NotTicked,
            _ => null,
        };
    }

    internal static WorkflowRefusal? ApplicableBerkas(CaseSituation situation)
    {
        if (!situation.NamesBerkas) return WorkflowRefusal.UnknownBerkas;
        return StatusOf(situation) == BerkasStatus.NotApplicable ? WorkflowRefusal.BerkasNotApplicable : null;
    }

    internal static WorkflowRefusal? BerkasAskedFor(CaseSituation situation)
    {
        if (!situation.NamesBerkas) return WorkflowRefusal.UnknownBerkas;
        return StatusOf(situation) == BerkasStatus.ReplacementNeeded ? null : WorkflowRefusal.BerkasNotAskedFor;
    }

    internal static WorkflowRefusal? BerkasNotJudged(CaseSituation situation)
    {
        if (!situation.NamesBerkas) return WorkflowRefusal.UnknownBerkas;
        return StatusOf(situation) == BerkasStatus.Sent ? null : WorkflowRefusal.BerkasNotAskedFor;
    }

    internal static WorkflowRefusal? NothingOutstanding(CaseSituation situation) =>
        situation.BerkasAfter.Any(status => status is BerkasStatus.ReplacementNeeded or BerkasStatus.Missing)
            ? WorkflowRefusal.BerkasOutstanding
            : null;

    internal static WorkflowRefusal? HoldEnded(CaseSituation situation) =>
        situation.Case.HoldEnded ? null : WorkflowRefusal.HoldNotEnded;

    internal static WorkflowRefusal? EarlierTarget(CaseSituation situation) =>
        CaseWorkflow.Before(situation.Alur, situation.Step).Any(step => step.Id == situation.Request.TargetStepId)
            ? null
            : WorkflowRefusal.NotEarlierStep;

    internal static WorkflowRefusal? NotYetForwarded(CaseSituation situation) =>
        situation is { AtFirstStep: true, Case.LeftFirstDesk: false } ? null : WorkflowRefusal.OperatorStarted;

    internal static WorkflowRefusal? LastStep(CaseSituation situation) =>
        situation.AtLastStep ? null : WorkflowRefusal.NotLastStep;

    internal static WorkflowRefusal? FollowingStep(CaseSituation situation) =>
        situation.AtLastStep ? WorkflowRefusal.UnknownStep : null;

    internal static WorkflowRefusal? ReadyForHandOver(CaseSituation situation)
    {
        if (!situation.AllButHandOverTicked) return WorkflowRefusal.TasksUnfinished;
        return situation.BerkasSettled ? null : WorkflowRefusal.BerkasUnjudged;
    }

    internal static WorkflowRefusal? Collector(CaseSituation situation) =>
        string.IsNullOrWhiteSpace(situation.Request.Collector) ? WorkflowRefusal.CollectorMissing : null;

    private static BerkasStatus StatusOf(CaseSituation situation) => situation.Case.Berkas[situation.Request.BerkasId!];
}
