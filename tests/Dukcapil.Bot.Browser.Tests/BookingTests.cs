using System.Text.RegularExpressions;
using Dukcapil.Bot.Browser.Tests.Browsing;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dukcapil.Bot.Browser.Tests;

/// <summary>An appointment as a resident makes, changes and cancels it on the phone, with what the phone shows.</summary>
[Collection(Office.Name)]
public sealed partial class BookingTests(BotApp app, Chromium chromium)
{
    [Theory]
    [InlineData(Visit.Phone)]
    [InlineData(Visit.Desk)]
    public async Task Appointment_is_made_moved_and_cancelled_with_thumbs(int width)
    {
        await using var resident = await chromium.VisitAsync(app.Address, width);
        var phone = new PhoneScreen(resident.Page);
        await phone.OpenAsync(app.NewPhone());
        await phone.WriteAsync("jadwal");
        await phone.ShouldSayAsync("Layanan mana");
        await Pictures.OfPageAsync(resident.Page, "janji-1-layanan");
        await phone.PickAsync("Lihat layanan", "KTP-el rusak atau hilang");
        var code = await ChooseAsync(phone, resident.Page, "1", "sudah tercatat");
        await ShouldHoldWhatIsNeededAsync(resident, code);

        await phone.WriteAsync("jadwal");
        await phone.ShouldSayAsync(code);
        await phone.PickAsync("Lihat pilihan", "Ubah waktunya");
        (await ChooseAsync(phone, resident.Page, "3", "sudah dipindahkan")).ShouldBe(code);
        await Pictures.OfPageAsync(resident.Page, "janji-6-dipindahkan");

        await phone.WriteAsync("batal janji");
        await phone.ShouldSayAsync($"Batalkan janji temu {code}");
        await Pictures.OfPageAsync(resident.Page, "janji-7-batal");
        await phone.TapAsync("Ya, batalkan");
        await phone.ShouldSayAsync("sudah dibatalkan");
        await phone.WriteAsync("ubah janji");
        await phone.ShouldSayAsync("Belum ada janji temu");
        await Pictures.OfPageAsync(resident.Page, "janji-8-selesai");
        resident.ShouldBeQuiet();
    }

    /// <summary>Day by its number, the morning, the first time, and yes; returns the code.</summary>
    private static async Task<string> ChooseAsync(PhoneScreen phone, IPage page, string day, string done)
    {
        await phone.ShouldSayAsync("datang hari apa");
        await Pictures.OfPageAsync(page, $"janji-2-hari-{day}");
        await phone.OpenListAsync("Lihat hari");
        await Pictures.OfPageAsync(page, $"janji-2-hari-{day}-daftar");
        await phone.CloseListAsync();
        await phone.WriteAsync(day);
        await phone.ShouldSayAsync("Pagi atau siang?");
        await phone.TapAsync("Pagi");
        await phone.ShouldSayAsync("Pukul berapa?");
        await phone.OpenListAsync("Lihat jam");
        await Pictures.OfPageAsync(page, $"janji-3-jam-{day}");
        await phone.CloseListAsync();
        await phone.WriteAsync("1");
        await phone.ShouldSayAsync("kami simpan untuk Anda sampai pukul");
        await Pictures.OfPageAsync(page, $"janji-4-pasti-{day}");
        await phone.TapAsync("Ya");
        await phone.ShouldSayAsync(done);
        await Pictures.OfPageAsync(page, $"janji-5-jadi-{day}");
        return await phone.ReadBoldAsync();
    }

    /// <summary>The picture of the code, the map and the calendar file are there and open.</summary>
    private static async Task ShouldHoldWhatIsNeededAsync(Visit resident, string code)
    {
        Code().IsMatch(code).ShouldBeTrue(code);
        var message = resident.Page.Locator(".row.theirs:not(.typing)").Last;
        var picture = resident.Page.Locator(".row.theirs:not(.typing) img").Last;
        await Expect(picture).ToBeVisibleAsync();
        (await picture.EvaluateAsync<int>("async image => { await image.decode(); return image.naturalWidth; }")).ShouldBeGreaterThan(100);
        (await message.GetByRole(AriaRole.Link).Filter(new() { HasText = "maps" }).GetAttributeAsync("href")).ShouldNotBeNull();
        var calendar = (await message.GetByRole(AriaRole.Link).Filter(new() { HasText = "janji.ics" }).GetAttributeAsync("href"))
            .ShouldNotBeNull();
        var file = await resident.Page.APIRequest.GetAsync(calendar);
        file.Headers["content-type"].ShouldStartWith("text/calendar");
        (await file.TextAsync()).ShouldContain(code);
    }

    [GeneratedRegex(@"^J-\d+-\d$", RegexOptions.None, 1000)]
    private static partial Regex Code();
}
