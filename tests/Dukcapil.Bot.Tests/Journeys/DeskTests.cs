using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Bot.Tests.Journeys;

/// <summary>What officers do beside the line, and what the resident reads about it.</summary>
[Collection(OfficeCollection.Name)]
public sealed class DeskTests(BotApp app)
{
    private const string Reason = "Menunggu blangko";

    [Fact]
    public async Task Held_case_is_paused_and_goes_on_by_itself_when_the_day_has_come()
    {
        var (applicant, office, number) = await AtTheCounterAsync();
        var tomorrow = app.Services.GetRequiredService<OfficeClock>().Today.AddDays(1);
        await office.DoAsync(number, StaffRole.Petugas, new CaseCommand(CaseRequest.Hold(Reason)) { HoldUntil = tomorrow });
        (await applicant.Resident.NewsAsync()).ShouldBe([Told("kasus.ditahan", number, OfficeClock.Format(tomorrow))]);
        (await applicant.Resident.WriteAsync("status")).ShouldSatisfyAllConditions(
            told => told.ShouldContain($"Ditahan sampai {OfficeClock.Format(tomorrow)}, atau lebih cepat."),
            told => told.ShouldContain($"Alasan: {Reason}"));
        var held = (await office.ViewAsync(number)).Record;
        (held.Status, held.PausedAt is null).ShouldBe((CaseStatus.OnHold, false));
        held.HoldUntil.ShouldBe(new DateTimeOffset(tomorrow, TimeOnly.MinValue, TimeSpan.FromHours(7)));

        await app.ReadAsync<string>(
            $"update cases set hold_until = now() - interval '1 minute' where number = '{number}' returning number");
        app.Services.GetRequiredService<CaseSignal>().Raise(held.Id);
        await Eventually.UntilAsync(
            "the hold has ended", async () => (await office.ViewAsync(number)).Record.Status == CaseStatus.InProgress);
        (await applicant.Resident.NewsAsync()).ShouldBe([Told("kasus.dilanjutkan", number)]);
        var released = (await office.ViewAsync(number)).Record;
        (released.HoldUntil, released.PausedAt, released.DueAt is null).ShouldBe((null, null, false));
    }

    [Fact]
    public async Task Hold_until_today_is_refused()
    {
        var (_, office, number) = await AtTheCounterAsync();
        var today = app.Services.GetRequiredService<OfficeClock>().Today;
        (await office.TryAsync(number, StaffRole.Petugas, new CaseCommand(CaseRequest.Hold(Reason)) { HoldUntil = today }))
            .Refusal!.Code.ShouldBe("tanggal-sudah-lewat");
    }

    [Fact]
    public async Task Returned_case_begins_that_step_anew_and_tells_no_step_twice_at_once()
    {
        var (applicant, office, number) = await AtTheCounterAsync();
        await office.FinishStepAsync(number);
        await office.FinishStepAsync(number);
        await applicant.Resident.ReadAsync();
        await office.DoAsync(number, StaffRole.Kasi, CaseRequest.ReturnTo("operator", "Nama salah cetak"));
        (await applicant.Resident.NewsAsync()).ShouldHaveSingleItem()
            .ShouldContain("dikembalikan ke meja operator untuk diperbaiki: Nama salah cetak");
        var returned = (await office.ViewAsync(number)).Record;
        (returned.StepId, returned.StepRole, returned.AssigneeId).ShouldBe(("operator", StaffRole.Operator, null));
        returned.Tasks.ShouldAllBe(task => task.StepId == "petugas");

        foreach (var _ in applicant.Alur.Steps.Skip(1)) await office.FinishStepAsync(number);
        (await office.ViewAsync(number)).Record.Status.ShouldBe(CaseStatus.Completed);
        (await applicant.Resident.NewsAsync()).Count.ShouldBe(applicant.Alur.Steps.Count - 1);
    }

