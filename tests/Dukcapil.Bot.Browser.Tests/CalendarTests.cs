using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Browser.Tests.Browsing;
using Dukcapil.Bot.Core.Appointments;
using Dukcapil.Bot.Core.Appointments.Planning;
using Dukcapil.Bot.Core.Appointments.Schedules;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Staff;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dukcapil.Bot.Browser.Tests;

/// <summary>The calendar and the office's plan, on a phone and on a desk.</summary>
[Collection(Office.Name)]
public sealed class CalendarTests(BotApp app, Chromium chromium)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Head_of_section_blocks_an_hour_and_moves_who_was_booked_in_it()
    {
        var (number, booking) = await BookAsync("Siti Rahmawati Kusumaningrum");
        await using var visit = await chromium.VisitAsync(app.Address);
        var page = visit.Page;
        await new StaffScreen(page).SignInAsync("kasi");
        var day = $"{booking.StartsAt.ToOffset(TimeSpan.FromHours(7)):yyyy-MM-dd}";
        await LookAsync(page, $"/jadwal?hari={day}", "jadwal-hari");
        await LookAsync(page, $"/jadwal?hari={day}&tampilan=minggu", "jadwal-minggu");
        await LookAsync(page, $"/jadwal/cetak?hari={day}", "jadwal-cetak");
        await LookAsync(page, "/jadwal/angka", "jadwal-angka");
        await LookAsync(page, "/jadwal/baru", "jadwal-baru");
        await LookAsync(page, $"/kasus/{number}", "kasus-janji");

        await page.GotoAsync($"/jadwal/tutup?hari={day}");
        await page.GetByLabel("Sebab").FillAsync("Rapat seluruh petugas");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lihat siapa yang terdampak" }).ClickAsync();
        await Expect(page.GetByText("kehilangan tempat")).ToBeVisibleAsync();
        await Visit.ShouldFitAsync(page, "jadwal-tutup");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tutup waktu itu" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "perlu dipindahkan" })).ToBeVisibleAsync();
        await Visit.ShouldFitAsync(page, "jadwal-pindahan");
        await LookAsync(page, $"/jadwal?hari={day}", "jadwal-tertutup");

        await page.GetByRole(AriaRole.Link, new() { Name = "Pindahkan" }).First.ClickAsync();
        await Visit.ShouldFitAsync(page, "jadwal-janji");
        await page.Locator(".chip").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Pindahkan dan beri tahu" }).ClickAsync();
        await Expect(page.GetByText("dipindahkan ke")).ToBeVisibleAsync();
        await Visit.ShouldFitAsync(page, "jadwal-dipindah");
        await page.GotoAsync("/jadwal/tutup");
        await page.GetByRole(AriaRole.Button, new() { Name = "Buka lagi" }).First.ClickAsync();
        await Expect(page.GetByText("dibuka lagi")).ToBeVisibleAsync();
        visit.ShouldBeQuiet();
    }

    [Fact]
    public async Task Pages_of_the_plan_fit_and_say_what_is_wrong()
    {
        await using var visit = await chromium.VisitAsync(app.Address);
        var page = visit.Page;
        await new StaffScreen(page).SignInAsync("kadis");
        await LookAsync(page, "/jadwal/rencana", "rencana");
        await LookAsync(page, "/jadwal/rencana?tahun=2028", "rencana-tanpa-ketetapan");
        foreach (var part in (string[])["loket/1", "lama/1", "hari", "aturan", "tahun/2027"])
            await LookAsync(page, $"/jadwal/rencana/{part}", $"rencana-{part.Replace('/', '-')}");
        await page.GotoAsync("/jadwal/rencana/jam/5");
        await page.GetByLabel("Tutup", new() { Exact = true }).FillAsync("07:00");
        await page.GetByRole(AriaRole.Button, new() { Name = "Simpan" }).ClickAsync();
        await Expect(page.GetByText("Jam tutup harus sesudah jam buka.")).ToBeVisibleAsync();
        await Visit.ShouldFitAsync(page, "rencana-jam-salah");
        visit.ShouldBeQuiet();
    }

    private static async Task LookAsync(IPage page, string address, string name)
    {
        await page.GotoAsync(address);
        await Visit.ShouldFitAsync(page, name);
    }

    private async Task<(string Number, Booking Booking)> BookAsync(string name)
    {
        var number = await app.NewPhone().ApplyAsync(name);
        await app.Services.GetRequiredService<SlotSchedule>().RunAsync(Cancel);
        await using var data = app.OpenData();
        var record = await data.Cases.AsNoTracking().SingleAsync(record => record.Number == number, Cancel);
        var officer = await data.Staff.AsNoTracking().FirstAsync(staff => staff.Role == StaffRole.Petugas, Cancel);
        var reader = app.Services.GetRequiredService<ScheduleReader>();
        var days = await reader.FreeDaysAsync(record.AlurId, Cancel);
        var times = await reader.FreeTimesAsync(record.AlurId, days[1].Day, Cancel);
        var result = await app.Services.GetRequiredService<StaffBookings>().BookAsync(
            new HoldRequest
            {
                Service = record.AlurId,
                StartsAt = times[3].StartsAt,
                SubjectHash = record.SubjectHash!,
                AddressId = record.AddressId,
                CaseId = record.Id,
            },
            new StaffActor(officer.Id, StaffRole.Petugas), Cancel);
        return (number, result.Value.ShouldNotBeNull());
    }
}
