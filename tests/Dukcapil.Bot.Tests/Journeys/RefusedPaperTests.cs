using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Bot.Tests.Journeys;

/// <summary>A paper that an officer refuses: asked for again, sent again, back at the desk.</summary>
[Collection(OfficeCollection.Name)]
public sealed class RefusedPaperTests(BotApp app)
{
    private const string Paper = "kk-atau-ktp";
    private const string Other = "formulir";
    private const string Reason = "Fotonya buram";

    [Fact]
    public async Task Refused_paper_is_asked_for_by_name_and_lands_on_the_same_item()
    {
        var (applicant, office, number) = await RefusedAsync();
        var paused = (await office.ViewAsync(number)).Record;
        paused.Status.ShouldBe(CaseStatus.AwaitingResident);
        paused.PausedAt.ShouldNotBeNull();

        (await applicant.Resident.PhotographAsync()).ShouldContain($"Apakah ini *{Title(applicant)}* untuk permohonan {number}?");
        (await applicant.Resident.WriteAsync("ya")).ShouldContain($"*{Title(applicant)}* untuk permohonan *{number}* sudah kami terima");
        await office.SettledAsync(number);

        var view = await office.ViewAsync(number);
        view.Record.Status.ShouldBe(CaseStatus.InProgress);
        view.Record.PausedAt.ShouldBeNull();
        view.Record.DueAt.ShouldNotBeNull();
        StatusOf(view, Paper).ShouldBe(BerkasStatus.Sent);
        StatusOf(view, Other).ShouldBe(BerkasStatus.Sent);
        PhotosOf(view, Paper).ShouldBe(1);
        view.Files.Count(file => file.File.ItemId == Paper && file.File.SupersededAt is not null).ShouldBe(1);
        view.History.Select(line => line.Action).ShouldBe(
            [CaseEvent.Submitted, CaseEvent.Taken, CaseEvent.BerkasRefused, CaseEvent.BerkasResent, CaseEvent.ResendComplete]);
        await office.FinishStepAsync(number);
        (await office.ViewAsync(number)).Record.StepId.ShouldBe("operator");
    }

    [Fact]
    public async Task Two_photos_in_a_burst_answer_together()
    {
        var (applicant, office, number) = await RefusedAsync();
        await Task.WhenAll(applicant.Resident.Phone.SendPhotosAsync(), applicant.Resident.Phone.SendPhotosAsync());
        await applicant.Resident.ReadAsync();
        (await applicant.Resident.WriteAsync("ya")).ShouldContain("sudah kami terima");
        await office.SettledAsync(number);
        PhotosOf(await office.ViewAsync(number), Paper).ShouldBe(2);
        (await applicant.Resident.WriteAsync("status")).ShouldContain(number);
    }

    [Fact]
    public async Task Two_photos_in_one_message_after_asking_to_resend_answer_together()
    {
        var (applicant, office, number) = await RefusedAsync();
        (await applicant.Resident.WriteAsync("kirim ulang")).ShouldContain(Reason);
        await applicant.Resident.Phone.SendPhotosAsync(2);
        (await applicant.Resident.ReadAsync()).ShouldContain("sudah kami terima");
        await office.SettledAsync(number);
        PhotosOf(await office.ViewAsync(number), Paper).ShouldBe(2);
    }

    [Fact]
    public async Task Photo_after_the_first_of_a_burst_was_taken_joins_it()
    {
        var (applicant, office, number) = await RefusedAsync();
        await applicant.Resident.WriteAsync("kirim ulang");
        await applicant.Resident.Phone.SendPhotosAsync();
        await applicant.Resident.Phone.SendPhotosAsync();
        await applicant.Resident.ReadAsync();
        await office.SettledAsync(number);
        PhotosOf(await office.ViewAsync(number), Paper).ShouldBe(2);
    }

