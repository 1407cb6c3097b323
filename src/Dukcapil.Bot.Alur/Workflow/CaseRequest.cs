namespace Dukcapil.Bot.Alur;

/// <summary>What somebody wants to do with a case, with everything the rules need to decide. Made by its factories only.</summary>
public sealed record CaseRequest
{
    private CaseRequest(CaseAction action) => Action = action;

    /// <summary>The action.</summary>
    public CaseAction Action { get; }

    /// <summary>The task of <see cref="CaseAction.TickTask"/>.</summary>
    public string? TaskId { get; private init; }

    /// <summary>For <see cref="CaseAction.TickTask"/>: true sets the tick, false takes it back.</summary>
    public bool Ticked { get; private init; }

    /// <summary>
    /// The paper of <see cref="CaseAction.JudgeBerkas"/>, <see cref="CaseAction.AddBerkas"/>, <see cref="CaseAction.Resend"/> and
    /// <see cref="CaseAction.LoseBerkas"/>.
    /// </summary>
    public string? BerkasId { get; private init; }

    /// <summary>
    /// The paper's status once the request is carried out; null when it touches none. Whoever stores the decision stores this too.
    /// </summary>
    public BerkasStatus? BerkasBecomes { get; private init; }

    /// <summary>The step of <see cref="CaseAction.Return"/>.</summary>
    public string? TargetStepId { get; private init; }

    /// <summary>Why; required where the resident or a colleague must be told.</summary>
    public string? Reason { get; private init; }

    /// <summary>For <see cref="CaseAction.HandOver"/>: who collected.</summary>
    public string? Collector { get; private init; }

    /// <summary>Take the case to one's own name.</summary>
    public static CaseRequest Take() => new(CaseAction.Take);

    /// <summary>Tick a task of the current step.</summary>
    public static CaseRequest Tick(string taskId) => new(CaseAction.TickTask) { TaskId = taskId, Ticked = true };

    /// <summary>Take a tick back.</summary>
    public static CaseRequest Untick(string taskId) => new(CaseAction.TickTask) { TaskId = taskId };

    /// <summary>Diterima: accept a paper.</summary>
    public static CaseRequest Accept(string berkasId) =>
        new(CaseAction.JudgeBerkas) { BerkasId = berkasId, BerkasBecomes = BerkasStatus.Accepted };

    /// <summary>Perlu diganti: ask the resident for a paper again, with the reason they will read.</summary>
    public static CaseRequest AskAgain(string berkasId, string? reason) =>
        new(CaseAction.JudgeBerkas) { BerkasId = berkasId, BerkasBecomes = BerkasStatus.ReplacementNeeded, Reason = reason };

    /// <summary>Add a photo of a paper at the counter.</summary>
    public static CaseRequest AddBerkas(string berkasId) =>
        new(CaseAction.AddBerkas) { BerkasId = berkasId, BerkasBecomes = BerkasStatus.Sent };

    /// <summary>The job moves the case on.</summary>
    public static CaseRequest Advance() => new(CaseAction.Advance);

    /// <summary>Return the case to an earlier step.</summary>
    public static CaseRequest ReturnTo(string stepId, string? reason) =>
        new(CaseAction.Return) { TargetStepId = stepId, Reason = reason };

    /// <summary>Reject the case.</summary>
    public static CaseRequest Reject(string? reason) => new(CaseAction.Reject) { Reason = reason };

    /// <summary>Hold the case.</summary>
    public static CaseRequest Hold(string? reason) => new(CaseAction.Hold) { Reason = reason };

    /// <summary>End a hold early.</summary>
    public static CaseRequest Release() => new(CaseAction.Release);

    /// <summary>Record who collected the result.</summary>
    public static CaseRequest HandOver(string? collector) => new(CaseAction.HandOver) { Collector = collector };

    /// <summary>The resident sends a paper again.</summary>
    public static CaseRequest Resend(string berkasId) =>
        new(CaseAction.Resend) { BerkasId = berkasId, BerkasBecomes = BerkasStatus.Sent };

    /// <summary>The resident brings the paper that was asked for again to the counter instead.</summary>
    public static CaseRequest BringAgain(string berkasId) =>
        new(CaseAction.Resend) { BerkasId = berkasId, BerkasBecomes = BerkasStatus.AtCounter };

    /// <summary>The only photo of a paper turned out unusable: it is asked for again, with the reason that the resident is told.</summary>
    public static CaseRequest Lose(string berkasId, string? reason = null) =>
        new(CaseAction.LoseBerkas) { BerkasId = berkasId, BerkasBecomes = BerkasStatus.ReplacementNeeded, Reason = reason };

    /// <summary>The resident cancels.</summary>
    public static CaseRequest Cancel() => new(CaseAction.Cancel);

    /// <summary>Close a case whose result nobody collected.</summary>
    public static CaseRequest CloseUncollected() => new(CaseAction.CloseUncollected);
}
