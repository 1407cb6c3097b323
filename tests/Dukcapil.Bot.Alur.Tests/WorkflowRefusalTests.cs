using Dukcapil.Bot.Content;

namespace Dukcapil.Bot.Alur.Tests;

/// <summary>Every refusal can be met, and people are told each in both languages.</summary>
public sealed class WorkflowRefusalTests
{
    private static readonly Actor Petugas = Officers.Of(StaffRole.Petugas);

    private sealed record Case(WorkflowRefusal Refusal, CaseStatus Status, string StepId, CaseRequest Request, Actor Actor)
    {
        public HashSet<string> Ticked { get; init; } = [];

        public BerkasStatus Kk { get; init; } = BerkasStatus.Sent;
    }

    private static readonly Case[] Cases =
    [
        new(WorkflowRefusal.Ended, CaseStatus.Completed, "serah", CaseRequest.Take(), Petugas),
        new(WorkflowRefusal.UnknownStep, CaseStatus.InProgress, "dihapus", CaseRequest.Take(), Petugas),
        new(WorkflowRefusal.UnknownStep, CaseStatus.Forwarding, "serah", CaseRequest.Advance(), Actor.System),
        new(WorkflowRefusal.StaffOnly, CaseStatus.Submitted, "periksa", CaseRequest.Take(), Actor.Resident),
        new(WorkflowRefusal.StaffOnly, CaseStatus.InProgress, "periksa", CaseRequest.Tick("t1"), Actor.System),
        new(WorkflowRefusal.ResidentOnly, CaseStatus.Submitted, "periksa", CaseRequest.Cancel(), Petugas),
        new(WorkflowRefusal.SystemOnly, CaseStatus.Forwarding, "periksa", CaseRequest.Advance(), Petugas),
        new(WorkflowRefusal.NotTaken, CaseStatus.Submitted, "periksa", CaseRequest.Tick("t1"), Petugas),
        new(WorkflowRefusal.BeingWorkedOn, CaseStatus.InProgress, "periksa", CaseRequest.Release(), Petugas),
        new(WorkflowRefusal.BeingWorkedOn, CaseStatus.InProgress, "periksa", CaseRequest.Resend("kk"), Actor.Resident),
        new(WorkflowRefusal.BeingWorkedOn, CaseStatus.InProgress, "periksa", CaseRequest.Advance(), Actor.System),
        new(WorkflowRefusal.Forwarding, CaseStatus.Forwarding, "periksa", CaseRequest.Untick("t1"), Petugas),
        new(WorkflowRefusal.Forwarding, CaseStatus.Forwarding, "periksa", CaseRequest.Cancel(), Actor.Resident),
        new(WorkflowRefusal.AwaitingResident, CaseStatus.AwaitingResident, "periksa", CaseRequest.Tick("t1"), Petugas),
        new(WorkflowRefusal.OnHold, CaseStatus.OnHold, "periksa", CaseRequest.Tick("t1"), Petugas),
        new(WorkflowRefusal.OtherRole, CaseStatus.InProgress, "periksa", CaseRequest.Tick("t1"), Officers.Of(StaffRole.Operator)),
        new(WorkflowRefusal.OtherRole, CaseStatus.Submitted, "periksa", CaseRequest.Take(), Officers.Of(StaffRole.Kasi)),
        new(WorkflowRefusal.UnknownTask, CaseStatus.InProgress, "periksa", CaseRequest.Tick("t3"), Petugas),
        new(WorkflowRefusal.AlreadyTicked, CaseStatus.InProgress, "periksa", CaseRequest.Tick("t1"), Petugas) { Ticked = ["t1"] },
        new(WorkflowRefusal.NotTicked, CaseStatus.InProgress, "periksa", CaseRequest.Untick("t1"), Petugas),
        new(WorkflowRefusal.HandOverSeparately, CaseStatus.InProgress, "serah", CaseRequest.Tick("t4"), Petugas),
        new(WorkflowRefusal.UnknownBerkas, CaseStatus.InProgress, "periksa", CaseRequest.Accept("ijazah"), Petugas),
        new(WorkflowRefusal.UnknownBerkas, CaseStatus.AwaitingResident, "periksa", CaseRequest.Resend("ijazah"), Actor.Resident),
        new(WorkflowRefusal.BerkasNotApplicable, CaseStatus.InProgress, "periksa", CaseRequest.AddBerkas("buku"), Petugas),
        new(WorkflowRefusal.BerkasNotAskedFor, CaseStatus.AwaitingResident, "periksa", CaseRequest.Resend("kk"), Actor.Resident),
        new(WorkflowRefusal.BerkasOutstanding, CaseStatus.AwaitingResident, "periksa", CaseRequest.Advance(), Actor.System)
        {
            Kk = BerkasStatus.ReplacementNeeded,
        },
        new(WorkflowRefusal.BerkasOutstanding, CaseStatus.AwaitingResident, "periksa", CaseRequest.Advance(), Actor.System)
        {
            Kk = BerkasStatus.Missing,
        },
        new(WorkflowRefusal.HoldNotEnded, CaseStatus.OnHold, "periksa", CaseRequest.Advance(), Actor.System),
        new(WorkflowRefusal.NotEarlierStep, CaseStatus.InProgress, "periksa", CaseRequest.ReturnTo("serah", "Keliru"), Petugas),
        new(WorkflowRefusal.NotEarlierStep, CaseStatus.InProgress, "serah", CaseRequest.ReturnTo("serah", "Keliru"), Petugas),
        new(WorkflowRefusal.NotEarlierStep, CaseStatus.InProgress, "serah", CaseRequest.ReturnTo("dihapus", "Keliru"), Petugas),
        new(WorkflowRefusal.ReasonMissing, CaseStatus.InProgress, "serah", CaseRequest.ReturnTo("periksa", " "), Petugas),
        new(WorkflowRefusal.ReasonMissing, CaseStatus.InProgress, "periksa", CaseRequest.Reject(null), Petugas),
        new(WorkflowRefusal.ReasonMissing, CaseStatus.InProgress, "periksa", CaseRequest.Hold(""), Petugas),
        new(WorkflowRefusal.ReasonMissing, CaseStatus.InProgress, "periksa", CaseRequest.AskAgain("kk", null), Petugas),
        new(WorkflowRefusal.MayNotReject, CaseStatus.InProgress, "serah", CaseRequest.Reject("Keliru"), Petugas),
        new(WorkflowRefusal.NotLastStep, CaseStatus.InProgress, "periksa", CaseRequest.HandOver("Budi"), Petugas),
        new(WorkflowRefusal.NotLastStep, CaseStatus.InProgress, "periksa", CaseRequest.CloseUncollected(), Petugas),
        new(WorkflowRefusal.TasksUnfinished, CaseStatus.InProgress, "serah", CaseRequest.HandOver("Budi"), Petugas),
        new(WorkflowRefusal.BerkasUnjudged, CaseStatus.InProgress, "serah", CaseRequest.HandOver("Budi"), Petugas) { Ticked = ["t3"] },
        new(WorkflowRefusal.CollectorMissing, CaseStatus.InProgress, "serah", CaseRequest.HandOver(" "), Petugas)
        {
            Ticked = ["t3"],
            Kk = BerkasStatus.Accepted,
        },
        new(WorkflowRefusal.OperatorStarted, CaseStatus.InProgress, "serah", CaseRequest.Cancel(), Actor.Resident),
    ];