    [Fact]
    public async Task Photo_in_the_middle_of_another_intake_reaches_the_case_and_the_intake_goes_on()
    {
        var (applicant, office, number) = await RefusedAsync();
        var second = new Applicant(app, "ktp-ubah-data") { Resident = applicant.Resident };
        foreach (var answer in (string[])["menu", "1", second.Alur.Title.Id, "ya", "1", "Ani Wijaya"])
            await applicant.Resident.WriteAsync(answer);
        await applicant.Resident.PhotographAsync();
        (await applicant.Resident.WriteAsync("ya")).ShouldSatisfyAllConditions(
            text => text.ShouldContain($"untuk permohonan *{number}* sudah kami terima"),
            text => text.ShouldContain("Ketik *NIK* Anda"));
        await applicant.Resident.WriteAsync(second.Person.Nik);
        await applicant.Resident.WriteAsync(second.Person.FamilyCard);
        (await applicant.Resident.WriteAsync("Nama")).ShouldContain("Sekarang berkasnya");
        (await second.ToSummaryAsync()).ShouldContain("Ani Wijaya");
        Applicant.NumberIn(await applicant.Resident.WriteAsync("1")).ShouldNotBe(number);
        StatusOf(await office.ViewAsync(number), Paper).ShouldBe(BerkasStatus.Sent);
    }

    [Fact]
    public async Task Resend_from_the_middle_of_another_list_of_papers_leaves_that_list_alone()
    {
        var (applicant, office, number) = await RefusedAsync();
        var second = new Applicant(app, "ktp-ubah-data") { Resident = applicant.Resident };
        string[] answers =
            ["menu", "1", second.Alur.Title.Id, "ya", "1", "Ani Wijaya", second.Person.Nik, second.Person.FamilyCard, "Nama"];
        foreach (var answer in answers)
            await applicant.Resident.WriteAsync(answer);
        (await applicant.Resident.WriteAsync("kirim ulang")).ShouldContain(Reason);
        var back = await applicant.Resident.PhotographAsync();
        back.ShouldContain("sudah kami terima");
        back.ShouldContain("⬜ 1.");
        await office.SettledAsync(number);
        PhotosOf(await office.ViewAsync(number), Paper).ShouldBe(1);
    }

    [Fact]
    public async Task Paper_brought_to_the_counter_instead_lets_the_case_go_on()
    {
        var (applicant, office, number) = await RefusedAsync();
        await applicant.Resident.WriteAsync("kirim ulang");
        (await applicant.Resident.WriteAsync("dibawa ke loket")).ShouldContain(
            $"*{Title(applicant)}* untuk permohonan *{number}* kami catat untuk dibawa ke loket");
        await office.SettledAsync(number);
        var view = await office.ViewAsync(number);
        (view.Record.Status, StatusOf(view, Paper)).ShouldBe((CaseStatus.InProgress, BerkasStatus.AtCounter));
        (await applicant.Resident.WriteAsync("status")).ShouldContain($"Dibawa ke loket: {Title(applicant)}");
    }

    [Fact]
    public async Task Later_is_taken_for_later_and_the_paper_stays_asked_for()
    {
        var (applicant, office, number) = await RefusedAsync();
        await applicant.Resident.WriteAsync("kirim ulang");
        var answer = await applicant.Resident.WriteAsync("nanti");
        answer.ShouldContain("KIRIM ULANG");
        (await applicant.Resident.WriteAsync("status")).ShouldContain(Reason);
        (await applicant.Resident.PhotographAsync()).ShouldContain("Apakah ini");
        (await applicant.Resident.WriteAsync("ya")).ShouldContain("sudah kami terima");
        await office.SettledAsync(number);
        (await office.ViewAsync(number)).Record.Status.ShouldBe(CaseStatus.InProgress);
    }

    [Fact]
    public async Task Later_to_the_question_about_a_photo_keeps_the_paper_asked_for()
    {
        var (applicant, office, number) = await RefusedAsync();
        await applicant.Resident.PhotographAsync();
        await applicant.Resident.WriteAsync("nanti");
        (await office.ViewAsync(number)).Record.Status.ShouldBe(CaseStatus.AwaitingResident);
        await applicant.Resident.WriteAsync("menu");
        (await applicant.Resident.WriteAsync("kirim ulang")).ShouldContain(Reason);
        (await applicant.Resident.PhotographAsync()).ShouldContain("sudah kami terima");
    }

