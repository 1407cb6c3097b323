using System.Text.RegularExpressions;
using Dukcapil.Bot.Browser.Tests.Browsing;
using Dukcapil.Bot.Core.Casework.Deadlines;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dukcapil.Bot.Browser.Tests;

/// <summary>Deadlines as officers meet them: a notice in the menu, the list, the case, and the table of scheduled work.</summary>
[Collection(Office.Name)]
public sealed class DeadlineTests(BotApp app, Chromium chromium)
{
    [Fact]
    public async Task Late_case_is_noticed_taken_note_of_and_fits_every_window()
    {
        var number = await app.NewPhone().ApplyAsync("Siti Nurhaliza Kusumawardhani");
        var ready = await app.NewPhone().ApplyAsync("Dewi Anggraini");
        await app.ExecuteAsync($"update cases set step_started_at = step_started_at - interval '12 days' where number = '{number}'");
        await app.ExecuteAsync(
            "update cases set step_started_at = step_started_at - interval '120 days', step_id = 'penyerahan', status = 'InProgress', "
            + $"left_first_desk = true where number = '{ready}'");
        await app.Get<DeadlineWatch>().RunAsync(TestContext.Current.CancellationToken);
        await using var visit = await chromium.VisitAsync(app.Address);
        await new StaffScreen(visit.Page).SignInAsync("petugas");

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Tenggat" }).First.ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Pemberitahuan untuk Anda" })).ToBeVisibleAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Hasil belum diambil" })).ToBeVisibleAsync();
        await Visit.ShouldFitAsync(visit.Page, "tenggat");
        await visit.Page.GetByRole(
            AriaRole.Button,
            new() { NameRegex = new Regex($"ketahui.*{number}", RegexOptions.None, TimeSpan.FromSeconds(1)) }).ClickAsync();
        await Expect(visit.Page.GetByText("Dicatat bahwa Anda sudah mengetahuinya.")).ToBeVisibleAsync();
        await Expect(visit.Page.GetByRole(
            AriaRole.Button,
            new() { NameRegex = new Regex($"ketahui.*{number}", RegexOptions.None, TimeSpan.FromSeconds(1)) })).ToHaveCountAsync(0);
        await visit.Page.GotoAsync($"/kasus/{number}");
        await Expect(visit.Page.GetByText("Tenggat langkah ini:")).ToContainTextAsync("Lewat");
        await Visit.ShouldFitAsync(visit.Page, "kasus-lewat-tenggat");
        await visit.Page.GotoAsync("/?urut=tenggat");
        await Visit.ShouldFitAsync(visit.Page, "daftar-menurut-tenggat");
        visit.ShouldBeQuiet();
    }

    [Fact]
    public async Task Head_of_office_reads_all_desks_and_the_table_of_work()
    {
        await using var visit = await chromium.VisitAsync(app.Address);
        await new StaffScreen(visit.Page).SignInAsync("kadis");
        await visit.Page.GotoAsync("/tenggat?meja=petugas");
        await Visit.ShouldFitAsync(visit.Page, "tenggat-kadis");
        await visit.Page.GotoAsync("/pekerjaan");
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Menurut jadwal" })).ToBeVisibleAsync();
        await Visit.ShouldFitAsync(visit.Page, "pekerjaan-tabel");
        visit.ShouldBeQuiet();
    }
}
