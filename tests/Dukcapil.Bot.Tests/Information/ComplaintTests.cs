using Dukcapil.Bot.Core.Information.Complaints;
using Dukcapil.Bot.Tests.Fixtures;
using Dukcapil.Bot.Tests.Pages;

namespace Dukcapil.Bot.Tests.Information;

/// <summary>Complaints from the resident's words to the answer and back.</summary>
public sealed class ComplaintTests(StaffOffice office) : IClassFixture<StaffOffice>
{
    [Fact]
    public async Task Complaint_about_staff_becomes_a_ticket_for_heads_is_answered_reopened_and_closed()
    {
        var phone = office.NewPhone();
        var number = await ComplainAsync(phone, "Petugas loket 2 tidak ramah kepada ibu saya kemarin pagi.");
        var id = ComplaintNumber.Parse(number)!.Value;
        (await phone.AskAsync("pengaduan saya")).ShouldContain($"*{number}*");
        (await phone.AskAsync($"cek {number}")).ShouldContain("sudah diterima");

        using var accused = await office.SignedInAsync("petugas");
        (await accused.GetAsync("/pengaduan")).Text.ShouldNotContain(number);
        (await accused.GetAsync($"/pengaduan/{id}")).Status.ShouldBe(404);
        using var browser = await office.SignedInAsync("kasi");
        (await browser.GetAsync("/pengaduan")).Text.ShouldContain(number);
        var opened = await browser.GetAsync($"/pengaduan/{id}");
        opened.Text.ShouldContain("tidak ramah kepada ibu saya");
        opened.Text.ShouldContain("Boleh ditelepon");
        (await browser.SubmitAsync(opened, $"/pengaduan/{id}?handler=Take")).Location.ShouldBe($"/pengaduan/{id}");
        (await phone.AskAsync("pengaduan saya")).ShouldContain("sedang ditangani");

        await browser.SubmitAsync($"/pengaduan/{id}", "Answer", ("jawaban", "Mohon maaf, petugasnya sudah kami tegur."));
        var answer = (await phone.NextAsync()).Body;
        answer.ShouldContain("sudah kami tegur");
        answer.ShouldContain("SP4N-LAPOR");

        (await phone.AskAsync("belum selesai")).ShouldContain($"belum selesai dari pengaduan *{number}*");
        (await phone.AskAsync("Hari ini terulang lagi.")).ShouldContain("kami buka kembali");
        (await browser.GetAsync($"/pengaduan/{id}")).Text.ShouldContain("Hari ini terulang lagi.");

        (await browser.SubmitAsync($"/pengaduan/{id}", "Close", ("catatan", "Dibicarakan langsung."))).Location
            .ShouldBe($"/pengaduan/{id}");
        (await browser.GetAsync("/pengaduan?keadaan=selesai")).Text.ShouldContain(number);
        var told = (await phone.NextAsync()).Body;
        told.ShouldContain($"*{number}* kami tutup");
        told.ShouldContain("BELUM SELESAI");
        told.ShouldNotContain("Dibicarakan langsung");
        (await office.ReadAsync<long>($"select count(*) from access_log where complaint_id = {id} and what = 'complaint'"))
            .ShouldBeGreaterThan(2);
        (await office.ReadAsync<long>($"select count(*) from complaint_events where complaint_id = {id}")).ShouldBe(5);
    }

    [Fact]
    public async Task Harmless_complaint_is_answered_at_the_desk_and_closed_only_by_a_head()
    {
        var phone = office.NewPhone();
        var id = ComplaintNumber.Parse(await ComplainAsync(phone, "Lampunya mati."))!.Value;
        using var officer = await office.SignedInAsync("operator");
        var opened = await officer.GetAsync($"/pengaduan/{id}");
        opened.Handlers.ShouldBe(["Answer", "Take"]);
        opened.Text.ShouldContain("ditutup oleh kepala seksi");

        var refused = await officer.SubmitAsync(opened, $"/pengaduan/{id}?handler=Close", ("catatan", "Sudah."));
        refused.Text.ShouldContain("hanya ditutup oleh kepala seksi");
        (await office.ReadAsync<string>($"select state from complaints where id = {id}")).ShouldBe("New");
    }

