using Dukcapil.Bot.Browser.Tests.Browsing;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dukcapil.Bot.Browser.Tests;

/// <summary>The main job as people do it: a resident with a phone and five officers at their desks.</summary>
[Collection(Office.Name)]
public sealed class JourneyTests(BotApp app, Chromium chromium)
{
    [Fact]
    public async Task Lost_card_goes_from_first_word_to_hand_over_and_the_phone_hears_of_every_step()
    {
        await using var resident = await chromium.VisitAsync(app.Address, Visit.Phone);
        var phone = new PhoneScreen(resident.Page);
        await phone.OpenAsync(app.NewPhone());
        await IntroduceAsync(phone);
        await SendPapersAsync(phone);
        var number = await phone.ReadBoldAsync();

        await CheckPapersAsync(number);
        await phone.ShouldSayAsync("Berikutnya, operator mencetak KTP-el pengganti");
        await Pictures.OfReadmeAsync(phone.Phone, "ponsel-kabar");
        await FinishStepAsync("operator", number, "Kepala Seksi");
        await phone.ShouldSayAsync("Berikutnya, Kepala Seksi mencocokkan KTP-el");
        await FinishStepAsync("kasi", number, "Kepala Bidang");
        await phone.ShouldSayAsync("Berikutnya, Kepala Bidang meneliti laporan");
        await FinishStepAsync("kabid", number, "Kepala Dinas");
        await phone.ShouldSayAsync("Berikutnya, laporan pelayanannya ditandatangani Kepala Dinas");
        await FinishStepAsync("kadis", number, "Petugas Pelayanan");
        await phone.ShouldSayAsync("siap diambil di loket pelayanan");
        await HandOverAsync(number);
        await phone.ShouldSayAsync($"Permohonan {number} selesai");

        await phone.WriteAsync("status");
        await phone.ShouldSayAsync("Selesai");
        resident.ShouldBeQuiet();
        await ShouldShowWhatJobsDidAsync();
    }

    private static async Task IntroduceAsync(PhoneScreen phone)
    {
        await phone.WriteAsync("halo");
        await phone.ShouldSayAsync("Apa yang Anda perlukan?");
        await phone.PickAsync("Lihat pilihan", "Urus dokumen");
        await phone.ShouldSayAsync("Layanan mana yang Anda perlukan?");
        await phone.PickAsync("Lihat layanan", "KTP-el rusak atau hilang");
        await phone.ShouldSayAsync("Lanjut mengurus sekarang?");
        await phone.TapAsync("Ya");
        await phone.ShouldSayAsync("Apakah Anda setuju?");
        await phone.TapAsync("Ya");
        await phone.ShouldSayAsync("untuk siapa?");
        await phone.TapAsync("Saya sendiri");
        await phone.ShouldSayAsync("nama lengkap");
        await phone.WriteAsync("Ratna Wulandari");
        await phone.ShouldSayAsync("NIK");
        await phone.WriteAsync("3672015708959901");
        await phone.ShouldSayAsync("nomor KK");
        await phone.WriteAsync("3672012503199902");
        await phone.ShouldSayAsync("rusak atau hilang?");
        await phone.TapAsync("Hilang");
        await phone.ShouldSayAsync("status perkawinan");
        await phone.TapAsync("Belum kawin");
        await phone.ShouldSayAsync("1. KTP-el yang rusak (tidak berlaku)");
    }

    private static async Task SendPapersAsync(PhoneScreen phone)
    {
        await phone.SendPhotoAsync(2);
        await phone.ShouldSayAsync("✅ 2. Fotokopi KK");
        await phone.SendPhotoAsync(3);
        await phone.ShouldSayAsync("✅ 3. Formulir permohonan");
        await Pictures.OfReadmeAsync(phone.Phone, "ponsel");
        await phone.WriteAsync("loket");
        await phone.ShouldSayAsync("Daftar Anda sudah lengkap");
        await phone.TapAsync("Lanjut");
        await phone.ShouldSayAsync("NIK: 367201********01");
        await phone.TapAsync("Benar dan kirim");
        await phone.ShouldSayAsync("Permohonan Anda sudah kami terima");
    }

    private async Task CheckPapersAsync(string number)
    {
        await using var visit = await chromium.VisitAsync(app.Address);
        var desk = new StaffScreen(visit.Page);
        await desk.SignInAsync("petugas");
        await desk.OpenAsync(number);
        await desk.TakeAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Img, new() { Name = "Foto Fotokopi KK" })).ToBeVisibleAsync();
        await Pictures.OfReadmeAsync(visit.Page.Locator("#isi"), "halaman-petugas");
        await desk.AcceptPapersAsync();
        await desk.TickTasksAsync();
        await desk.ShouldLieAtAsync("Operator Dinas");
        await visit.Page.GotoAsync($"/kasus/{number}/tanda-terima/penerimaan");
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Tanda terima");
        await Expect(visit.Page.Locator(".receipt-number")).ToHaveTextAsync(number);
        visit.ShouldBeQuiet();
    }

    private async Task FinishStepAsync(string userName, string number, string nextDesk)
    {
        await using var visit = await chromium.VisitAsync(app.Address);
        var desk = new StaffScreen(visit.Page);
        await desk.SignInAsync(userName);
        await desk.OpenAsync(number);
        await desk.TickTasksAsync();
        await desk.ShouldLieAtAsync(nextDesk);
        visit.ShouldBeQuiet();
    }

    private async Task HandOverAsync(string number)
    {
        await using var visit = await chromium.VisitAsync(app.Address, Visit.Phone);
        var desk = new StaffScreen(visit.Page);
        await desk.SignInAsync("petugas");
        await desk.OpenAsync(number);
        await desk.TickTasksAsync();
        await desk.HandOverAsync("Ratna Wulandari");
        await Expect(visit.Page.GetByText("Hasil diserahkan, permohonan selesai.")).ToBeVisibleAsync();
        await Expect(visit.Page.GetByText("Selesai", new() { Exact = true })).ToBeVisibleAsync();
        visit.ShouldBeQuiet();
    }

    private async Task ShouldShowWhatJobsDidAsync()
    {
        await using var visit = await chromium.VisitAsync(app.Address);
        await new StaffScreen(visit.Page).SignInAsync("kadis");
        await visit.Page.GetByText("Sistem", new() { Exact = true }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Pekerjaan sistem" }).ClickAsync();
        await Expect(visit.Page.Locator("#AdvanceCases")).ToContainTextAsync("permohonan diteruskan");
        visit.ShouldBeQuiet();
    }
}
