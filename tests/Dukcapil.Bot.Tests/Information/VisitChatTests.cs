using Dukcapil.Bot.Dialogs.Recognizers;
using Dukcapil.Bot.Tests.Fixtures;
using Dukcapil.Bot.Tests.Pages;

namespace Dukcapil.Bot.Tests.Information;

/// <summary>Visits from the officer's file to the resident's phone, through the whole host.</summary>
public sealed class VisitChatTests(StaffOffice office) : IClassFixture<StaffOffice>
{
    private static readonly string Day = TimeProvider.System.GetUtcNow().AddDays(9)
        .ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task Every_kelurahan_is_answered_in_every_spelling()
    {
        await UploadAsync(Wilayah.All.Select(kelurahan => $"{kelurahan.Code},{Day},09.00,12.00,Balai {kelurahan.Code},perekaman"));
        await Task.WhenAll(Wilayah.All.Chunk(11).Select(AnswersAsync));
    }

    [Theory]
    [InlineData("jadwal cibeber", 6)]
    [InlineData("kapan ke citangkil", 7)]
    [InlineData("pendataan purwakarta kapan", 6)]
    [InlineData("jadwal gerogol", 4)]
    [InlineData("perekaman keliling jombang", 5)]
    [InlineData("jadwal kecamatan cilegon", 5)]
    public async Task Name_of_a_kecamatan_lists_its_kelurahan_and_one_can_be_picked(string text, int count)
    {
        var phone = office.NewPhone();
        await phone.SendAsync(text);
        var asked = await phone.NextAsync();
        asked.Body.ShouldContain("Yang mana?");
        asked.Options.Count.ShouldBe(count);
        (await phone.AskAsync("1")).ShouldContain($"*{asked.Options[0]}, Kec.");
    }

    [Fact]
    public async Task City_name_asks_which_kelurahan_and_own_kelurahan_is_asked_once()
    {
        var phone = office.NewPhone();
        (await phone.AskAsync("jadwal pendataan di cilegon kapan")).ShouldContain("nama kota dan juga nama kecamatan");
        (await phone.AskAsync("bagendung")).ShouldContain("Bagendung, Kec. Cilegon");

        (await phone.AskAsync("kapan ke kelurahan saya")).ShouldContain("tinggal di kelurahan mana");
        (await phone.AskAsync("samangraya")).ShouldContain("Samangraya, Kec. Citangkil");
        (await phone.AskAsync("cukup")).ShouldContain("MENU");
        (await phone.AskAsync("jadwal keliling kelurahan saya")).ShouldContain("Samangraya, Kec. Citangkil");
    }

    [Fact]
    public async Task Resident_asks_to_be_told_sees_it_in_the_list_and_ends_it()
    {
        var phone = office.NewPhone();
        await phone.AskAsync("jadwal ciwaduk");
        (await phone.AskAsync("kabari saya")).ShouldContain("kami kabari lewat WhatsApp ini");
        var who = await office.AddressOfAsync(phone);
        (await OpenAsync(who)).ShouldBe(1);

        await phone.SendAsync("langganan");
        (await phone.NextAsync()).Options[0].ShouldBe("Ciwaduk");
        (await phone.AskAsync("1")).ShouldContain("kami hentikan");
        (await OpenAsync(who)).ShouldBe(0);
        (await phone.AskAsync("langganan")).ShouldContain("belum meminta kabar");
    }

    [Fact]
    public async Task Who_said_stop_is_asked_before_being_told_again()
    {
        var phone = office.NewPhone();
        await phone.AskAsync("jadwal ciwaduk");
        await phone.AskAsync("kabari saya");
        await phone.AskAsync("berhenti");
        var who = await office.AddressOfAsync(phone);
        (await OpenAsync(who)).ShouldBe(0);

        await phone.AskAsync("jadwal ciwaduk");
        (await phone.AskAsync("kabari saya")).ShouldContain("pernah meminta kami berhenti");
        (await phone.AskAsync("ya")).ShouldContain("kami kabari");
        (await OpenAsync(who)).ShouldBe(1);
    }

    [Fact]
    public async Task Word_schedule_alone_still_books_a_counter()
    {
        var phone = office.NewPhone();
        (await phone.AskAsync("jadwal")).ShouldContain("Layanan mana");
        (await phone.AskAsync("jadwal keliling")).ShouldContain("kelurahan mana");
    }

