namespace Dukcapil.Bot.Alur.Tests;

/// <summary>Properties of the whole machine, tried on every case that can be reached.</summary>
public sealed class CaseRulesTests
{
    private static readonly Actor[] Actors =
    [
        Actor.Resident, Actor.System, .. Enum.GetValues<StaffRole>().Select(role => Officers.Of(role)),
    ];

    [Fact]
    public void Permitted_agrees_with_Decide_in_every_reachable_case()
    {
        var alur = SampleAlur.Definition;
        var workflow = new CaseWorkflow(alur);
        foreach (var snapshot in Reachable(alur))
        {
            foreach (var actor in Actors)
            {
                var allowed = Every(alur).Where(request => workflow.Decide(snapshot, request, actor) is Allowed)
                    .Select(request => request.Action).Distinct().Order().ToList();
                workflow.Permitted(snapshot, actor).ToList().ShouldBe(allowed, snapshot.ToString());
            }
        }
    }

    [Fact]
    public void Every_status_is_reachable_and_has_a_way_out_unless_it_is_the_end()
    {
        var alur = SampleAlur.Definition;
        var workflow = new CaseWorkflow(alur);
        var reachable = Reachable(alur);

        reachable.Select(snapshot => snapshot.Status).Distinct().Order().ShouldBe(Enum.GetValues<CaseStatus>());
        foreach (var snapshot in reachable)
        {
            var ways = Actors.Sum(actor => workflow.Permitted(snapshot, actor).Count);
            (ways == 0).ShouldBe(CaseWorkflow.IsTerminal(snapshot.Status), snapshot.ToString());
        }
    }

    [Theory]
    [MemberData(nameof(OfficeContent.Ids), MemberType = typeof(OfficeContent))]
    public void Each_step_is_open_to_its_own_role_alone(string id)
    {
        var alur = OfficeContent.Alur(id);
        var workflow = new CaseWorkflow(alur);
        foreach (var step in alur.Steps)
        {
            var snapshot = new CaseSnapshot(
                CaseStatus.InProgress, step.Id, new HashSet<string>(), CaseOnPaper.Papers(alur, BerkasStatus.Accepted));
            foreach (var role in Enum.GetValues<StaffRole>())
                workflow.Permitted(snapshot, Officers.Of(role)).Contains(CaseAction.Take).ShouldBe(role == step.Role, $"{step.Id} {role}");
        }
    }

    [Fact]
    public void Ended_case_or_unknown_step_permits_nothing()
    {
        var alur = SampleAlur.Definition;
        var workflow = new CaseWorkflow(alur);
        var papers = CaseOnPaper.Papers(alur, BerkasStatus.Sent);
        foreach (var actor in Actors)
        {
            workflow.Permitted(new(CaseStatus.Rejected, "periksa", new HashSet<string>(), papers), actor).ShouldBeEmpty();
            workflow.Permitted(new(CaseStatus.InProgress, "dihapus", new HashSet<string>(), papers), actor).ShouldBeEmpty();
        }
    }

    [Fact]
    public void Earlier_steps_are_those_before()
    {
        var workflow = new CaseWorkflow(OfficeContent.Alur("sktt"));

        workflow.EarlierSteps("kasi").Select(step => step.Id).ShouldBe(["petugas", "operator"]);
        workflow.EarlierSteps("petugas").ShouldBeEmpty();
        workflow.EarlierSteps("dihapus").ShouldBeEmpty();
    }

    /// <summary>Every case that allowed requests lead to, from a fresh one.</summary>
    private static List<CaseSnapshot> Reachable(AlurDefinition alur)
    {
        Dictionary<string, CaseSnapshot> seen = [];
        Queue<CaseSnapshot> open = new([new CaseOnPaper(alur).Now]);
        while (open.TryDequeue(out var snapshot))
        {
            if (!seen.TryAdd(Key(snapshot), snapshot)) continue;
            if (snapshot is { Status: CaseStatus.OnHold, HoldEnded: false }) open.Enqueue(snapshot with { HoldEnded = true });
            foreach (var actor in Actors)
                foreach (var request in Every(alur))
                    if (new CaseOnPaper(alur, snapshot) is var walk && walk.Decide(request, actor) is Allowed)
                        open.Enqueue(walk.Do(request, actor).Now);
        }

        return [.. seen.Values];
    }

    private static string Key(CaseSnapshot snapshot) => string.Join(
        '|', snapshot.Status, snapshot.StepId, snapshot.HoldEnded, snapshot.LeftFirstDesk, string.Join(
            ',', snapshot.DoneTasks.Order()), string.Join(',', snapshot.Berkas.OrderBy(paper => paper.Key)));

    private static List<CaseRequest> Every(AlurDefinition alur) =>
    [
        .. alur.Steps.SelectMany(step => step.Tasks).SelectMany(task => new[] { CaseRequest.Tick(task.Id), CaseRequest.Untick(task.Id) }),
        .. alur.Berkas.SelectMany(paper => new[]
        {
            CaseRequest.Accept(paper.Id), CaseRequest.AskAgain(paper.Id, "Buram"), CaseRequest.AddBerkas(paper.Id),
            CaseRequest.Resend(paper.Id), CaseRequest.BringAgain(paper.Id), CaseRequest.Lose(paper.Id),
        }),
        .. alur.Steps.Select(step => CaseRequest.ReturnTo(step.Id, "Keliru")),
        CaseRequest.Take(), CaseRequest.Advance(), CaseRequest.Reject("Keliru"), CaseRequest.Hold("Menunggu"), CaseRequest.Release(),
        CaseRequest.HandOver("Budi"), CaseRequest.Cancel(), CaseRequest.CloseUncollected(),
    ];
}
