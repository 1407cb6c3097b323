using Dukcapil.Bot.Browser.Tests.Browsing;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dukcapil.Bot.Browser.Tests;

/// <summary>Topics, visits and complaints, on a phone and on a desk.</summary>
[Collection(Office.Name)]
public sealed class InformationTests(BotApp app, Chromium chromium)
{
    [Fact]
    public async Task Head_of_section_sees_on_the_phone_what_residents_will_read_and_publishes_it()
    {
        await using var visit = await chromium.VisitAsync(app.Address);
        var page = visit.Page;
        await new StaffScreen(page).SignInAsync("kasi");
        await LookAsync(page, "/topik", "topik");
        await LookAsync(page, "/topik/baru", "topik-baru");
        await LookAsync(page, "/topik/legalisir", "topik-bawaan");

        await page.GetByLabel("Teks", new() { Exact = true }).FillAsync("Legalisir dilayani di *loket 1*.\n\n{jam-layanan}");
        await page.GetByLabel("Menu utama").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Lihat di ponsel" }).ClickAsync();
        var phone = page.GetByRole(AriaRole.Figure, new() { Name = "Bahasa Indonesia" });
        await Expect(phone.Locator("strong")).ToHaveTextAsync("loket 1");
        await Expect(phone.Locator(".phone-bubble")).ToContainTextAsync("WIB");
        await Expect(phone.GetByRole(AriaRole.Listitem)).ToHaveTextAsync("Menu utama");
        await Visit.ShouldFitAsync(page, "topik-pratinjau");
        (await app.NewPhone().AskAsync("mau legalisir kk")).ShouldContain("bawa dokumen asli");

        await page.GetByRole(AriaRole.Button, new() { Name = "Terbitkan" }).ClickAsync();
        await Expect(page.GetByText("diterbitkan.")).ToBeVisibleAsync();
        await Expect(page.GetByText("Versi 1", new() { Exact = true })).ToBeVisibleAsync();
        await Visit.ShouldFitAsync(page, "topik-terbit");
        (await app.NewPhone().AskAsync("mau legalisir kk")).ShouldContain("*loket 1*");
        visit.ShouldBeQuiet();
    }

    [Fact]
    public async Task Pages_of_visits_and_complaints_fit()
    {
        var phone = app.NewPhone();
        await phone.AskAsync("pengaduan");
        await phone.AskAsync("Saya diminta uang oleh calo di tempat parkir kantor kemarin siang.");
        await phone.AskAsync("ya");
        await using var visit = await chromium.VisitAsync(app.Address);
        var page = visit.Page;
        await new StaffScreen(page).SignInAsync("kasi");
        await LookAsync(page, "/kunjungan", "keliling-kosong");
        await LookAsync(page, "/kunjungan/isi", "keliling-isi");
        await page.GetByLabel("Kelurahan").SelectOptionAsync("Lebak Denok");
        await page.GetByLabel("Tempat").FillAsync("Balai Kelurahan Lebak Denok, samping lapangan");
        await page.GetByRole(AriaRole.Button, new() { Name = "Simpan" }).ClickAsync();
        await Expect(page.GetByText("Jadwal disimpan.")).ToBeVisibleAsync();
        await Visit.ShouldFitAsync(page, "keliling");
        await LookAsync(page, "/kunjungan/unggah", "keliling-unggah");

        await LookAsync(page, "/pengaduan", "pengaduan");
        await page.GetByRole(AriaRole.Link, new() { Name = "Buka" }).First.ClickAsync();
        await Expect(page.GetByText("Permintaan uang")).ToBeVisibleAsync();
        await Visit.ShouldFitAsync(page, "pengaduan-isi");
        await page.GetByLabel("Jawaban").FillAsync("Terima kasih, laporan ini kami periksa.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Kirim jawaban" }).ClickAsync();
        await Expect(page.GetByText("Jawaban dikirim lewat WhatsApp.")).ToBeVisibleAsync();
        (await phone.NextAsync()).Body.ShouldContain("laporan ini kami periksa");
        visit.ShouldBeQuiet();
    }

    private static async Task LookAsync(IPage page, string address, string name)
    {
        await page.GotoAsync(address);
        await Visit.ShouldFitAsync(page, name);
    }
}