    [Theory]
    [InlineData("petugas", false)]
    [InlineData("kasi", true)]
    public async Task Visits_are_read_by_everybody_and_changed_by_those_who_lead(string account, bool may)
    {
        using var browser = await office.SignedInAsync(account);
        var list = await browser.GetAsync("/kunjungan");
        list.Status.ShouldBe(200);
        list.Html.Contains("/kunjungan/unggah", StringComparison.Ordinal).ShouldBe(may);
        foreach (var address in new[] { "/kunjungan/isi", "/kunjungan/unggah" })
        {
            var page = await browser.GetAsync(address);
            if (may) page.Status.ShouldBe(200);
            else page.Location.ShouldNotBeNull().ShouldContain("/galat/403");
        }
    }

    [Fact]
    public async Task Upload_shows_rejected_lines_and_page_edits_and_cancels()
    {
        using var browser = await office.SignedInAsync("kasi");
        var preview = await browser.SubmitAsync(
            await browser.GetAsync(
                "/kunjungan/unggah"), "/kunjungan/unggah",
                ("isi", $"kelurahan,tanggal,mulai,selesai,tempat,jenis\nGerem,{Day},13.00,15.00,Lapangan,pendataan\n"
                    + $"Bandung,{Day},13.00,15.00,Lapangan,pendataan\n"));
        preview.Text.ShouldContain("1 jadwal baru, 0 berubah");
        preview.Text.ShouldContain("Baris 3: Kelurahan \"Bandung\" tidak dikenal");

        (await browser.SubmitAsync(await browser.GetAsync("/kunjungan/isi"), "/kunjungan/isi",
            ("kelurahan", "36.72.03.1004"), ("jenis", "Registration"), ("tanggal", Day), ("mulai", "13:00"), ("selesai", "12:00"),
            ("tempat", "Balai"))).Text.ShouldContain("harus sesudah jam mulai");
        (await browser.SubmitAsync(await browser.GetAsync("/kunjungan/isi"), "/kunjungan/isi",
            ("kelurahan", "36.72.03.1004"), ("jenis", "Registration"), ("tanggal", Day), ("mulai", "13:00"), ("selesai", "15:00"),
            ("tempat", "Balai Suralaya"))).Location.ShouldBe("/kunjungan");
        var id = await office.ReadAsync<long>("select id from field_visits where place = 'Balai Suralaya'");
        var edit = await browser.GetAsync($"/kunjungan/isi/{id}");
        (await browser.SubmitAsync(edit, $"/kunjungan/isi/{id}?handler=Cancel")).Location.ShouldBe("/kunjungan");
        (await browser.SubmitAsync(edit, $"/kunjungan/isi/{id}?handler=Cancel")).Text.ShouldContain("sudah disimpan lagi");
        (await office.NewPhone().AskAsync("jadwal pendataan suralaya")).ShouldNotContain("Balai Suralaya");
    }

    private async Task AnswersAsync(Kelurahan[] some)
    {
        foreach (var kelurahan in some)
        {
            var phone = office.NewPhone();
            foreach (var text in Spellings(kelurahan))
            {
                await phone.SendAsync(text);
                var answer = await phone.NextAsync();
                if (answer.Body.Contains("Yang mana?", StringComparison.Ordinal))
                    answer = new PhoneMessage(0, false, await phone.AskAsync(kelurahan.Name), [], "");
                answer.Body.ShouldContain($"Balai {kelurahan.Code}", customMessage: text);
            }
        }
    }

    private static IEnumerable<string> Spellings(Kelurahan kelurahan)
    {
        var joined = kelurahan.Name.Replace(" ", "", StringComparison.Ordinal);
        yield return $"jadwal {kelurahan.Name}";
        yield return $"kapan ke kelurahan {joined.ToLowerInvariant()}";
        yield return $"perekaman keliling {kelurahan.Name.ToUpperInvariant()}";
        yield return $"pendataan di {joined} kapan ya min";
        yield return $"jadwal pendataan penduduk non permanen di kel. {kelurahan.Name}, kec. {kelurahan.Kecamatan}";
    }

    private async Task UploadAsync(IEnumerable<string> lines)
    {
        using var browser = await office.SignedInAsync("kasi");
        var page = await browser.GetAsync("/kunjungan/unggah");
        var saved = await browser.SubmitAsync(
            page, "/kunjungan/unggah?handler=Save", ("isi", $"kelurahan,tanggal,mulai,selesai,tempat,jenis\n{string.Join('\n', lines)}\n"));
        saved.Location.ShouldBe("/kunjungan");
        (await browser.GetAsync("/kunjungan")).Text.ShouldContain("43 jadwal baru");
    }

    private Task<long> OpenAsync(long who) =>
        office.ReadAsync<long>($"select count(*) from subscriptions where address_id = {who} and ended_at is null");
}
