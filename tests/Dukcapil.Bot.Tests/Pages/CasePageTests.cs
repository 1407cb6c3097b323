using System.Text.RegularExpressions;
using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Casework.Records;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Tests.Pages;

public sealed partial class CasePageTests(StaffOffice office) : IClassFixture<StaffOffice>
{
    private static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    [Fact]
    public async Task Desk_of_the_step_sees_its_buttons_and_others_none()
    {
        var page = $"/kasus/{await office.MakeCaseAsync()}";
        using var petugas = await office.SignedInAsync("petugas");
        using var op = await office.SignedInAsync("operator");

        (await petugas.GetAsync(page)).Handlers.ShouldBe(["Reveal", "Take"]);
        await petugas.SubmitAsync(page, "Take");
        (await petugas.GetAsync(page)).Handlers.ShouldBe(["Accept", "AddFile", "AskAgain", "Hold", "Reject", "Reveal", "Tick"]);
        (await op.GetAsync(page)).Handlers.ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_for_another_desk_is_refused_with_its_sentence_and_changes_nothing()
    {
        var number = await office.MakeCaseAsync();
        var page = $"/kasus/{number}";
        using var petugas = await office.SignedInAsync("petugas");
        await petugas.SubmitAsync(page, "Take");
        using var op = await office.SignedInAsync("operator");
        var version = (await petugas.GetAsync(page)).Version!;

        await op.SubmitAsync(page, "Tick", ("version", version), ("task", "terima"), ("done", "true"));

        (await op.GetAsync(page)).Text.ShouldContain("Langkah ini dikerjakan oleh meja lain.");
        (await office.AskAsync(
            data => data.CaseTasks.CountAsync(
                task => data.Set<CaseRecord>().Any(record => record.Id == task.CaseId && record.Number == number)))).ShouldBe(0);
    }

    [Fact]
    public async Task Second_of_two_officers_with_the_same_page_gets_a_refusal_not_a_lost_update()
    {
        var page = $"/kasus/{await office.MakeCaseAsync()}";
        using var first = await office.SignedInAsync("petugas");
        using var second = await office.HiredAsync("Rina Marlina");
        await first.SubmitAsync(page, "Take");
        var (shownToBoth, shownToSecond) = (await first.GetAsync(page), await second.GetAsync(page));

        await first.SubmitAsync(shownToBoth, $"{page}?handler=Tick", ("task", "terima"), ("done", "true"));
        await second.SubmitAsync(shownToSecond, $"{page}?handler=Reject", ("reason", "Salah alamat."));

        var after = await second.GetAsync(page);
        after.Text.ShouldContain("diubah orang lain, Siti Rohmah");
        after.Text.ShouldNotContain("Ditolak");
        after.Html.ShouldContain("aria-pressed=\"true\"");
    }

    [Fact]
    public async Task Two_officers_with_the_same_page_tick_different_tasks_and_both_are_kept()
    {
        var page = $"/kasus/{await office.MakeCaseAsync()}";
        using var first = await office.SignedInAsync("petugas");
        using var second = await office.HiredAsync("Rudi Hartono");
        await first.SubmitAsync(page, "Take");
        var (shownToFirst, shownToSecond) = (await first.GetAsync(page), await second.GetAsync(page));

        await first.SubmitAsync(shownToFirst, $"{page}?handler=Tick", Tick(shownToFirst, 0));
        await second.SubmitAsync(shownToSecond, $"{page}?handler=Tick", Tick(shownToSecond, 1));

        (await second.GetAsync(page)).Html.Split("aria-pressed=\"true\"").Length.ShouldBe(3);
    }

    [Fact]
    public async Task Own_tick_is_not_taken_for_a_change_by_somebody_else()
    {
        var page = $"/kasus/{await office.MakeCaseAsync()}";
        using var browser = await office.SignedInAsync("petugas");
        await browser.SubmitAsync(page, "Take");
        var shown = await browser.GetAsync(page);

        await browser.SubmitAsync(shown, $"{page}?handler=Tick", Tick(shown, 0));
        await browser.SubmitAsync(shown, $"{page}?handler=Reject", ("reason", "Bukan warga Cilegon."));

        (await browser.GetAsync(page)).Text.ShouldContain("Permohonan ditolak.");
    }

    [Fact]
    public async Task Tick_for_a_step_that_is_over_is_refused_with_where_the_case_is_now()
    {
        var number = await office.MakeCaseAsync();
        var page = $"/kasus/{number}";
        using var browser = await office.SignedInAsync("petugas");
        await browser.SubmitAsync(page, "Take");
        var shown = await browser.GetAsync(page);
        await office.AskAsync(data => data.Cases.Where(record => record.Number == number).ExecuteUpdateAsync(set => set
            .SetProperty(record => record.StepId, "penyerahan").SetProperty(record => record.StepVisit, 7)));

        await browser.SubmitAsync(shown, $"{page}?handler=Tick", Tick(shown, 0));

        (await browser.GetAsync(page)).Text.ShouldContain("Centang itu untuk langkah yang sudah berakhir");
        (await office.AskAsync(
            data => data.CaseTasks.CountAsync(
                task => data.Set<CaseRecord>().Any(record => record.Id == task.CaseId && record.Number == number)))).ShouldBe(0);
    }

    [Fact]
    public async Task Reason_sent_twice_asks_the_resident_once()
    {
        var number = await office.MakeCaseAsync();
        var page = $"/kasus/{number}";
        using var browser = await office.SignedInAsync("petugas");
        await browser.SubmitAsync(page, "Take");
        var (shown, item) = (await browser.GetAsync(page), await FirstPaperAsync(number));

        for (
            var i = 0;
            i < 2;
            i++) await browser.SubmitAsync(shown, $"{page}?handler=AskAgain", ("item", item), ("reason", "Fotonya buram."));

        var after = await browser.GetAsync(page);
        after.Text.ShouldNotContain("Belum dilakukan.");
        (await office.AskAsync(data => data.CaseHistory.CountAsync(
            line => line.Action == CaseEvent.BerkasRefused
                && data.Set<CaseRecord>().Any(record => record.Id == line.CaseId && record.Number == number)))).ShouldBe(1);
    }

    [Fact]
    public async Task Numbers_are_masked_until_asked_for_and_each_look_is_logged()
    {
        var number = await office.MakeCaseAsync();
        var page = $"/kasus/{number}";
        using var browser = await office.SignedInAsync("petugas");

        var masked = await browser.GetAsync(page);
        masked.Text.ShouldContain("367202********");
        (await LooksAsync(number, "numbers")).ShouldBe(0);
        var full = await browser.SubmitAsync(page, "Reveal");

        full.Status.ShouldBe(200);
        full.Text.ShouldNotContain("********");
        full.Headers["Cache-Control"].ShouldContain("no-store");
        (await LooksAsync(number, "numbers")).ShouldBe(1);
    }

    [Fact]
    public async Task Desk_that_a_case_has_not_reached_cannot_unmask_its_numbers()
    {
        var number = await office.MakeCaseAsync();
        using var kasi = await office.SignedInAsync("kasi");

        var answer = await kasi.SubmitAsync($"/kasus/{number}", "Reveal");

        answer.Text.ShouldContain("367202********");
        (await LooksAsync(number, "numbers")).ShouldBe(0);
    }

    [Fact]
    public async Task Photo_added_at_the_counter_is_served_locked_down_and_logged()
    {
        var number = await office.MakeCaseAsync();
        var page = $"/kasus/{number}";
        using var browser = await office.SignedInAsync("petugas");
        await browser.SubmitAsync(page, "Take");
        var item = await FirstPaperAsync(number);

        await browser.UploadAsync(page, item, Png);

        var media = await office.AskAsync(data => data.CaseFiles.Where(
            file => data.Set<CaseRecord>().Any(record => record.Id == file.CaseId && record.Number == number))
            .Select(file => file.MediaId).SingleAsync());
        var photo = await browser.GetAsync($"{page}/foto/{media}");
        photo.Status.ShouldBe(200);
        photo.Headers["Content-Type"].ShouldBe("image/png");
        photo.Headers["Content-Security-Policy"].ShouldBe("default-src 'none'; sandbox");
        photo.Headers["X-Content-Type-Options"].ShouldBe("nosniff");
        photo.Headers["Cache-Control"].ShouldContain("no-store");
        (await browser.GetBytesAsync($"{page}/foto/{media}"))[..4].ShouldBe(Png[..4]);
        (await LooksAsync(number, "file")).ShouldBe(2);
        (await office.AskAsync(data => data.Media.Where(row => row.Id == media).Select(row => row.ContentEnc).SingleAsync()))!.AsSpan()
            .IndexOf("IHDR"u8)
            .ShouldBe(-1);
        (await browser.GetAsync($"/kasus/{await office.MakeCaseAsync()}/foto/{media}")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Photo_of_a_case_on_its_way_to_the_next_desk_is_not_offered()
    {
        var number = await office.MakeCaseAsync();
        var page = $"/kasus/{number}";
        using var browser = await office.SignedInAsync("petugas");
        await browser.SubmitAsync(page, "Take");
        await browser.UploadAsync(page, await FirstPaperAsync(number), Png);
        (await browser.GetAsync(page)).Html.ShouldContain($"src=\"{page}/foto/");

        await office.AskAsync(data => data.Cases.Where(record => record.Number == number)
            .ExecuteUpdateAsync(set => set.SetProperty(record => record.Status, CaseStatus.Forwarding)));

        var shown = await browser.GetAsync(page);
        shown.Html.ShouldNotContain($"src=\"{page}/foto/");
        shown.Text.ShouldContain("Foto tersimpan; permohonan sedang diteruskan");
    }

    [Fact]
    public async Task File_that_is_no_photo_gets_a_sentence()
    {
        var number = await office.MakeCaseAsync();
        var page = $"/kasus/{number}";
        using var browser = await office.SignedInAsync("petugas");
        await browser.SubmitAsync(page, "Take");

        await browser.UploadAsync(page, await FirstPaperAsync(number), "<script>alert(1)</script>"u8.ToArray());

        (await browser.GetAsync(page)).Text.ShouldContain("bukan foto JPEG, PNG, atau PDF");
    }

    [Fact]
    public async Task Photo_of_an_upload_that_is_not_allowed_is_not_kept()
    {
        var number = await office.MakeCaseAsync();
        using var op = await office.SignedInAsync("operator");
        await op.UploadAsync($"/kasus/{number}", await FirstPaperAsync(number), Png);
        (await office.AskAsync(
            data => data.Media.CountAsync(
                media => media.AddressId == null && !data.Set<CaseFileRecord>().Any(file => file.MediaId == media.Id)))).ShouldBe(0);
    }

    [Fact]
    public async Task Unknown_number_and_wrong_check_digit_are_not_found_in_words()
    {
        using var browser = await office.SignedInAsync("petugas");

        var answer = await browser.GetAsync("/kasus/26-99999-1");

        answer.Status.ShouldBe(404);
        answer.Text.ShouldContain("Tidak ditemukan");
    }

    [Fact]
    public async Task Message_to_the_resident_is_shown_in_words_with_its_delivery_state()
    {
        var number = await office.MakeCaseAsync();
        await office.ConnectPhoneAsync(number);
        var page = $"/kasus/{number}";
        using var browser = await office.SignedInAsync("petugas");
        await browser.SubmitAsync(page, "Take");

        await browser.SubmitAsync(page, "AskAgain", ("item", await FirstPaperAsync(number)), ("ready", "Fotonya buram."), ("reason", "  "));

        var after = await browser.GetAsync(page);
        after.Text.ShouldContain("Menunggu penduduk");
        after.Text.ShouldContain("Alasan: Fotonya buram.");
        after.Text.ShouldContain($"Permohonan *{number}*");
        after.Html.ShouldMatch("(?s)judul-pesan.*(Menunggu dikirim|Sedang dikirim|Terkirim|Sampai di ponsel|Belum pasti|Gagal dikirim)");
    }

    [Fact]
    public async Task Case_on_its_way_refreshes_itself_and_offers_nothing_meanwhile()
    {
        var number = await office.MakeCaseAsync();
        using var browser = await office.SignedInAsync("petugas");
        (await browser.GetAsync($"/kasus/{number}")).Html.ShouldNotContain("hx-trigger");

        // At the last step there is no next desk, so no job moves the case while it is looked at.
        await office.AskAsync(data => data.Cases.Where(record => record.Number == number).ExecuteUpdateAsync(set => set
            .SetProperty(record => record.Status, CaseStatus.Forwarding).SetProperty(record => record.StepId, "penyerahan")));

        var page = await browser.GetAsync($"/kasus/{number}");
        page.Text.ShouldContain("Sedang diteruskan");
        page.Html.ShouldContain("hx-trigger=\"every 1s\"");
        page.Handlers.ShouldBe(["Reveal"]);
    }

    private static (string, string)[] Tick(StaffPage shown, int place)
    {
        var fields = TickFields().Matches(shown.Html)[place].Groups;
        return [("step", fields["step"].Value), ("visit", fields["visit"].Value), ("task", fields["task"].Value), ("done", "true")];
    }

    private Task<int> LooksAsync(string number, string what) => office.AskAsync(data =>
        data.AccessLog
            .CountAsync(look => look.What == StoredNames.Parse<AccessedData>(what)
                && data.Set<CaseRecord>().Any(record => record.Id == look.CaseId && record.Number == number)));

    private Task<string> FirstPaperAsync(string number) => office.AskAsync(data =>
        data.CaseBerkas.Where(paper => paper.Status != BerkasStatus.NotApplicable
            && data.Set<CaseRecord>().Any(record => record.Id == paper.CaseId && record.Number == number)).Select(paper => paper.ItemId).FirstAsync());

    [GeneratedRegex(
        "(?s)name=\"step\" value=\"(?<step>[^\"]+)\".*?name=\"visit\" value=\"(?<visit>[^\"]+)\".*?name=\"task\" value=\"(?<task>[^\"]+)\"",
        RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex TickFields();
}
