using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Information;
using Dukcapil.Bot.Core.Information.Topics;
using Dukcapil.Bot.Tests.Fixtures;
using Dukcapil.Bot.Tests.Pages;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Tests.Information;

/// <summary>Topics from the page of staff to the resident's phone.</summary>
public sealed class TopicTests(StaffOffice office, MigratedDatabase databases) : IClassFixture<StaffOffice>
{
    private static (string, string)[] Form(string title, string body, params (string, string)[] more) =>
        [("judulId", title), ("judulEn", title), ("teksId", body), ("teksEn", "Everything is *free*."), ("dipakai", "true"), .. more];

    [Theory]
    [InlineData("jam buka kapan", "Disdukcapil Kota Cilegon")]
    [InlineData("bikin ktp bayar ga", "gratis")]
    [InlineData("instagram dukcapil apa ya", "@disdukcapilkotacilegon")]
    [InlineData("apa ini nomor resmi dukcapil", "layanan WhatsApp resmi")]
    [InlineData("registrasi kartu gagal nik tidak cocok", "operator, bukan Disdukcapil")]
    [InlineData("saya kos di cilegon perlu didata?", "Penduduk nonpermanen adalah")]
    [InlineData("apa sanksi belum rekam ktp", "wajib bagi warga")]
    [InlineData("cara aktivasi ikd", "IKD")]
    [InlineData("bikin akta kelahiran", "Akta pencatatan sipil")]
    [InlineData("syarat kia anak", "KIA")]
    [InlineData("pindah dari cilegon ke jakarta", "Pindah keluar dari Kota Cilegon")]
    [InlineData("kk hilang", "KK hilang atau rusak")]
    public async Task Topic_is_answered_in_own_words(string text, string answer) =>
        (await office.NewPhone().AskAsync(text)).ShouldContain(answer);

    [Fact]
    public async Task Hours_say_whether_the_counters_are_open_and_when_next()
    {
        var answer = await office.NewPhone().AskAsync("jam buka");
        answer.ShouldMatch("Saat ini loket buka, sampai|Buka lagi (Senin|Selasa|Rabu|Kamis|Jumat), ");
        answer.ShouldNotContain("{");
        answer.ShouldNotContain("\n\n\n");
    }

    [Fact]
    public async Task List_of_topics_leads_to_each_and_topics_answer_in_English()
    {
        var phone = office.NewPhone();
        await phone.SendAsync("info");
        (await phone.NextAsync()).Options.ShouldContain("Wajib perekaman KTP-el");
        (await phone.AskAsync("kia")).ShouldContain("di bawah 17 tahun");
        await phone.AskAsync("english");
        (await phone.AskAsync("how much does it cost")).ShouldContain("*free*");
    }

    [Fact]
    public async Task Published_text_is_answered_by_every_host_and_an_old_one_can_be_restored()
    {
        await using var twin = new TwinHost(databases, office);
        await twin.InitializeAsync();
        using var browser = await office.SignedInAsync("kasi");
        var page = await browser.GetAsync("/topik/biaya");
        var preview = await browser.SubmitAsync(
            page,
            "/topik/biaya?handler=Preview",
            Form("Biaya layanan", "Layanan *tidak dipungut* biaya.", ("versi", "0"), ("tombol", "menu")));
        preview.Html.ShouldContain("<strong>tidak dipungut</strong>");
        preview.Html.ShouldContain("<li>Menu utama</li>");
        (await office.NewPhone().AskAsync("biaya ktp berapa")).ShouldContain("UU 24/2013", customMessage: "a preview keeps nothing");

        (await browser.SubmitAsync(
            page, "/topik/biaya", Form("Biaya layanan", "Layanan *tidak dipungut* biaya.", ("versi", "0"), ("tombol", "menu"))))
            .Location.ShouldBe("/topik/biaya");
        (await office.NewPhone().AskAsync("biaya ktp berapa")).ShouldContain("*tidak dipungut*");
        await Eventually.AsyncAssert(async () => (await twin.NewPhone().AskAsync("biaya ktp berapa")).ShouldContain("*tidak dipungut*"));

        (await browser.SubmitAsync(await browser.GetAsync("/topik/biaya"), "/topik/biaya?handler=Restore", ("version", "0"))).Location
            .ShouldBe("/topik/biaya");
        (await office.NewPhone().AskAsync("biaya ktp berapa")).ShouldContain("UU 24/2013");
        (await browser.GetAsync("/topik/biaya")).Text.ShouldContain("mengembalikan teks bawaan");
        (await office.AskAsync(data => data.TopicVersions.CountAsync(version => version.Topic == "biaya"))).ShouldBe(2);
    }

    [Fact]
    public async Task Second_of_two_editors_is_told_and_keeps_what_was_typed()
    {
        using var first = await office.SignedInAsync("kasi");
        using var second = await office.SignedInAsync("kabid");
        var seen = await second.GetAsync("/topik/legalisir");
        await first.SubmitAsync(
            await first.GetAsync("/topik/legalisir"), "/topik/legalisir", Form("Legalisir dokumen", "Yang pertama.", ("versi", "0")));
        var refused = await second.SubmitAsync(seen, "/topik/legalisir", Form("Legalisir dokumen", "Yang kedua.", ("versi", "0")));
        refused.Text.ShouldContain("sudah diterbitkan lagi sejak halaman ini dibuka");
        refused.Text.ShouldContain("Yang kedua.");
        (await office.NewPhone().AskAsync("mau legalisir kk")).ShouldContain("Yang pertama.");
    }

