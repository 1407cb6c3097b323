using Dukcapil.Bot.Browser.Tests.Browsing;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dukcapil.Bot.Browser.Tests;

/// <summary>A failed job, run again by hand: on the page in the office's words, and on Hangfire's own dashboard.</summary>
[Collection(Office.Name)]
public sealed class JobPagesTests(BotApp app, Chromium chromium)
{
    private const string Job = "CloseBookings";

    [Fact]
    public async Task Failed_job_is_run_again_on_the_page_of_jobs()
    {
        await using var visit = await chromium.VisitAsync(app.Address);
        var page = visit.Page;
        await new StaffScreen(page).SignInAsync("kadis");
        await FailAsync(page);

        await Visit.ShouldFitAsync(page, "pekerjaan-gagal");
        await page.Locator("input[name=ids]").First.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ulangi yang dipilih" }).ClickAsync();

        await Expect(page.GetByText("1 pekerjaan dijalankan lagi.")).ToBeVisibleAsync();
        await ShouldHaveNoFailedJobAsync(page);
        visit.ShouldBeQuiet();
    }

    [Fact]
    public async Task Failed_job_is_run_again_on_the_dashboard()
    {
        await using var visit = await chromium.VisitAsync(app.Address);
        var page = visit.Page;
        await new StaffScreen(page).SignInAsync("kadis");
        await FailAsync(page);
        await LookAsync(page, "/hangfire", "hangfire");
        await LookAsync(page, "/hangfire/recurring", "hangfire-berulang");
        await LookAsync(page, "/hangfire/jobs/failed", "hangfire-gagal");

        await page.Locator(".js-jobs-list-checkbox").First.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Requeue jobs" }).ClickAsync();

        await Expect(page.Locator(".js-jobs-list-checkbox")).ToHaveCountAsync(0);
        await page.GotoAsync("/pekerjaan");
        await ShouldHaveNoFailedJobAsync(page);
    }

    // The table that the job asks first is away for as long as it takes to fail.
    private async Task FailAsync(IPage page)
    {
        await app.ExecuteAsync("alter table booking_policy rename to booking_policy_away");
        try
        {
            await page.GotoAsync("/pekerjaan");
            // Reloading before the answer would take the click back.
            await page.RunAndWaitForResponseAsync(
                () => page.Locator($"#{Job}").GetByRole(AriaRole.Button, new() { Name = "Jalankan sekarang" }).ClickAsync(),
                answer => answer.Url.Contains("handler=Run", StringComparison.Ordinal));
            await ReloadUntilAsync(page, async () => await page.Locator("input[name=ids]").CountAsync() > 0);
        }
        finally
        {
            await app.ExecuteAsync("alter table booking_policy_away rename to booking_policy");
        }
    }

    private static Task ShouldHaveNoFailedJobAsync(IPage page) =>
        ReloadUntilAsync(page, async () => await page.Locator("input[name=ids]").CountAsync() == 0);

    private static Task ReloadUntilAsync(IPage page, Func<Task<bool>> isSo) =>
        Eventually.UntilAsync("the page of jobs shows it", async () =>
        {
            await page.ReloadAsync();
            return await isSo();
        });

    private static async Task LookAsync(IPage page, string path, string name)
    {
        await page.GotoAsync(path);
        foreach (var width in (int[])[Visit.Phone, Visit.Desk])
        {
            await page.SetViewportSizeAsync(width, Visit.Height);
            await Pictures.OfPageAsync(page, name);
        }
    }
}
