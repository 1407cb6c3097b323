using Dukcapil.Bot.Core.Appointments;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Tests.Pages;

/// <summary>The pages on which the office edits its plan.</summary>
public sealed class PlanPageTests(StaffOffice office) : IClassFixture<StaffOffice>
{
    private static readonly string[] Pages =
        [
            "/jadwal/rencana", "/jadwal/rencana/loket", "/jadwal/rencana/jam/5", "/jadwal/rencana/lama", "/jadwal/rencana/hari",
            "/jadwal/rencana/aturan", "/jadwal/tutup",
        ];

    [Theory]
    [InlineData("petugas", false)]
    [InlineData("operator", false)]
    [InlineData("kasi", true)]
    [InlineData("kadis", true)]
    public async Task Plan_opens_only_for_those_who_lead(string account, bool may)
    {
        using var browser = await office.SignedInAsync(account);
        foreach (var address in Pages)
        {
            var page = await browser.GetAsync(address);
            if (may) page.Status.ShouldBe(200, address);
            else page.Location.ShouldNotBeNull(address).ShouldContain("/galat/403");
        }

        var calendar = await browser.GetAsync("/jadwal");
        calendar.Status.ShouldBe(200);
        calendar.Html.Contains("/jadwal/rencana", StringComparison.Ordinal).ShouldBe(may);
        using var stranger = office.Browser();
        (await stranger.GetAsync("/jadwal")).Location.ShouldNotBeNull().ShouldContain("/masuk");
    }

    [Fact]
    public async Task Preview_of_other_hours_keeps_nothing_and_saving_keeps_it()
    {
        using var browser = await office.SignedInAsync("kasi");
        (string, string)[] hours = [("buka", "08:00"), ("tutup", "15:00"), ("istirahat", "11:45"), ("selesai", "13:15")];
        var preview = await browser.SubmitAsync(
            await browser.GetAsync("/jadwal/rencana/jam/5"), "/jadwal/rencana/jam/5", [.. hours, ("lihat", "true")]);
        preview.Text.ShouldContain("Akibatnya, bila disimpan");
        preview.Html.ShouldContain("value=\"11:45\"");
        (await browser.GetAsync("/jadwal/rencana")).Text.ShouldContain("08.00–15.30, istirahat 11.30–13.00");

        (await browser.SubmitAsync(preview, "/jadwal/rencana/jam/5", [.. hours, ("simpan", "true")])).Location.ShouldBe("/jadwal/rencana");
        (await browser.GetAsync("/jadwal/rencana")).Text.ShouldContain("08.00–15.00, istirahat 11.45–13.15");
    }

    [Fact]
    public async Task Counter_has_hours_of_its_own_until_it_follows_the_office_again()
    {
        using var browser = await office.SignedInAsync("kadis");
        const string Address = "/jadwal/rencana/jam/3?untuk=2";
        await browser.SubmitAsync(await browser.GetAsync(Address), Address, ("libur", "true"), ("simpan", "true"));
        (await browser.GetAsync("/jadwal/rencana")).Text.ShouldContain("Loket 2: Tutup");
        await browser.SubmitAsync(await browser.GetAsync(Address), $"{Address}&handler=Follow", ("simpan", "true"));
        (await browser.GetAsync("/jadwal/rencana")).Text.ShouldNotContain("Loket 2: Tutup");
    }

    [Fact]
    public async Task Decree_of_a_coming_year_is_withdrawn_with_a_word_and_stated_again()
    {
        using var browser = await office.SignedInAsync("kasi");
        var next = TimeProvider.System.GetUtcNow().AddHours(7).Year + 1;
        await office.AskAsync(async data => await data.Database
            .ExecuteSqlAsync($"insert into calendar_years (year, decree) values ({next}, 'SKB') on conflict do nothing"));
        var page = await browser.GetAsync($"/jadwal/rencana/tahun/{next}");
        (await browser.SubmitAsync(page, $"/jadwal/rencana/tahun/{next}?handler=Remove", ("lihat", "true"))).Text
            .ShouldContain("Akibatnya, bila disimpan");
        await browser.SubmitAsync(page, $"/jadwal/rencana/tahun/{next}?handler=Remove", ("cabut", "true"));
        (await browser.GetAsync($"/jadwal/rencana?tahun={next}")).Text.ShouldContain($"Hari libur {next} belum ditetapkan");
        await browser.SubmitAsync(page, $"/jadwal/rencana/tahun/{next}", ("dasar", "SKB 3 Menteri"), ("simpan", "true"));
        (await browser.GetAsync($"/jadwal/rencana?tahun={next}")).Text.ShouldContain("SKB 3 Menteri");
        (await browser.GetAsync($"/jadwal/rencana/tahun/{next - 1}")).Text.ShouldNotContain("Cabut penetapan");
    }

