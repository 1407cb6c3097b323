using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Tests.Fixtures;

namespace Dukcapil.Bot.Tests.Journeys;

/// <summary>Each of the office's procedures, from the first word in chat to the hand-over at the counter.</summary>
[Collection(OfficeCollection.Name)]
public sealed class WholeJourneyTests(BotApp app)
{
    [Theory]
    [InlineData("kk-pindah-datang", "Petugas Operator Kasi Kabid Kadis Petugas", "handover intake", "Kasi Kabid Kadis", "penduduk")]
    [InlineData("ktp-pindah-datang", "Petugas Operator Kasi Kabid Kadis Petugas", "handover intake", "Kabid Kadis", "penduduk")]
    [InlineData(
        "ktp-rekam-baru", "Petugas Operator Operator Kasi Kabid Kadis Petugas", "handover intake", "Kabid Kabid Kadis Kadis", "penduduk")]
    [InlineData("ktp-rekam-data-ada", "Petugas Operator Kasi Kabid Kadis Petugas", "handover", "Kabid Kadis", "penduduk")]
    [InlineData("ktp-ubah-data", "Petugas Operator Kasi Kabid Kadis Petugas", "handover intake", "Kasi Kabid Kadis", "penduduk")]
    [InlineData("ktp-rusak-hilang", "Petugas Operator Kasi Kabid Kadis Petugas", "handover intake", "Kadis", "penduduk")]
    [InlineData("kk-ktp-orang-asing", "Petugas Operator Kasi Kabid Kadis Petugas", "handover intake", "Kasi Kabid Kadis", "sponsor")]
    [InlineData("sktt", "Petugas Operator Kasi Kabid Kadis Petugas", "handover intake", "Kasi Kabid Kadis", "sponsor")]
    public async Task Case_of_every_alur_is_pushed_step_by_step_until_it_is_handed_over(
        string alurId, string desks, string receipts, string signers, string collector)
    {
        var applicant = new Applicant(app, alurId) { Circumstance = question => question.Options[^1] };
        var number = await applicant.ApplyAsync();
        var office = await Office.OpenAsync(app);
        var steps = applicant.Alur.Steps;
        for (var at = 0; at < steps.Count; at++)
        {
            await office.FinishStepAsync(number);
            (await applicant.Resident.NewsAsync()).ShouldBe(
                [PushOf(steps[at], steps.ElementAtOrDefault(at + 1), number, AnswerOf(applicant))]);
        }

        var view = await office.ViewAsync(number);
        view.Record.Status.ShouldBe(CaseStatus.Completed);
        steps.Select(step => step.Role.ToString()).ShouldBe(desks.Split(' '));
        view.Receipts.Select(receipt => receipt.Kind.Stored()).Order().ShouldBe(receipts.Split(' '));
        Signers(view).ShouldBe(signers.Split(' '));
        view.Handover.ShouldNotBeNull().Collector.ShouldBe(collector);
        view.History.Select(line => line.Action).ShouldBe(ExpectedHistory(applicant));
        view.Messages.Count.ShouldBe(steps.Count);
    }

    [Theory]
    [InlineData("kk-pindah-datang", "buku-nikah")]
    [InlineData("ktp-rusak-hilang", "surat-hilang")]
    public async Task Paper_that_does_not_apply_is_kept_as_such_and_needs_no_verdict(string alurId, string paper)
    {
        var applicant = new Applicant(app, alurId);
        var number = await applicant.ApplyAsync();
        var office = await Office.OpenAsync(app);
        (await office.ViewAsync(number)).Record.Berkas.Single(item => item.ItemId == paper).Status.ShouldBe(BerkasStatus.NotApplicable);
        (await office.TryAsync(number, StaffRole.Petugas, CaseRequest.Take())).IsDone.ShouldBeTrue();
        (await office.TryAsync(number, StaffRole.Petugas, CaseRequest.Accept(paper)))
            .Refusal!.Code.ShouldBe("berkas-tidak-berlaku");
        await office.FinishStepAsync(number);
        (await office.ViewAsync(number)).Record.StepId.ShouldBe("operator");
    }

    [Fact]
    public async Task Resident_who_chose_English_reads_English_to_the_end()
    {
        var applicant = new Applicant(app, "ktp-rekam-data-ada") { Language = Language.En };
        var number = await applicant.ApplyAsync();
        var office = await Office.OpenAsync(app);
        await office.FinishStepAsync(number);
        (await applicant.Resident.NewsAsync()).ShouldBe(
            [PushOf(applicant.Alur.Steps[0], applicant.Alur.Steps[1], number, AnswerOf(applicant), Language.En)]);
        (await applicant.Resident.WriteAsync("status")).ShouldContain("Status: In progress\nNow at the operator's desk, step 2 of");
    }

    [Fact]
    public async Task Status_tells_since_when_in_the_time_of_the_office()
    {
        var applicant = new Applicant(app, "ktp-rekam-data-ada");
        var number = await applicant.ApplyAsync();
        var since = await app.ReadAsync<string>(
            $"select to_char(step_started_at at time zone 'UTC' + interval '7 hours', 'HH24.MI') from cases where number = '{number}'");
        (await applicant.Resident.WriteAsync("status")).ShouldContain($"{since} WIB");
        (await app.ReadAsync<long>(
            "select count(*) from information_schema.columns where table_schema = 'public' and data_type = 'timestamp without time zone'"))
            .ShouldBe(0);
    }

    private static string PushOf(
        Langkah finished, Langkah? next, string number, Func<string, string?> answer, Language language = Language.Id)
    {
        string Filled(LocalizedText text) => text.Fill(language, name => name == "nomor" ? number : null);
        var told = next?.Started is { } started ? $"{Filled(finished.Done)}\n\n{Filled(started)}" : Filled(finished.Done);
        if (next is null || !next.NeedsResident(answer)) return told;
        return told + (language == Language.Id
            ? "\n\nKetik *JADWAL* bila Anda ingin memilih waktu datang."
            : "\n\nType *SCHEDULE* if you would like to choose a time to come.");
    }

    private static Func<string, string?> AnswerOf(Applicant applicant) => name => applicant.Circumstances.GetValueOrDefault(name)?.Id;

    private static IEnumerable<string> Signers(CaseView view) =>
        from step in view.Alur.Steps
        from task in step.Tasks
        where task.Kind is TaskKind.Paraf or TaskKind.TandaTangan
        where view.Record.Tasks.Any(done => done.StepId == step.Id && done.TaskId == task.Id)
        select step.Role.ToString();

    private static IEnumerable<CaseEvent> ExpectedHistory(Applicant applicant)
    {
        yield return CaseEvent.Submitted;
        foreach (var step in applicant.Alur.Steps)
        {
            yield return CaseEvent.Taken;
            if (step.VerifiesBerkas)
                foreach (var _ in applicant.Papers) yield return CaseEvent.BerkasAccepted;
            foreach (var _ in step.Tasks.Where(task => task.Kind != TaskKind.Penyerahan)) yield return CaseEvent.TaskTicked;
            yield return step == applicant.Alur.Steps[^1] ? CaseEvent.HandedOver : CaseEvent.Forwarded;
        }
    }
}
