namespace Dukcapil.Bot.Alur.Tests;

/// <summary>A case kept in memory: carries allowed requests out the way a store would.</summary>
internal sealed class CaseOnPaper
{
    private readonly CaseWorkflow _workflow;

    internal CaseOnPaper(AlurDefinition alur, CaseSnapshot? start = null)
    {
        Alur = alur;
        _workflow = new CaseWorkflow(alur);
        Now = start ?? new CaseSnapshot(CaseStatus.Submitted, alur.Steps[0].Id, new HashSet<string>(), Papers(alur, BerkasStatus.Sent));
    }

    internal AlurDefinition Alur { get; }

    internal CaseSnapshot Now { get; private set; }

    internal Langkah Step => Alur.Step(Now.StepId)!;

    internal static Dictionary<string, BerkasStatus> Papers(AlurDefinition alur, BerkasStatus status) =>
        alur.Berkas.ToDictionary(paper => paper.Id, _ => status);

    internal IReadOnlyList<CaseAction> Permitted(Actor actor) => _workflow.Permitted(Now, actor);

    internal IReadOnlyList<CaseRequest> PermittedRequests(Actor actor) => _workflow.PermittedRequests(Now, actor);

    internal WorkflowDecision Decide(CaseRequest request, Actor actor) => _workflow.Decide(Now, request, actor);

    internal void RefuseWith(WorkflowRefusal refusal, CaseRequest request, Actor actor) =>
        Decide(request, actor).ShouldBe(new Refused(refusal));

    internal CaseOnPaper Do(CaseRequest request, Actor actor)
    {
        var allowed = Decide(request, actor).ShouldBeOfType<Allowed>();
        var done = allowed.StepId == Now.StepId ? Now.DoneTasks.ToHashSet() : [];
        if (request.TaskId is { } task && !(request.Ticked ? done.Add(task) : done.Remove(task))) throw new InvalidOperationException(task);
        var berkas = Now.Berkas.ToDictionary();
        if (request is { BerkasId: { } paper, BerkasBecomes: { } status }) berkas[paper] = status;
        var left = Now.LeftFirstDesk || (Now.StepId == Alur.Steps[0].Id && allowed.StepId != Now.StepId);
        Now = new CaseSnapshot(allowed.Status, allowed.StepId, done, berkas, LeftFirstDesk: left);
        return this;
    }

    /// <summary>Accepts every paper that waits for a verdict and ticks every task that can be ticked.</summary>
    internal CaseOnPaper FinishStep()
    {
        var desk = Officers.Of(Step.Role);
        foreach (var paper in Now.Berkas.Where(paper => paper.Value is not (BerkasStatus.Accepted or BerkasStatus.NotApplicable)).ToList())
            Do(CaseRequest.Accept(paper.Key), desk);
        foreach (var task in Step.Tasks.Where(task => task.Kind != TaskKind.Penyerahan && !Now.DoneTasks.Contains(task.Id)).ToList())
            Do(CaseRequest.Tick(task.Id), desk);
        return this;
    }

    /// <summary>Takes the case through finished steps until it is in progress at a step.</summary>
    internal CaseOnPaper GoTo(string stepId)
    {
        if (Now.Status == CaseStatus.Submitted) Do(CaseRequest.Take(), Officers.Of(Step.Role));
        while (Now.StepId != stepId) FinishStep().Do(CaseRequest.Advance(), Actor.System);
        return this;
    }
}

/// <summary>Officers without an account: the rules look at the desk alone.</summary>
internal static class Officers
{
    /// <summary>The officer of a desk.</summary>
    public static Actor Of(StaffRole role) => new StaffActor(Guid.Empty, role);
}
