using FsCheck;
using FsCheck.Xunit;

namespace Dukcapil.Bot.Alur.Tests;

/// <summary>Whatever permitted acts follow each other, in any of the office's alur.</summary>
public sealed class CaseWalkTests
{
    private static readonly Actor[] Actors =
        [Actor.Resident, Actor.System, .. Enum.GetValues<StaffRole>().Select(role => Officers.Of(role))];

    [Property(MaxTest = 150)]
    public void Walk_that_has_not_ended_can_still_be_handed_over(NonNegativeInt alur, byte[] choices)
    {
        var walk = Walk(alur, choices);
        for (var acts = 0; !CaseWorkflow.IsTerminal(walk.Now.Status); acts++)
        {
            acts.ShouldBeLessThan(100, walk.Now.ToString());
            Continue(walk);
        }
    }

    [Property(MaxTest = 150)]
    public void Walk_stays_in_its_alur_and_nobody_leaves_an_end(NonNegativeInt alur, byte[] choices)
    {
        var walk = Walk(alur, choices);
        walk.Alur.Steps.Select(step => step.Id).ShouldContain(walk.Now.StepId);
        walk.Now.DoneTasks.Except(walk.Step.Tasks.Select(task => task.Id)).ShouldBeEmpty();
        Array.TrueForAll(Actors, actor => walk.Permitted(actor).Count == 0).ShouldBe(CaseWorkflow.IsTerminal(walk.Now.Status));
    }

    [Property(MaxTest = 150)]
    public void System_is_never_refused_for_want_of_a_role(NonNegativeInt alur, byte[] choices)
    {
        var walk = Walk(alur, choices);
        CaseRequest[] own =
            [CaseRequest.Advance(), CaseRequest.CloseUncollected(), .. walk.Alur.Berkas.Select(paper => CaseRequest.Lose(paper.Id))];
        own.Select(request => walk.Decide(request, Actor.System)).OfType<Refused>().Select(refused => refused.Refusal)
            .Intersect([WorkflowRefusal.StaffOnly, WorkflowRefusal.ResidentOnly, WorkflowRefusal.SystemOnly, WorkflowRefusal.OtherRole])
            .ShouldBeEmpty();
    }

    /// <summary>Does, for each number, one of the acts permitted to anybody at that moment.</summary>
    private static CaseOnPaper Walk(NonNegativeInt alur, byte[] choices)
    {
        var walk = new CaseOnPaper(OfficeContent.Catalogue.All[alur.Get % OfficeContent.Catalogue.All.Count]);
        foreach (var choice in choices)
        {
            var open = Actors.SelectMany(actor => walk.PermittedRequests(actor).Select(request => (request, actor))).ToList();
            if (open.Count == 0) break;
            var (request, actor) = open[choice % open.Count];
            walk.Do(request, actor);
        }

        return walk;
    }

    private static void Continue(CaseOnPaper walk)
    {
        var desk = Officers.Of(walk.Step.Role);
        switch (walk.Now.Status)
        {
            case CaseStatus.Submitted:
                walk.Do(CaseRequest.Take(), desk);
                break;
            case CaseStatus.Forwarding:
                walk.Do(CaseRequest.Advance(), Actor.System);
                break;
            case CaseStatus.OnHold:
                walk.Do(CaseRequest.Release(), desk);
                break;
            case CaseStatus.AwaitingResident:
                walk.Do(CaseRequest.Accept(walk.Now.Berkas.First(paper => paper.Value != BerkasStatus.Accepted).Key), desk);
                break;
            default:
                Finish(walk, desk);
                break;
        }
    }

    private static void Finish(CaseOnPaper walk, Actor desk)
    {
        // A step that came back with every task ticked ends with the last verdict or tick: so one tick is given anew.
        if (walk.Now.DoneTasks.Count > 0) walk.Do(CaseRequest.Untick(walk.Now.DoneTasks.First()), desk);
        walk.FinishStep();
        if (walk.Step.HandsOver) walk.Do(CaseRequest.HandOver("Budi"), desk);
    }
}