    [Fact]
    public async Task Two_refused_papers_are_chosen_from_and_the_case_waits_for_both()
    {
        var (applicant, office, number) = await RefusedAsync();
        await office.RefuseAsync(number, Other, "Belum ditandatangani");
        (await applicant.Resident.ReadAsync()).ShouldContain("Belum ditandatangani");
        (await applicant.Resident.PhotographAsync()).ShouldContain("Untuk berkas yang mana?");
        (await applicant.Resident.WriteAsync(applicant.Alur.Paper(Other)!.Title.Id)).ShouldContain(applicant.Alur.Paper(Other)!.Title.Id);
        var view = await office.ViewAsync(number);
        (StatusOf(view, Other), StatusOf(view, Paper), view.Record.Status)
            .ShouldBe((BerkasStatus.Sent, BerkasStatus.ReplacementNeeded, CaseStatus.AwaitingResident));
        await applicant.Resident.WriteAsync("kirim ulang");
        await applicant.Resident.PhotographAsync();
        await office.SettledAsync(number);
        (await office.ViewAsync(number)).Record.Status.ShouldBe(CaseStatus.InProgress);
    }

    [Fact]
    public async Task File_that_cannot_be_used_is_told_with_the_limits_and_can_be_sent_again()
    {
        var (applicant, office, number) = await RefusedAsync();
        await applicant.Resident.WriteAsync("kirim ulang");
        await applicant.Resident.Phone.SendFilesAsync([("bukan gambar"u8.ToArray(), "image/jpeg")]);
        var told = await applicant.Resident.ReadAsync();
        told.ShouldContain("JPG");
        told.ShouldContain("10 MB");
        told.ShouldContain(Title(applicant));
        await office.SettledAsync(number);
        var view = await office.ViewAsync(number);
        (view.Record.Status, StatusOf(view, Paper)).ShouldBe((CaseStatus.AwaitingResident, BerkasStatus.ReplacementNeeded));
        await applicant.Resident.PhotographAsync();
        (await applicant.Resident.WriteAsync("ya")).ShouldContain("sudah kami terima");
        await office.SettledAsync(number);
        PhotosOf(await office.ViewAsync(number), Paper).ShouldBe(1);
    }

    private async Task<(Applicant Applicant, Office Office, string Number)> RefusedAsync()
    {
        var applicant = new Applicant(app, "ktp-rekam-data-ada");
        await applicant.ToPapersAsync();
        for (var paper = 1; paper <= 2; paper++) await applicant.Resident.Phone.SendPhotosAsync(1, $"{paper}");
        await applicant.Resident.WriteAsync("lanjut");
        var number = Applicant.NumberIn(await applicant.Resident.WriteAsync("1"));
        var office = await Office.OpenAsync(app);
        await office.RefuseAsync(number, Paper, Reason);
        var asked = app.Services.GetRequiredService<BotContentHolder>().Current.Texts["kasus.perlu-diganti"].Fill(
            Dukcapil.Bot.Content.Language.Id, name => name switch
            {
                "nomor" => number,
                "berkas" => Title(
                applicant),
                "meja" => "loket pelayanan",
                _ => Reason
            });
        (await applicant.Resident.NewsAsync()).ShouldBe([asked]);
        return (applicant, office, number);
    }

    private static string Title(Applicant applicant) => applicant.Alur.Paper(Paper)!.Title.Id;

    private static BerkasStatus StatusOf(CaseView view, string item) => view.Record.Berkas.Single(paper => paper.ItemId == item).Status;

    private static int PhotosOf(CaseView view, string item) =>
        view.Files.Count(file => file.File.ItemId == item && file.File.SupersededAt is null && file.Status != "rejected");
}
