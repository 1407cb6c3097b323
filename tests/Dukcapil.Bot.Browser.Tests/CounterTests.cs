using Dukcapil.Bot.Browser.Tests.Browsing;
using Dukcapil.Bot.Core.Appointments;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dukcapil.Bot.Browser.Tests;

/// <summary>What officers do to numbers at two counters, with the lobby's board beside them.</summary>
[Collection(Office.Name)]
public sealed class CounterTests(BotApp app, Chromium chromium)
{
    [Fact]
    public async Task Typed_code_recall_skip_and_transfer_are_done_on_the_page_and_seen_in_the_lobby()
    {
        await using var lobby = await chromium.VisitAsync(app.Address);
        await lobby.Page.GotoAsync("/antrean");
        await using var one = await chromium.VisitAsync(app.Address);
        var desk = new StaffScreen(one.Page);
        await desk.SignInAsync("petugas");
        await desk.SitAtAsync("Loket 1");
        var (booked, walkIn) = await ArriveAsync(one.Page);

        await CallAsync(one.Page, booked);
        await Expect(lobby.Page.Locator("#nomor")).ToHaveTextAsync(booked);
        await PressAsync(one.Page, "Panggil lagi");
        await Expect(one.Page.GetByText("dipanggil 2 kali")).ToBeVisibleAsync();
        await PressAsync(one.Page, "Lewati");
        await Expect(one.Page.Locator("#baris li").Filter(new() { HasText = booked })).ToContainTextAsync("dilewati 1×");
        await Visit.ShouldFitAsync(one.Page, "loket-dilewati");
        await CallAsync(one.Page, walkIn);
        await SendOnAsync(one.Page, "Loket 2");
        await Expect(one.Page.Locator("#baris li").Filter(new() { HasText = walkIn })).ToContainTextAsync("ke Loket 2");

        await using var two = await chromium.VisitAsync(app.Address);
        var other = new StaffScreen(two.Page);
        await other.SignInAsync("operator");
        await other.SitAtAsync("Loket 2");
        await CallAsync(two.Page, walkIn);
        await Expect(lobby.Page.Locator("#loket")).ToHaveTextAsync("Loket 2");
        await one.Page.GotoAsync("/loket");
        await CallAsync(one.Page, booked);
        await Expect(lobby.Page.Locator("#panggilan li")).ToHaveCountAsync(2);
        await Visit.ShouldFitAsync(lobby.Page, "antrean-dua-loket");
        await FinishAsync(one.Page);
        await FinishAsync(two.Page);
        await Expect(lobby.Page.Locator("#loket")).ToHaveTextAsync("Belum ada panggilan");
        foreach (var visit in (Visit[])[lobby, one, two]) visit.ShouldBeQuiet();
    }

    /// <summary>Somebody with an appointment whose code is typed as people type, and somebody without; returns their numbers.</summary>
    private async Task<(string Booked, string WalkIn)> ArriveAsync(IPage page)
    {
        var code = await BookNowAsync();
        await TypeCodeAsync(page, code.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant());
        var booked = await page.Locator(".ticket").InnerTextAsync();
        booked.ShouldStartWith("A-");
        await Visit.ShouldFitAsync(page, "loket-hadir-nomor");
        await TypeCodeAsync(page, code);
        await Expect(page.Locator(".alert")).ToContainTextAsync(booked);
        await Visit.ShouldFitAsync(page, "loket-hadir-dua-kali");
        await page.GotoAsync("/loket/hadir");
        await page.GetByLabel("Keperluan").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByRole(AriaRole.Button, new() { Name = "Beri nomor" }).ClickAsync();
        var walkIn = await page.Locator(".ticket").InnerTextAsync();
        walkIn.ShouldStartWith("B-");
        await page.GotoAsync("/loket");
        return (booked, walkIn);
    }

    private static async Task TypeCodeAsync(IPage page, string code)
    {
        await page.GotoAsync("/loket/hadir");
        await page.GetByLabel("Kode janji atau nomor permohonan").FillAsync(code);
        await page.GetByRole(AriaRole.Button, new() { Name = "Catat hadir" }).ClickAsync();
        await Expect(page.Locator(".ticket")).ToBeVisibleAsync();
    }

    private static async Task CallAsync(IPage page, string ticket)
    {
        await PressAsync(page, "Panggil berikutnya");
        await Expect(page.Locator("#nomor-sekarang")).ToHaveTextAsync(ticket);
    }

    private static async Task SendOnAsync(IPage page, string counter)
    {
        var form = page.Locator("section.queue-current details.inline-form");
        await form.Locator("summary").ClickAsync();
        await Visit.ShouldFitAsync(page, "loket-pindahkan");
        await form.GetByLabel("Ke loket").SelectOptionAsync(new SelectOptionValue { Label = $"{counter} (kosong)" });
        await form.GetByRole(AriaRole.Button, new() { Name = "Pindahkan" }).ClickAsync();
        await Expect(page.Locator("#judul-sekarang")).ToHaveTextAsync("Loket kosong");
    }

    private static async Task FinishAsync(IPage page)
    {
        await PressAsync(page, "Layani");
        await Expect(page.Locator("#judul-sekarang")).ToHaveTextAsync("Dilayani");
        await PressAsync(page, "Selesai, panggil berikutnya");
        await Expect(page.Locator("#judul-sekarang")).ToHaveTextAsync("Loket kosong");
    }

    private static Task PressAsync(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync();

    /// <summary>An appointment for this minute, whatever hour the tests run at; returns its code.</summary>
    private async Task<string> BookNowAsync() => BookingCode.Of(await app.ReadAsync<long>(
        """
        with slot as (
          insert into slots (counter_id, rule_id, starts_at, ends_at, services, capacity)
          values (1, 1, date_trunc('minute', now()), date_trunc('minute', now()) + interval '15 minutes', array['ktp-rusak-hilang'], 1)
          on conflict (counter_id, rule_id, starts_at) do update set capacity = slots.capacity + 1 returning id)
        insert into bookings (slot_id, service, subject_hash, state, created_at, updated_at, actor_kind)
        select id, 'ktp-rusak-hilang', sha256(gen_random_uuid()::text::bytea), 'Booked', now(), now(), 'resident' from slot returning id
        """));
}
