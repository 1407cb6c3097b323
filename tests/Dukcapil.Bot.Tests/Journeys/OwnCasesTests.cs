using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Tests.Fixtures;

namespace Dukcapil.Bot.Tests.Journeys;

/// <summary>What residents can see of their cases and do to them, and what others cannot.</summary>
[Collection(OfficeCollection.Name)]
public sealed class OwnCasesTests(BotApp app)
{
    private const string Alur = "ktp-rekam-data-ada";

    [Fact]
    public async Task Same_person_applying_again_is_shown_the_open_case()
    {
        var first = new Applicant(app, Alur);
        var number = await first.ApplyAsync();
        var again = await AgainAsync(first.Person, first.Resident);
        again.ShouldContain("masih berjalan");
        again.ShouldContain(number);
        (await CountAsync(first.Resident)).ShouldBe(1);
    }

    [Fact]
    public async Task Same_person_applying_from_another_phone_is_told_no_number()
    {
        var first = new Applicant(app, Alur);
        var number = await first.ApplyAsync();
        var other = await AgainAsync(first.Person, new Resident(app));
        other.ShouldContain("loket");
        other.ShouldNotContain(number);
    }

    [Fact]
    public async Task Resident_cancels_before_the_operator_begins_and_may_apply_again()
    {
        var applicant = new Applicant(app, Alur);
        var number = await applicant.ApplyAsync();
        await CancelAsync(applicant.Resident);
        (await (await Office.OpenAsync(app)).ViewAsync(number)).Record.Status.ShouldBe(CaseStatus.Cancelled);
        Applicant.NumberIn(await AgainAsync(applicant.Person, applicant.Resident)).ShouldNotBe(number);
    }

    [Fact]
    public async Task Resident_cannot_cancel_once_the_operator_has_the_case()
    {
        var applicant = new Applicant(app, Alur);
        var number = await applicant.ApplyAsync();
        var office = await Office.OpenAsync(app);
        await office.FinishStepAsync(number);
        await applicant.Resident.ReadAsync();
        (await CancelAsync(applicant.Resident)).ShouldContain("tidak dapat dibatalkan");
        (await office.ViewAsync(number)).Record.Status.ShouldBe(CaseStatus.InProgress);
    }

    [Theory]
    [InlineData("CEK {0}")]
    [InlineData("cek {0}")]
    public async Task Number_of_a_case_tells_another_phone_nothing(string message)
    {
        var applicant = new Applicant(app, Alur);
        var number = await applicant.ApplyAsync();
        var asked = string.Format(System.Globalization.CultureInfo.InvariantCulture, message, number);
        (await applicant.Resident.WriteAsync(asked)).ShouldContain("Diajukan");

        var stranger = new Resident(app);
        await stranger.WriteAsync("halo");
        var known = await stranger.WriteAsync(asked);
        var unknown = await stranger.WriteAsync("CEK 26-99999-1");
        known.ShouldBe(unknown);
        known.ShouldNotContain("Diajukan");
        (await stranger.WriteAsync("STATUS")).ShouldContain("Belum ada permohonan");
    }

    [Fact]
    public async Task Phone_with_several_cases_chooses_one()
    {
        var first = new Applicant(app, Alur);
        var number = await first.ApplyAsync();
        var second = new Applicant(app, Alur) { Resident = first.Resident, Person = Person.New("Siti Rahayu") };
        var other = Applicant.NumberIn(await AgainAsync(second.Person, first.Resident));
        (await first.Resident.WriteAsync("STATUS")).ShouldContain("Permohonan mana");
        var told = await first.Resident.WriteAsync(number);
        told.ShouldContain(number);
        told.ShouldNotContain(other);
        (await first.Resident.WriteAsync($"CEK {other}")).ShouldContain("Siti");
    }

    [Fact]
    public async Task Application_for_a_child_is_kept_as_the_familys()
    {
        var applicant = new Applicant(app, "kk-pindah-datang") { ForFamily = true, Person = Person.New("Rina Lestari") };
        await applicant.ToPapersAsync();
        var summary = await applicant.ToSummaryAsync();
        summary.ShouldContain("Anggota keluarga (Anak)");
        var number = Applicant.NumberIn(await applicant.Resident.WriteAsync("1"));
        var record = (await (await Office.OpenAsync(app)).ViewAsync(number)).Record;
        (record.Relation, record.SubjectName).ShouldBe(("keluarga", "Rina Lestari"));
    }

    [Fact]
    public async Task Changed_answer_asks_for_the_other_papers_before_sending()
    {
        var applicant = new Applicant(app, "kk-pindah-datang");
        await applicant.ToPapersAsync();
        (await applicant.ToSummaryAsync()).ShouldContain("4. Fotokopi buku nikah/akta perceraian – tidak berlaku");
        await applicant.Resident.WriteAsync("Ada yang diubah");
        await applicant.Resident.WriteAsync("Keadaan");
        (await applicant.Resident.WriteAsync("Kawin")).ShouldContain("⬜ 4.");
        await applicant.Resident.WriteAsync("loket");
        (await applicant.Resident.WriteAsync("lanjut")).ShouldContain("4. Fotokopi buku nikah/akta perceraian – dibawa ke loket");
        var number = Applicant.NumberIn(await applicant.Resident.WriteAsync("1"));
        var view = await (await Office.OpenAsync(app)).ViewAsync(number);
        view.Record.Berkas.Count(paper => paper.Status == BerkasStatus.NotApplicable).ShouldBe(0);
    }

    private async Task<string> AgainAsync(Person person, Resident resident)
    {
        var applicant = new Applicant(app, Alur) { Person = person, Resident = resident };
        await resident.WriteAsync("menu");
        foreach (var prompt in applicant.Prompts)
            if (prompt.Name != "izin" || await HasNoConsentAsync(resident)) await resident.WriteAsync(prompt.Answer);
        (await applicant.ToSummaryAsync()).ShouldContain(person.Name);
        return await resident.WriteAsync("1");
    }

    private async Task<bool> HasNoConsentAsync(Resident resident) =>
        await app.ReadAsync<long>($"select count(*) from consents where address_id = {await resident.AddressIdAsync()}") == 0;

    private static async Task<string> CancelAsync(Resident resident)
    {
        await resident.WriteAsync("permohonan saya");
        (await resident.WriteAsync("Batalkan")).ShouldContain("Yakin ingin membatalkan?");
        return await resident.WriteAsync("ya");
    }

    private async Task<long> CountAsync(Resident resident) =>
        await app.ReadAsync<long>($"select count(*) from cases where address_id = {await resident.AddressIdAsync()}");
}
