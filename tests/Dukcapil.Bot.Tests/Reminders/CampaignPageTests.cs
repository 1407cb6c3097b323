using System.Text.RegularExpressions;
using Dukcapil.Bot.Tests.Fixtures;
using Dukcapil.Bot.Tests.Pages;
using Dukcapil.Bot.Tests.Sending;

namespace Dukcapil.Bot.Tests.Reminders;

/// <summary>A campaign from the form to the phone and back, as staff and residents see it.</summary>
public sealed partial class CampaignPageTests(CampaignHost office) : IClassFixture<CampaignHost>
{
    [Fact]
    public async Task Campaign_is_written_by_one_approved_by_another_and_reaches_phones_with_buttons()
    {
        const string place = "36.72.05.1001";
        var (open, closed) = (office.NewPhone(), office.NewPhone());
        await open.AskAsync("halo");
        await office.AddPersonAsync(open, place);
        await office.AddPersonAsync(closed, place);
        await office.TemplatesAreApprovedAsync();
        using var kasi = await office.SignedInAsync("kasi");
        using var kabid = await office.SignedInAsync("kabid");
        var id = await WriteAsync(kasi, place);
        var draft = await kasi.GetAsync($"/kampanye/{id}");
        draft.Text.ShouldContain("2 di 2 nomor");
        draft.Text.ShouldContain("Rp 500");
        draft.Text.ShouldContain("Mau rekam KTP-el");
        draft.Html.ShouldNotContain("handler=Approve");
        await SubmitAsync(kasi, id, "Submit");
        await SubmitAsync(kabid, id, "Approve");
        await Eventually.AsyncAssert(async () => Figure(await kasi.GetAsync($"/kampanye/{id}"), "sampai").ShouldBe(2));
        var shown = (await open.ChatAsync()).Last(message => !message.FromResident).Body;
        shown.ShouldContain("Perekaman KTP-el gratis.");
        (await closed.ChatAsync())[^1].Body.ShouldContain("Himbauan dari Disdukcapil Kota Cilegon. Perekaman KTP-el gratis.");
        await Eventually.AsyncAssert(async () => (await kasi.GetAsync($"/kampanye/{id}")).Text.ShouldContain("Selesai dengan sendirinya"));
        await RecountAsync(kasi, id);
    }

    [Fact]
    public async Task Sudah_rekam_is_a_claim_that_staff_confirm_and_ends_reminders_at_once()
    {
        const string place = "36.72.05.1002";
        var phone = office.NewPhone();
        var person = await office.AddPersonAsync(phone, place);
        await office.TemplatesAreApprovedAsync();
        var id = await SendAsync(place, phone);
        (await TapAsync(phone, "Sudah rekam")).ShouldContain("Petugas akan mencocokkannya");
        (await office.ReadAsync<string>($"select status from unrecorded_people where id = {person}")).ShouldBe("unrecorded");
        using var officer = await office.SignedInAsync("petugas");
        var list = await officer.GetAsync("/kampanye/jawaban");
        list.Text.ShouldContain("S*** R***");
        list.Text.ShouldNotContain(Townsfolk.Nik);
        list.Html.ShouldContain($"/perekaman/{person}\"");
        var claim = await office.ReadAsync<long>($"select id from reminder_claims where person_id = {person}");
        var looks = await office.ReadAsync<long>("select count(*) from access_log");
        (await officer.SubmitAsync(list, "/kampanye/jawaban?handler=Show", ("claim", $"{claim}"))).Text.ShouldContain(Townsfolk.Nik);
        (await office.ReadAsync<long>("select count(*) from access_log")).ShouldBe(looks + 1);
        await officer.SubmitAsync(list, "/kampanye/jawaban?handler=Decide", ("claim", $"{claim}"), ("benar", "true"));
        (await office.ReadAsync<string>($"select status || status_by from unrecorded_people where id = {person}")).ShouldBe(
            "recordedstaff");
        (await officer.SubmitAsync(list, "/kampanye/jawaban?handler=Decide", ("claim", $"{claim}"), ("benar", "false"))).Status
            .ShouldBe(302);
        (await office.ReadAsync<string>($"select state from reminder_claims where id = {claim}")).ShouldBe("Confirmed");
        using var kasi = await office.SignedInAsync("kasi");
        var page = await kasi.GetAsync($"/kampanye/{id}");
        (Figure(page, "menjawab"), Figure(page, "rekam")).ShouldBe((1, 1));
        await RecountAsync(kasi, id);
    }

    [Theory]
    [InlineData("udh rekam kok min", "recorded", "mencocokkannya")]
    [InlineData("bukan saya", "not_mine", "memeriksa nomornya")]
    [InlineData("nanti aja", "later", "MAU REKAM")]
    public async Task Typed_answers_are_understood_as_people_write_them(string text, string answer, string said)
    {
        var place = $"36.72.05.2-{text.Length}";
        var phone = office.NewPhone();
        await office.AddPersonAsync(phone, place);
        await office.TemplatesAreApprovedAsync();
        var id = await SendAsync(place, phone);
        var reply = await phone.AskAsync(text);
        reply.ShouldContain(said, Case.Insensitive, reply);
        (await office.ReadAsync<string>($"select answer from campaign_recipients where campaign_id = {id}")).ShouldBe(answer);
    }

