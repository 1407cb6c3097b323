namespace Dukcapil.Bot.Alur.Tests;

public sealed class CaseWorkflowTests
{
    private static readonly Actor Petugas = Officers.Of(StaffRole.Petugas);
    private static readonly Actor Operator = Officers.Of(StaffRole.Operator);
    private static readonly Actor Kasi = Officers.Of(StaffRole.Kasi);
    private static readonly Actor Kadis = Officers.Of(StaffRole.Kadis);

    [Theory]
    [MemberData(nameof(OfficeContent.Ids), MemberType = typeof(OfficeContent))]
    public void Case_walks_every_step_of_its_alur_to_hand_over(string id)
    {
        var alur = OfficeContent.Alur(id);
        var walk = new CaseOnPaper(alur).Do(CaseRequest.Take(), Petugas);
        foreach (var (step, next) in alur.Steps.Zip(alur.Steps.Skip(1)))
        {
            walk.Now.StepId.ShouldBe(step.Id);
            walk.FinishStep().Now.Status.ShouldBe(CaseStatus.Forwarding);
            walk.Do(CaseRequest.Advance(), Actor.System);
            (walk.Now.Status, walk.Now.StepId).ShouldBe((CaseStatus.InProgress, next.Id));
        }

        walk.FinishStep().Do(CaseRequest.HandOver("Budi Santoso"), Petugas).Now.Status.ShouldBe(CaseStatus.Completed);
    }

    [Fact]
    public void First_step_is_not_finished_until_every_applicable_paper_is_accepted()
    {
        var alur = SampleAlur.Definition;
        var walk = new CaseOnPaper(alur, new(CaseStatus.InProgress, "periksa", new HashSet<string>(), new Dictionary<string, BerkasStatus>
        {
            ["kk"] = BerkasStatus.AtCounter,
            ["buku"] = BerkasStatus.NotApplicable,
        }));

        walk.Do(CaseRequest.Tick("t1"), Petugas).Do(CaseRequest.Tick("t2"), Petugas).Now.Status.ShouldBe(CaseStatus.InProgress);
        walk.Do(CaseRequest.Accept("kk"), Petugas).Now.Status.ShouldBe(CaseStatus.Forwarding);
    }

    [Fact]
    public void Tick_can_be_taken_back_while_the_step_is_open()
    {
        var walk = Started();

        walk.Do(CaseRequest.Tick("t2"), Petugas).Do(CaseRequest.Untick("t2"), Petugas);

        walk.Now.DoneTasks.ShouldBeEmpty();
        walk.Now.Status.ShouldBe(CaseStatus.InProgress);
    }

    [Fact]
    public void Two_bad_papers_are_both_asked_for_and_the_last_resend_moves_the_case_on()
    {
        var walk = Started().Do(CaseRequest.AskAgain("kk", "Buram"), Petugas).Do(CaseRequest.AskAgain("buku", "Terpotong"), Petugas);
        walk.Now.Status.ShouldBe(CaseStatus.AwaitingResident);

        walk.Do(CaseRequest.Resend("kk"), Actor.Resident).Now.Status.ShouldBe(CaseStatus.AwaitingResident);
        walk.RefuseWith(WorkflowRefusal.BerkasOutstanding, CaseRequest.Advance(), Actor.System);
        walk.Do(CaseRequest.BringAgain("buku"), Actor.Resident).Do(CaseRequest.Advance(), Actor.System);

        walk.Now.Status.ShouldBe(CaseStatus.InProgress);
        walk.Now.Berkas["buku"].ShouldBe(BerkasStatus.AtCounter);
    }

    [Fact]
    public void Verdict_given_by_mistake_is_put_right_while_the_resident_is_waited_for()
    {
        var walk = Started().Do(CaseRequest.AskAgain("kk", "Buram"), Petugas);

        walk.Do(CaseRequest.Accept("kk"), Petugas).Now.Status.ShouldBe(CaseStatus.InProgress);
    }

    [Fact]
    public void Replacement_photographed_at_the_counter_ends_the_wait()
    {
        var walk = Started().Do(CaseRequest.AskAgain("kk", "Buram"), Petugas);

        walk.Do(CaseRequest.AddBerkas("kk"), Petugas).Now.Status.ShouldBe(CaseStatus.InProgress);
    }

    [Fact]
    public void Paper_asked_for_again_at_a_later_step_must_be_judged_there()
    {
        var walk = new CaseOnPaper(OfficeContent.Alur("ktp-rusak-hilang")).GoTo("kasi");
        walk.Do(CaseRequest.AskAgain("kk", "Tidak terbaca"), Kasi).Do(CaseRequest.Resend("kk"), Actor.Resident)
            .Do(CaseRequest.Advance(), Actor.System);

        walk.Do(CaseRequest.Tick("cocok"), Kasi).Do(CaseRequest.Tick("kabid"), Kasi).Now.Status.ShouldBe(CaseStatus.InProgress);
        walk.Do(CaseRequest.Accept("kk"), Kasi).Now.Status.ShouldBe(CaseStatus.Forwarding);
    }

