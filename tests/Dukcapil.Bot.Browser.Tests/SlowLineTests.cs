using Dukcapil.Bot.Browser.Tests.Browsing;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Casework.Records;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dukcapil.Bot.Browser.Tests;

/// <summary>Officers on a slow or broken line lose neither a click nor what they typed.</summary>
[Collection(Office.Name)]
public sealed class SlowLineTests(BotApp app, Chromium chromium)
{
    private const int Latency = 300;

    private const int Rounds = 20;

    // Milliseconds between two clicks: faster and slower than the line.
    private static readonly int[] Paces = [150, 400, 250, 700];

    [Fact]
    public async Task Tasks_ticked_faster_than_the_line_are_all_saved()
    {
        var number = await app.NewPhone().ApplyAsync("Wahyu Hidayat");
        await using var visit = await chromium.VisitAsync(app.Address);
        await OpenTakenAsync(visit, number);
        await visit.Page.RouteAsync("**/*", DelayAsync);
        var ids = await visit.Page.Locator("[id^=tugas-]").EvaluateAllAsync<string[]>("all => all.map(one => one.id)");
        ids.Length.ShouldBeGreaterThan(2);

        var lost = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var isTicking = round % 2 == 0;
            foreach (var id in ids)
            {
                // Dispatched, as a hand clicks: a test that waits for the page would wait for the line.
                await visit.Page.Locator($"#{id}").DispatchEventAsync("click");
                await visit.Page.WaitForTimeoutAsync(Paces[round % Paces.Length] / 2);
            }

            await Expect(visit.Page.Locator("form[data-busy]")).ToHaveCountAsync(0);
            await Expect(visit.Page.Locator($"[id^=tugas-][aria-pressed={(isTicking ? "true" : "false")}]")).ToHaveCountAsync(ids.Length);
            lost += Math.Abs(await TicksAsync(number) - (isTicking ? ids.Length : 0));
        }

        lost.ShouldBe(0);
        await Expect(visit.Page.GetByText("orang lain")).ToHaveCountAsync(0);
        visit.ShouldBeQuiet();
    }

    [Fact]
    public async Task Tick_elsewhere_leaves_an_open_reason_with_its_text()
    {
        var number = await app.NewPhone().ApplyAsync("Yuni Astuti");
        await using var visit = await chromium.VisitAsync(app.Address);
        await OpenTakenAsync(visit, number);
        await visit.Page.GetByText("Tolak permohonan").ClickAsync();
        await visit.Page.Locator("#alasan-tolak").FillAsync("Alamat di KK belum sesuai.");

        await visit.Page.Locator(".task-button").First.ClickAsync();
        await Expect(visit.Page.GetByText("Tugas dicentang.")).ToBeVisibleAsync();

        await Expect(visit.Page.Locator("#alasan-tolak")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("#alasan-tolak")).ToHaveValueAsync("Alamat di KK belum sesuai.");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Tolak dan akhiri" }).ClickAsync();
        await Expect(visit.Page.GetByText("Permohonan ditolak.")).ToBeVisibleAsync();
        visit.ShouldBeQuiet();
    }

    [Fact]
    public async Task Click_without_a_connection_says_so_and_loses_nothing()
    {
        var number = await app.NewPhone().ApplyAsync("Zainal Abidin");
        await using var visit = await chromium.VisitAsync(app.Address);
        await OpenTakenAsync(visit, number);
        await visit.Page.Context.SetOfflineAsync(true);
        await visit.Page.Locator(".task-button").First.ClickAsync();
        await Expect(visit.Page.GetByText("Tidak ada sambungan internet")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator(".task-button").First).ToHaveAttributeAsync("aria-pressed", "false");

        await visit.Page.Context.SetOfflineAsync(false);
        await visit.Page.Locator(".task-button").First.ClickAsync();

        await Expect(visit.Page.Locator(".task-button").First).ToHaveAttributeAsync("aria-pressed", "true");
        (await TicksAsync(number)).ShouldBe(1);
        visit.ShouldBeQuiet();
    }

    [Fact]
    public async Task Broken_line_keeps_the_typed_reason()
    {
        var number = await app.NewPhone().ApplyAsync("Ani Maryani");
        await using var visit = await chromium.VisitAsync(app.Address);
        await OpenTakenAsync(visit, number);
        await visit.Page.GetByText("Tolak permohonan").ClickAsync();
        await visit.Page.Locator("#alasan-tolak").FillAsync("Berkas tidak lengkap.");
        await visit.Page.RouteAsync("**/kasus/**", route => route.AbortAsync());

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Tolak dan akhiri" }).ClickAsync();

        await Expect(visit.Page.GetByText("Sambungan ke sistem terputus")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("#alasan-tolak")).ToHaveValueAsync("Berkas tidak lengkap.");
    }

    [Fact]
    public async Task Arrivals_on_a_slow_line_get_one_number_each_without_leaving_the_page()
    {
        await using var visit = await chromium.VisitAsync(app.Address);
        await new StaffScreen(visit.Page).SignInAsync("operator");
        await visit.Page.GotoAsync("/loket/hadir");
        await visit.Page.EvaluateAsync("window.stayed = true");
        await visit.Page.RouteAsync("**/*", DelayAsync);
        var before = await app.ReadAsync<long>("select count(*) from visits");
        var tickets = new HashSet<string>(StringComparer.Ordinal);
        for (var n = 0; n < 3; n++)
        {
            await visit.Page.Locator("#keperluan").SelectOptionAsync("sktt");
            var give = visit.Page.GetByRole(AriaRole.Button, new() { Name = "Beri nomor" });
            await give.DispatchEventAsync("click");
            await give.DispatchEventAsync("click");
            await Expect(visit.Page.Locator("form[data-busy]")).ToHaveCountAsync(0);
            tickets.Add(await visit.Page.Locator(".ticket-given .ticket").InnerTextAsync()).ShouldBeTrue();
        }

        (await app.ReadAsync<long>("select count(*) from visits")).ShouldBe(before + 3);
        (await visit.Page.EvaluateAsync<bool>("window.stayed === true")).ShouldBeTrue();
        visit.ShouldBeQuiet();
        await app.ExecuteAsync("update visits set status = 'Left', finished_at = now(), end_reason = 'went' where status = 'Waiting'");
    }

    private static async Task OpenTakenAsync(Visit visit, string number)
    {
        var desk = new StaffScreen(visit.Page);
        await desk.SignInAsync("petugas");
        await visit.Page.GotoAsync($"/kasus/{number}");
        await desk.TakeAsync();
    }

    private static async Task DelayAsync(IRoute route)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(Latency), TestContext.Current.CancellationToken);
        await route.ContinueAsync();
    }

    private async Task<int> TicksAsync(string number)
    {
        await using var data = app.OpenData();
        return await data.CaseTasks.CountAsync(
            tick => data.Set<CaseRecord>().Any(record => record.Id == tick.CaseId && record.Number == number),
            TestContext.Current.CancellationToken);
    }
}