    [Fact]
    public async Task Many_who_publish_at_once_leave_one_version()
    {
        var desk = office.Get<StaffTopics>();
        var by = new StaffActor(
            await office.ReadAsync<Guid>("select id from staff where user_name = 'kasi'"), Alur.StaffRole.Kasi);
        var shipped = office.Get<TopicHolder>().Find("media-sosial")!;
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            desk.PublishAsync(new TopicDraft { Text = shipped.Text, SeenVersion = 0 }, by, TestContext.Current.CancellationToken)));
        outcomes.Count(outcome => outcome.IsDone).ShouldBe(1);
        outcomes.Where(outcome => !outcome.IsDone).ShouldAllBe(outcome => outcome.Refusal!.Code == TopicRefusals.Changed);
    }

    [Fact]
    public async Task Topic_of_staffs_own_is_called_by_its_phrases_and_can_be_switched_off()
    {
        using var browser = await office.SignedInAsync("kasi");
        (string, string)[] form = [("nama", "layanan-sabtu"), .. Form(
            "Layanan Sabtu", "Sabtu kami melayani sampai pukul 12.00."), ("frasa", "dukcapil akhir pekan\nloket weekend spesial")];
        (await browser.SubmitAsync(await browser.GetAsync("/topik/baru"), "/topik/baru", form)).Location.ShouldBe("/topik/layanan-sabtu");
        (await office.NewPhone().AskAsync("dukcapil akhir pekan")).ShouldContain("Sabtu kami melayani");

        var off = Form("Layanan Sabtu", "Sabtu kami melayani sampai pukul 12.00.", ("versi", "1"), ("frasa", "dukcapil akhir pekan")).Where(
            field => field.Item1 != "dipakai").ToArray();
        (await browser.SubmitAsync(await browser.GetAsync("/topik/layanan-sabtu"), "/topik/layanan-sabtu", off)).Location
            .ShouldBe("/topik/layanan-sabtu");
        (await office.NewPhone().AskAsync("dukcapil akhir pekan")).ShouldNotContain("Sabtu kami melayani");
    }

    [Fact]
    public async Task Notice_stands_above_the_text_until_its_last_day()
    {
        using var browser = await office.SignedInAsync("kasi");
        var today = TimeProvider.System.GetUtcNow().AddHours(7).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await browser.SubmitAsync(await browser.GetAsync("/topik/ikd"), "/topik/ikd",
            Form(
                "IKD (KTP digital)", "Aktivasi IKD di loket.", ("versi", "0"), ("pemberitahuanId", "Aktivasi libur hari ini."),
                ("pemberitahuanEn", "No activation today."), ("sampai", today)));
        (await office.NewPhone().AskAsync("cara aktivasi ikd")).ShouldContain(
            "*Pemberitahuan:* Aktivasi libur hari ini.\n\nAktivasi IKD di loket.");

        var topic = office.Get<TopicHolder>().Find("ikd")!;
        var ended = topic.Notice! with { Until = topic.Notice!.Until.AddDays(-1) };
        office.Get<TopicComposer>().Compose(topic.Text, ended).In(Language.Id).ShouldBe("Aktivasi IKD di loket.");
    }

    [Theory]
    [InlineData("teksId", "Lihat {rahasia}.", "{rahasia} tidak dikenal")]
    [InlineData("teksId", "", "Teks dalam Bahasa Indonesia belum diisi")]
    [InlineData("teksEn", "", "Teks dalam bahasa Inggris belum diisi")]
    [InlineData("judulId", "Judul yang jauh lebih panjang", "paling panjang 24 huruf")]
    [InlineData("judulId", "Biaya layanan", "Sudah ada topik dengan judul itu")]
    [InlineData("teksId", "NIK saya 3672 0117 0895 9901", "NIK atau No. KK")]
    [InlineData("frasa", "ktp saya hilang", "sudah dipahami sebagai permohonan layanan")]
    [InlineData("pemberitahuanId", "Hanya satu bahasa", "dalam kedua bahasa")]
    public async Task What_must_not_stand_is_named_and_nothing_is_published(string field, string value, string sentence)
    {
        using var browser = await office.SignedInAsync("kasi");
        var form = Form("KIA (kartu anak)", "Baik.", ("versi", "0"), ("sampai", "2099-01-01")).Where(one => one.Item1 != field)
            .Append((field, value))
            .ToArray();
        var page = await browser.SubmitAsync(await browser.GetAsync("/topik/kia"), "/topik/kia", form);
        page.Status.ShouldBe(200);
        page.Text.ShouldContain(sentence);
        (await office.AskAsync(data => data.TopicVersions.CountAsync(version => version.Topic == "kia"))).ShouldBe(0);
    }

    [Fact]
    public async Task Too_long_a_text_for_its_buttons_is_refused()
    {
        using var browser = await office.SignedInAsync("kasi");
        var page = await browser.SubmitAsync(
            await browser.GetAsync("/topik/kia"), "/topik/kia?handler=Preview", Form(
                "KIA (kartu anak)", new string('a', 1100), ("versi", "0"), ("tombol", "menu")));
        page.Text.ShouldContain("terlalu panjang: WhatsApp menerima 1024 huruf bila ada tombol");
    }

    [Fact]
    public async Task Officer_at_the_counter_reads_topics_and_publishes_none()
    {
        using var browser = await office.SignedInAsync("petugas");
        (await browser.GetAsync("/topik")).Text.ShouldContain("Biaya layanan");
        var page = await browser.GetAsync("/topik/akta");
        page.Text.ShouldContain("Di ponsel penduduk");
        page.Html.ShouldNotContain("Terbitkan");
        (await browser.GetAsync("/topik/baru")).Status.ShouldBe(404);
        (await browser.GetAsync("/topik/tidak-ada")).Status.ShouldBe(404);
    }
}