    public static TheoryData<int> Numbers => new(Enumerable.Range(0, Cases.Length));

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Request_is_refused_by_name(int number)
    {
        var it = Cases[number];
        var berkas = new Dictionary<string, BerkasStatus> { ["kk"] = it.Kk, ["buku"] = BerkasStatus.NotApplicable };

        var decision = new CaseWorkflow(SampleAlur.Definition).Decide(new(it.Status, it.StepId, it.Ticked, berkas), it.Request, it.Actor);

        decision.ShouldBe(new Refused(it.Refusal), it.ToString());
    }

    [Fact]
    public void Every_refusal_is_met_by_a_case() =>
        WorkflowRefusal.All.Except(Cases.Select(it => it.Refusal)).ShouldBeEmpty();

    [Fact]
    public void Every_refusal_has_its_own_sentence_in_both_languages()
    {
        List<ContentProblem> problems = [];
        Dictionary<string, LocalizedText> texts = [];
        var file = ContentFile.Parse(
            "texts/penolakan.yaml", File.ReadAllText(Path.Combine(OfficeContent.Folder, "texts", "penolakan.yaml")), problems);
        TextCatalogue.Read(file.ShouldNotBeNull(), "penolakan", texts);

        problems.ShouldBeEmpty();
        WorkflowRefusal.All.Select(refusal => refusal.TextKey).Except(texts.Keys).ShouldBeEmpty();
        texts.Values.ShouldAllBe(text => text.Id.EndsWith('.') && text.En.EndsWith('.'));
        texts.Values.Select(text => text.Id).ShouldBeUnique();
    }
}