    [Fact]
    public async Task Rejected_case_tells_why_and_leaves_the_way_free_for_a_new_one()
    {
        var (applicant, office, number) = await AtTheCounterAsync();
        await office.DoAsync(number, StaffRole.Petugas, CaseRequest.Reject(Reason));
        (await applicant.Resident.NewsAsync()).ShouldBe([Told("kasus.ditolak", number)]);
        (await office.ViewAsync(number)).Record.Status.ShouldBe(CaseStatus.Rejected);
        (await applicant.Resident.WriteAsync("status")).ShouldContain("Tidak dapat dilanjutkan");
        (await office.TryAsync(number, StaffRole.Petugas, CaseRequest.Take())).Refusal!.Code.ShouldBe("sudah-berakhir");
    }

    [Fact]
    public async Task Tick_sent_twice_at_once_is_one_tick()
    {
        var (_, office, number) = await AtTheCounterAsync();
        var view = await office.ViewAsync(number);
        var tick = new CaseCommand(CaseRequest.Tick(view.Alur.Steps[0].Tasks[0].Id)) { Number = number, Seen = view.Seen };
        var outcomes = await Task.WhenAll(
            office.Cases.ApplyAsync(tick, office[StaffRole.Petugas], TestContext.Current.CancellationToken),
            office.Cases.ApplyAsync(tick, office[StaffRole.Petugas], TestContext.Current.CancellationToken));
        outcomes.ShouldAllBe(outcome => outcome.IsDone);
        (await office.ViewAsync(number)).History.Count(line => line.Action == CaseEvent.TaskTicked).ShouldBe(1);
    }

    [Fact]
    public async Task Case_from_the_counter_goes_all_the_way_without_a_message()
    {
        var office = await Office.OpenAsync(app);
        var person = Person.New();
        var number = await WalkInAsync(office, person);
        foreach (var _ in (await office.ViewAsync(number)).Alur.Steps) await office.FinishStepAsync(number);
        var view = await office.ViewAsync(number);
        (view.Record.Status, view.Record.Relation, view.Messages.Count).ShouldBe((CaseStatus.Completed, "loket", 0));
        view.History[0].ActorKind.ShouldBe(ActorKind.Staff);
    }

    [Fact]
    public async Task Result_that_nobody_collects_closes_the_case_and_is_told()
    {
        var (applicant, office, number) = await AtTheCounterAsync();
        foreach (var _ in applicant.Alur.Steps.SkipLast(1)) await office.FinishStepAsync(number);
        await applicant.Resident.ReadAsync();
        await office.DoAsync(number, StaffRole.Petugas, CaseRequest.CloseUncollected());
        (await applicant.Resident.NewsAsync()).ShouldBe([Told("kasus.tidak-diambil", number)]);
        (await office.ViewAsync(number)).Record.Status.ShouldBe(CaseStatus.NotCollected);
    }

    private async Task<(Applicant Applicant, Office Office, string Number)> AtTheCounterAsync()
    {
        var applicant = new Applicant(app, "ktp-rekam-data-ada");
        var number = await applicant.ApplyAsync();
        var office = await Office.OpenAsync(app);
        await office.DoAsync(number, StaffRole.Petugas, CaseRequest.Take());
        return (applicant, office, number);
    }

    private async Task<string> WalkInAsync(Office office, Person person)
    {
        var content = app.Services.GetRequiredService<BotContentHolder>().Current;
        var alur = content.Alur.Find("ktp-rekam-data-ada")!;
        await using var data = app.OpenData();
        await using var transaction = await data.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        var submitted = await app.Services.GetRequiredService<CaseIntake>().SubmitAsync(
            data,
            new NewCase
            {
                Alur = alur,
                Relation = "loket",
                Name = person.Name,
                Nik = person.Nik,
                Kk = person.FamilyCard,
                Answers = [],
                Berkas = alur.Berkas.ToDictionary(item => item.Id, _ => new NewBerkas([], true), StringComparer.Ordinal),
                EnteredBy = office[StaffRole.Petugas],
            },
            TestContext.Current.CancellationToken);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        return submitted.Number;
    }

    private string Told(string key, string number, string until = "") =>
        app.Services.GetRequiredService<BotContentHolder>().Current.Texts[key].Fill(
            Language.Id, name => name switch { "nomor" => number, "meja" => "loket pelayanan", "sampai" => until, _ => Reason });
}
