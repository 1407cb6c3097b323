namespace Dukcapil.Bot.Alur;

/// <summary>
/// Workflow of a case under one alur: <see cref="CaseRules"/> applied to the alur's steps. Pure and deterministic: no clock, no database.
/// </summary>
public sealed class CaseWorkflow(AlurDefinition alur)
{
    /// <summary>Placeholder for a reason or a name when only the possibility of an action is asked.</summary>
    private const string Sample = "-";

    /// <summary>Whether a case in this status has ended: nothing can be done with it any more.</summary>
    public static bool IsTerminal(CaseStatus status) => CaseRules.Machine.IsFinal(status);

    /// <summary>
    /// Decides one request. The refusal given is the first that applies, in this order: the case has ended, its step is unknown,
    /// this kind of actor never may, the status does not allow it, the role does not, something else is missing.
    /// </summary>
    public WorkflowDecision Decide(CaseSnapshot snapshot, CaseRequest request, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);
        if (alur.Step(snapshot.StepId) is not { } step)
            return new Refused(IsTerminal(snapshot.Status) ? WorkflowRefusal.Ended : WorkflowRefusal.UnknownStep);
        var decision = CaseRules.Machine.Decide(snapshot.Status, request.Action, new CaseSituation(alur, step, snapshot, request, actor));
        if (decision.Refusal is { } code) return new Refused(WorkflowRefusal.Of(code));
        return new Allowed(decision.State, StepAfter(step, snapshot.Status, request));
    }

    /// <summary>
    /// The actions open to the actor now, in the order of <see cref="CaseAction"/>: those for which <see cref="Decide"/> allows at
    /// least one request. Buttons derive from it.
    /// </summary>
    public IReadOnlyList<CaseAction> Permitted(CaseSnapshot snapshot, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return PermittedRequests(snapshot, actor).Select(request => request.Action).Distinct().Order().ToList();
    }

    /// <summary>
    /// The single requests open to the actor now (each task, paper and earlier step by itself), with a placeholder where a reason or
    /// a name must still be written.
    /// </summary>
    public IReadOnlyList<CaseRequest> PermittedRequests(CaseSnapshot snapshot, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return Requests(snapshot).Where(request => Decide(snapshot, request, actor) is Allowed).ToList();
    }

    /// <summary>The steps a case can be returned to from a step, in order; empty at the first step or an unknown one.</summary>
    public IReadOnlyList<Langkah> EarlierSteps(string stepId) => alur.Step(stepId) is { } step ? Before(alur, step).ToList() : [];

    /// <summary>The statuses and what leads from one to another, as a Mermaid state diagram.</summary>
    public static string ToMermaid() => CaseRules.Machine.ToMermaid();

    internal static IEnumerable<Langkah> Before(AlurDefinition alur, Langkah step) => alur.Steps.TakeWhile(other => other.Id != step.Id);

    private IEnumerable<CaseRequest> Requests(CaseSnapshot snapshot)
    {
        foreach (var task in alur.Step(snapshot.StepId)?.Tasks ?? [])
            yield return snapshot.DoneTasks.Contains(task.Id) ? CaseRequest.Untick(task.Id) : CaseRequest.Tick(task.Id);
        foreach (var paper in alur.Berkas.Select(paper => paper.Id))
        {
            yield return CaseRequest.Accept(paper);
            yield return CaseRequest.AskAgain(paper, Sample);
            yield return CaseRequest.AddBerkas(paper);
            yield return CaseRequest.Resend(paper);
            yield return CaseRequest.BringAgain(paper);
            yield return CaseRequest.Lose(paper);
        }

        foreach (var step in EarlierSteps(snapshot.StepId)) yield return CaseRequest.ReturnTo(step.Id, Sample);
        yield return CaseRequest.Take();
        yield return CaseRequest.Advance();
        yield return CaseRequest.Reject(Sample);
        yield return CaseRequest.Hold(Sample);
        yield return CaseRequest.Release();
        yield return CaseRequest.HandOver(Sample);
        yield return CaseRequest.Cancel();
        yield return CaseRequest.CloseUncollected();
    }

    /// <summary>The status is the machine's; steps are the alur's, and only two acts lead to another.</summary>
    private string StepAfter(Langkah step, CaseStatus before, CaseRequest request) => (request.Action, before) switch
    {
        (CaseAction.Return, _) => request.TargetStepId!,
        (CaseAction.Advance, CaseStatus.Forwarding) => alur.Steps[Before(alur, step).Count() + 1].Id,
        _ => step.Id,
    };
}