    [Theory]
    [InlineData("maaf salah sambung")]
    [InlineData("nomor ini bukan punya Siti")]
    public async Task Wrong_number_in_ones_own_words_is_noted_after_a_yes(string text)
    {
        var place = $"36.72.05.3-{text.Length}";
        var phone = office.NewPhone();
        await office.AddPersonAsync(phone, place);
        await office.TemplatesAreApprovedAsync();
        var id = await SendAsync(place, phone);
        (await phone.AskAsync(text)).ShouldContain("*bukan* milik orang yang kami ingatkan");
        (await office.ReadAsync<long>($"select count(*) from campaign_recipients where campaign_id = {id} and answer is not null"))
            .ShouldBe(0);
        (await phone.AskAsync("ya")).ShouldContain("memeriksa nomornya");
        (await office.ReadAsync<string>($"select answer from campaign_recipients where campaign_id = {id}")).ShouldBe("not_mine");
    }

    [Fact]
    public async Task Mau_rekam_leads_to_a_time_and_without_a_reminder_the_words_still_help()
    {
        const string place = "36.72.05.1004";
        var phone = office.NewPhone();
        await office.AddPersonAsync(phone, place);
        await office.TemplatesAreApprovedAsync();
        await SendAsync(place, phone);
        (await TapAsync(phone, "Mau rekam KTP-el")).ShouldContain("Apa yang ingin Anda lakukan?");
        (await phone.AskAsync("Pilih waktu datang")).ShouldContain("hari");
        var stranger = office.NewPhone();
        (await stranger.AskAsync("mau rekam")).ShouldContain("Apa yang ingin Anda lakukan?");
        (await stranger.AskAsync("isi permohonan dulu")).ShouldNotBeEmpty();
        (await office.NewPhone().AskAsync("sudah rekam")).ShouldContain("Terima kasih kabarnya");
    }

    [Fact]
    public async Task Form_that_makes_no_sense_comes_back_and_low_ranks_write_none()
    {
        using var kasi = await office.SignedInAsync("kasi");
        var wrong = await kasi.SubmitAsync(
            await kasi.GetAsync("/kampanye/tulis"),
            "/kampanye/tulis",
            [.. Fields("36.72.05.1005").Where(field => field.Item1 is not ("judul" or "pembanding")), ("judul", ""), ("pembanding", "80")]);
        wrong.Text.ShouldContain("Judul belum diisi.");
        wrong.Text.ShouldContain("Pembanding harus angka 0 sampai 50.");
        using var officer = await office.SignedInAsync("petugas");
        (await officer.GetAsync("/kampanye")).Status.ShouldBe(302);
        (await officer.GetAsync("/kampanye/jawaban")).Status.ShouldBe(200);
        (await kasi.GetAsync("/kampanye/hari")).Text.ShouldContain("Tahun Baru");
    }

    private async Task<string> SendAsync(string place, SimulatedPhone phone)
    {
        using var kasi = await office.SignedInAsync("kasi");
        using var kadis = await office.SignedInAsync("kadis");
        var id = await WriteAsync(kasi, place);
        await SubmitAsync(kasi, id, "Submit");
        await SubmitAsync(kadis, id, "Approve");
        await phone.NextAsync();
        return id;
    }

    private static async Task<string> WriteAsync(StaffBrowser kasi, string place)
    {
        var saved = await kasi.SubmitAsync(await kasi.GetAsync("/kampanye/tulis"), "/kampanye/tulis", Fields(place));
        return saved.Location.ShouldNotBeNull().Split('/')[^1];
    }

    private static (string, string)[] Fields(string place) =>
    [
        ("judul", "Pengingat uji"), ("teks", "Perekaman KTP-el gratis."), ("menjelang", "0"), ("kelurahan", place),
        ("mulaiHari", "2026-01-01"), ("mulaiJam", "08:00"),
        ("sampaiHari", "2036-01-01"), ("kecepatan", "2400"), ("jarak", "0"), ("setahun", "100"), ("pembanding", "0"),
    ];

    private static async Task SubmitAsync(StaffBrowser browser, string id, string handler)
    {
        (await browser.SubmitAsync(await browser.GetAsync($"/kampanye/{id}"), $"/kampanye/{id}?handler={handler}", ("revisi", "1"))).Status
            .ShouldBe(302);
        (await browser.GetAsync($"/kampanye/{id}")).Html.ShouldNotContain("alert-danger");
    }

    private static async Task<string> TapAsync(SimulatedPhone phone, string title)
    {
        await phone.TapAsync("ketik/" + title, title);
        return (await phone.NextAsync()).Body;
    }

    private async Task RecountAsync(StaffBrowser browser, string id)
    {
        var page = await browser.GetAsync($"/kampanye/{id}");
        async Task ShouldBeAsync(string figure, string condition) => Figure(page, figure).ShouldBe((int)await office.ReadAsync<long>(
            $"select count(*) from campaign_recipients r left join outbox o on o.id = r.outbox_id where r.campaign_id = {id} "
            + $"and {condition}"), figure);
        await ShouldBeAsync("sasaran", "true");
        await ShouldBeAsync("menunggu", "r.state = 'planned'");
        await ShouldBeAsync("terkirim", "o.status in ('sent', 'delivered', 'read')");
        await ShouldBeAsync("sampai", "o.status in ('delivered', 'read')");
        await ShouldBeAsync("dibaca", "o.status = 'read'");
        await ShouldBeAsync("gagal", "o.status = 'failed'");
        await ShouldBeAsync("dilewati", "r.state = 'skipped'");
    }

    private static int Figure(StaffPage page, string key) =>
        int.Parse(
            FigureOf().Matches(page.Html).Single(match => match.Groups["key"].Value == key).Groups["value"].Value,
            System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex("data-angka=\"(?<key>[a-z-]+)\"\\s+data-nilai=\"(?<value>[0-9]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FigureOf();
}