    [Theory]
    [InlineData("kasi", StaffRole.Kasi)]
    [InlineData("kasi", StaffRole.Kadis)]
    [InlineData("operator", StaffRole.Kabid)]
    [InlineData("penyerahan", StaffRole.Petugas)]
    public void Return_is_open_to_the_desk_and_those_above_it(string stepId, StaffRole role)
    {
        var walk = new CaseOnPaper(OfficeContent.Alur("ktp-ubah-data")).GoTo(stepId);

        walk.Do(CaseRequest.ReturnTo("petugas", "Data keliru"), Officers.Of(role));

        (walk.Now.Status, walk.Now.StepId).ShouldBe((CaseStatus.InProgress, "petugas"));
        walk.Now.DoneTasks.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("kabid", StaffRole.Kasi)]
    [InlineData("kadis", StaffRole.Operator)]
    public void Return_is_closed_to_those_below(string stepId, StaffRole role) =>
        new CaseOnPaper(OfficeContent.Alur("ktp-ubah-data")).GoTo(stepId)
            .RefuseWith(WorkflowRefusal.OtherRole, CaseRequest.ReturnTo("petugas", "Data keliru"), Officers.Of(role));

    [Fact]
    public void Returned_case_goes_through_the_two_operator_steps_again()
    {
        var walk = new CaseOnPaper(OfficeContent.Alur("ktp-rekam-baru")).GoTo("operator-rekam");

        walk.Do(CaseRequest.ReturnTo("operator-biodata", "Biodata keliru"), Operator).GoTo("kasi").Now.StepId.ShouldBe("kasi");
    }

    [Fact]
    public void Hold_ends_by_release_or_when_its_day_has_come()
    {
        var held = Started().Do(CaseRequest.Hold("Menunggu blangko"), Petugas);
        held.Now.Status.ShouldBe(CaseStatus.OnHold);
        held.RefuseWith(WorkflowRefusal.HoldNotEnded, CaseRequest.Advance(), Actor.System);

        new CaseOnPaper(held.Alur, held.Now).Do(CaseRequest.Release(), Petugas).Now.Status.ShouldBe(CaseStatus.InProgress);
        new CaseOnPaper(held.Alur, held.Now with { HoldEnded = true }).Do(CaseRequest.Advance(), Actor.System).Now.Status
            .ShouldBe(CaseStatus.InProgress);
    }

    [Theory]
    [InlineData(CaseStatus.Submitted)]
    [InlineData(CaseStatus.InProgress)]
    [InlineData(CaseStatus.AwaitingResident)]
    [InlineData(CaseStatus.OnHold)]
    public void Resident_cancels_until_the_first_desk_is_done(CaseStatus status)
    {
        var walk = Started();
        new CaseOnPaper(walk.Alur, walk.Now with { Status = status }).Do(CaseRequest.Cancel(), Actor.Resident).Now.Status
            .ShouldBe(CaseStatus.Cancelled);
    }

    [Fact]
    public void Resident_cannot_cancel_a_case_that_came_back_to_the_first_desk() =>
        new CaseOnPaper(OfficeContent.Alur("sktt")).GoTo("operator").Do(CaseRequest.ReturnTo("petugas", "Data keliru"), Operator)
            .RefuseWith(WorkflowRefusal.OperatorStarted, CaseRequest.Cancel(), Actor.Resident);

    [Theory]
    [InlineData("petugas", StaffRole.Petugas)]
    [InlineData("kasi", StaffRole.Kasi)]
    [InlineData("kabid", StaffRole.Kabid)]
    [InlineData("kadis", StaffRole.Kadis)]
    public void Reject_is_open_at_the_first_desk_and_to_the_heads(string stepId, StaffRole role) =>
        new CaseOnPaper(OfficeContent.Alur("sktt")).GoTo(stepId).Do(CaseRequest.Reject("Data tidak sesuai"), Officers.Of(role))
            .Now.Status.ShouldBe(CaseStatus.Rejected);

    [Fact]
    public void Uncollected_result_is_closed_by_counter_or_section()
    {
        var atCounter = new CaseOnPaper(OfficeContent.Alur("sktt")).GoTo("penyerahan");

        new CaseOnPaper(atCounter.Alur, atCounter.Now).Do(CaseRequest.CloseUncollected(), Petugas).Now.Status
            .ShouldBe(CaseStatus.NotCollected);
        new CaseOnPaper(atCounter.Alur, atCounter.Now).Do(CaseRequest.CloseUncollected(), Kasi).Now.Status
            .ShouldBe(CaseStatus.NotCollected);
        atCounter.RefuseWith(WorkflowRefusal.OtherRole, CaseRequest.CloseUncollected(), Kadis);
    }

    private static CaseOnPaper Started() => new CaseOnPaper(SampleAlur.Definition).Do(CaseRequest.Take(), Petugas);
}