    [Fact]
    public async Task Complaint_that_comes_to_speak_of_an_officer_leaves_the_desk()
    {
        var phone = office.NewPhone();
        var id = ComplaintNumber.Parse(await ComplainAsync(phone, "Antreannya lama."))!.Value;
        using var officer = await office.SignedInAsync("petugas");
        await officer.SubmitAsync($"/pengaduan/{id}", "Answer", ("jawaban", "Mohon maaf."));
        await phone.NextAsync();

        (await phone.AskAsync("belum selesai")).ShouldContain("belum selesai dari pengaduan");
        await phone.AskAsync("petugasnya malah minta uang rokok");

        (await officer.GetAsync($"/pengaduan/{id}")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Money_is_flagged_shown_first_and_only_to_those_who_lead()
    {
        var first = await ComplainAsync(office.NewPhone(), "Antreannya lama sekali.");
        var money = await ComplainAsync(office.NewPhone(), "Saya dimintai uang oleh calo di depan kantor.");
        var id = ComplaintNumber.Parse(money)!.Value;

        using var officer = await office.SignedInAsync("petugas");
        (await officer.GetAsync("/pengaduan")).Text.ShouldNotContain(money);
        (await officer.GetAsync($"/pengaduan/{id}")).Status.ShouldBe(404);
        using var head = await office.SignedInAsync("kasi");
        var list = (await head.GetAsync("/pengaduan")).Text;
        list.IndexOf(money, StringComparison.Ordinal).ShouldBeLessThan(list.IndexOf(first, StringComparison.Ordinal));
        (await head.GetAsync($"/pengaduan/{id}")).Text.ShouldContain("dimintai uang oleh calo");
    }

    [Fact]
    public async Task Complaint_is_unknown_to_other_phones_and_its_text_is_stored_sealed()
    {
        var number = await ComplainAsync(office.NewPhone(), "Rahasia-unik-4711 terjadi di loket.");
        var other = office.NewPhone();
        (await other.AskAsync("pengaduan saya")).ShouldContain("Belum ada pengaduan");
        (await other.AskAsync($"cek {number}")).ShouldContain("tidak ditemukan");
        (await other.AskAsync("belum selesai")).ShouldContain("Belum ada permohonan");
        var id = ComplaintNumber.Parse(number)!.Value;
        (await office.ReadAsync<bool>(
            "select position(convert_to('unik-4711', 'utf8') in text_enc) > 0 from complaint_events "
            + $"where complaint_id = {id}")).ShouldBeFalse();
    }

    [Fact]
    public async Task Second_of_two_officers_is_told_that_the_complaint_has_changed()
    {
        var id = ComplaintNumber.Parse(await ComplainAsync(office.NewPhone(), "Kursinya rusak."))!.Value;
        using var one = await office.SignedInAsync("petugas");
        using var two = await office.SignedInAsync("operator");
        var seen = await two.GetAsync($"/pengaduan/{id}");
        await one.SubmitAsync($"/pengaduan/{id}", "Answer", ("jawaban", "Sudah diganti."));
        var refused = await two.SubmitAsync(seen, $"/pengaduan/{id}?handler=Answer", ("jawaban", "Jawaban kedua."));
        refused.Text.ShouldContain("baru saja berubah");
        refused.Text.ShouldContain("Jawaban kedua.");
        (await office.ReadAsync<long>($"select count(*) from outbox where dedupe_key like 'pengaduan/{id}/%'")).ShouldBe(1);
    }

    [Theory]
    [InlineData("", "Jawaban belum diisi")]
    [InlineData("NIK Anda 3672011708959901 salah", "NIK atau No. KK")]
    public async Task Answer_that_must_not_go_out_is_named(string answer, string sentence)
    {
        var id = ComplaintNumber.Parse(await ComplainAsync(office.NewPhone(), "AC-nya mati."))!.Value;
        using var browser = await office.SignedInAsync("petugas");
        (await browser.SubmitAsync($"/pengaduan/{id}", "Answer", ("jawaban", answer))).Text.ShouldContain(sentence);
    }

    [Theory]
    [InlineData(417, "P-0417-2")]
    public void Number_is_spoken_with_its_check_digit(long id, string number)
    {
        ComplaintNumber.Of(id).ShouldBe(number);
        ComplaintNumber.Parse("p 0417 2").ShouldBe(id);
        ComplaintNumber.Parse("P-0417-4").ShouldBeNull();
        ComplaintNumber.Parse("J-0417-3").ShouldBeNull();
    }

    private static async Task<string> ComplainAsync(SimulatedPhone phone, string text)
    {
        (await phone.AskAsync("pengaduan")).ShouldContain("SP4N-LAPOR");
        (await phone.AskAsync(text)).ShouldContain("menelepon Anda");
        var received = await phone.AskAsync("ya");
        return System.Text.RegularExpressions.Regex.Match(
            received, @"P-\d+-\d", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
    }
}