    [Theory]
    [InlineData("/jadwal/rencana/jam/1", "buka=15:00&tutup=08:00", "Jam tutup harus sesudah jam buka", "value=\"15:00\"")]
    [InlineData("/jadwal/rencana/jam/1", "buka=08:00&tutup=15:00&istirahat=12:00", "Isi mulai dan selesai istirahat", "value=\"12:00\"")]
    [InlineData("/jadwal/rencana/jam/1", "buka=delapan&tutup=15:00", "misalnya 08.00", "value=\"delapan\"")]
    [InlineData("/jadwal/rencana/loket", "nama=", "Nama loket belum diisi", "name=\"nama\" value=\"\"")]
    [InlineData(
        "/jadwal/rencana/loket", "nama=loket 1&layanan=pengambilan", "Sudah ada loket dengan nama itu", "value=\"pengambilan\" checked")]
    [InlineData("/jadwal/rencana/lama", "menit=3&tempat=1", "harus angka 5 sampai 240", "value=\"3\"")]
    [InlineData(
        "/jadwal/rencana/hari",
        "nama=Libur&jenis=Closure&mulai=2027-05-05&sampai=2027-05-01",
        "sama dengan atau sesudah hari pertama",
        "value=\"2027-05-01\"")]
    [InlineData("/jadwal/rencana/hari", "nama=Ramadan&jenis=SpecialHours&mulai=2027-02-10", "Jam buka belum diisi", "value=\"Ramadan\"")]
    [InlineData("/jadwal/rencana/aturan", "jeda=-1&jauh=14", "harus angka 0 sampai 10080", "value=\"-1\"")]
    [InlineData("/jadwal/tutup", "sebab=&mulaiHari=2026-99-01", "harus berupa tanggal", "value=\"2026-99-01\"")]
    public async Task Input_that_makes_no_sense_is_named_and_kept(string address, string typed, string sentence, string kept)
    {
        var before = await office.AskAsync(data => data.PlanHistory.CountAsync());
        using var browser = await office.SignedInAsync("kasi");
        var fields = typed.Split('&').Select(pair => pair.Split('=')).Select(pair => (pair[0], pair[1]));
        var page = await browser.SubmitAsync(await browser.GetAsync(address), address, [.. fields, ("simpan", "true")]);
        page.Status.ShouldBe(200);
        page.Text.ShouldContain(sentence);
        page.Html.ShouldContain(kept);
        (await office.AskAsync(data => data.PlanHistory.CountAsync())).ShouldBe(before);
    }

    [Fact]
    public async Task Holidays_are_listed_added_removed_and_a_year_without_decree_says_so()
    {
        using var browser = await office.SignedInAsync("kadis");
        var next = await browser.GetAsync("/jadwal/rencana?tahun=2027");
        next.Text.ShouldContain("Idulfitri 1448 H");
        next.Text.ShouldContain("tanggal dapat bergeser");
        (await browser.GetAsync("/jadwal/rencana?tahun=2028")).Text.ShouldContain("Hari libur 2028 belum ditetapkan");

        await browser.SubmitAsync(
            await browser.GetAsync(
                "/jadwal/rencana/hari"), "/jadwal/rencana/hari",
                ("nama", "Pemilihan wali kota"), ("jenis", "Closure"), ("mulai", "2027-11-24"), ("simpan", "true"));
        (await browser.GetAsync("/jadwal/rencana?tahun=2027")).Text.ShouldContain("Pemilihan wali kota");
        var id = await office.AskAsync(
            data => data.OfficeDays.Where(day => day.Label == "Pemilihan wali kota").Select(day => day.Id).SingleAsync());
        await browser.SubmitAsync($"/jadwal/rencana/hari/{id}", "Remove", ("hapus", "true"));
        (await browser.GetAsync("/jadwal/rencana?tahun=2027")).Text.ShouldContain("dihapus dari daftar");
        (await browser.GetAsync("/jadwal/rencana?tahun=2027")).Text.ShouldNotContain("Pemilihan wali kota");
    }

    [Fact]
    public async Task Counter_length_year_and_rules_of_booking_are_saved()
    {
        using var browser = await office.SignedInAsync("kasi");
        await SaveAsync(browser, "/jadwal/rencana/loket", ("nama", "Loket 3"), ("layanan", "pengambilan"), ("dipakai", "true"));
        (string, string)[] quick = [("layanan", "pengambilan"), ("menit", "10"), ("tempat", "2"), ("dipakai", "true"), ("simpan", "true")];
        (await browser.SubmitAsync(await browser.GetAsync("/jadwal/rencana/lama"), "/jadwal/rencana/lama", [("loket", "1"), .. quick]))
            .Text.ShouldContain("Di Loket 1 akan berlaku dua aturan sekaligus");
        var counter = await office.AskAsync(data => data.Counters.Where(one => one.Name == "Loket 3").Select(one => one.Id).SingleAsync());
        await SaveAsync(browser, "/jadwal/rencana/lama", [("loket", $"{counter}"), .. quick.SkipLast(1)]);
        await SaveAsync(
            browser, "/jadwal/rencana/aturan", ("jeda", "30"), ("jauh", "21"), ("pilih", "5"), ("banyak", "1"), ("terlambat", "20"),
            ("tawaran", "30"), ("tawaranBanyak", "3"),
            ("tawaranMulai", "07:00"), ("tawaranSampai", "20:00"), ("ingatSehari", "16.30"), ("ingatMenit", "120"));
        var text = (await browser.GetAsync("/jadwal/rencana")).Text;
        text.ShouldContain("Loket 3");
        text.ShouldContain("10 menit, 2 orang sekaligus");
        text.ShouldContain("21 hari ke depan");
        text.ShouldContain("pukul 16.30");
    }

    private static async Task SaveAsync(StaffBrowser browser, string address, params (string, string)[] fields) =>
        (await browser.SubmitAsync(await browser.GetAsync(address), address, [.. fields, ("simpan", "true")])).Location
            .ShouldBe("/jadwal/rencana", address);
}
