using System.Globalization;
using System.Text.RegularExpressions;
using Dukcapil.Bot.Core.Casework.Records;
using Dukcapil.Bot.Core.Queues;
using Dukcapil.Bot.Core.Queues.Records;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Tests.Pages;

/// <summary>The pages of the line, by plain forms alone.</summary>
public sealed partial class QueuePageTests(StaffOffice office) : IClassFixture<StaffOffice>
{
    [Fact]
    public async Task Visitor_with_a_case_goes_from_arrival_to_the_case_page_and_out_by_plain_forms()
    {
        var number = await office.MakeCaseAsync();
        using var browser = await office.SignedInAsync("petugas");
        await browser.SubmitAsync("/loket", "Choose", ("counter", "1"));
        await browser.SubmitAsync("/loket/hadir", "Code", ("code", number));
        var arrived = await browser.GetAsync("/loket/hadir");
        var ticket = TicketPattern().Match(arrived.Text).Value;

        await browser.SubmitAsync("/loket", "Next");
        var called = await browser.GetAsync("/loket");
        var served = await browser.SubmitAsync(called, "/loket?handler=Serve", ("visit", await VisitAsync(number)));
        var page = await browser.GetAsync(served.Location!);
        var next = await browser.SubmitAsync(
            page, "/loket?handler=Finish", ("visit", await VisitAsync(number)), ("version", await VersionAsync(number)));

        arrived.Text.ShouldContain("0 orang di depannya");
        called.Text.ShouldContain(ticket);
        called.Text.ShouldContain("Memanggil");
        served.Location.ShouldBe($"/kasus/{number}");
        page.Html.ShouldContain($"<strong>{ticket}</strong> sedang Anda layani");
        page.Html.ShouldContain("handler=Finish");
        next.Location.ShouldBe("/loket");
        (await browser.GetAsync("/loket")).Text.ShouldContain("Kunjungan selesai");
        (await office.AskAsync(data => data.Visits.Where(
            visit => data.Set<CaseRecord>().Any(record => record.Number == number && record.Id == visit.CaseId))
            .Select(visit => visit.Status).SingleAsync()))
            .ShouldBe(VisitStatus.Done);
    }

    [Fact]
    public async Task Case_made_for_a_walk_in_at_the_counter_belongs_to_the_visit()
    {
        using var browser = await office.SignedInAsync("operator");
        await browser.SubmitAsync("/loket", "Choose", ("counter", "2"));
        await browser.SubmitAsync("/loket/hadir", "WalkIn", ("service", "ktp-rusak-hilang"), ("priority", "true"));
        await browser.SubmitAsync("/loket", "Next");
        var called = await browser.GetAsync("/loket");
        var visitId = VisitField().Match(called.Html).Groups["id"].Value;
        (await browser.SubmitAsync(called, "/loket?handler=Serve", ("visit", visitId))).Location.ShouldBe("/loket");

        (await browser.GetAsync("/loket")).Text.ShouldContain("didahulukan");
        var officer = await office.AskAsync(
            data => data.CounterDuties.Where(duty => duty.CounterId == 2).Select(duty => duty.StaffId).SingleAsync());
        var number = await office.MakeCaseAsync();
        await office.Services.Need<CounterQueue>()
            .LinkCaseAsync(new(officer, Alur.StaffRole.Operator), number, TestContext.Current.CancellationToken);
        (await browser.GetAsync("/loket")).Html.ShouldContain($"/kasus/{number}");
    }

    [Fact]
    public async Task Number_is_printed_without_a_name()
    {
        var number = await office.MakeCaseAsync();
        using var browser = await office.SignedInAsync("petugas");
        await browser.SubmitAsync("/loket/hadir", "Code", ("code", number));
        var arrived = await browser.GetAsync("/loket/hadir");
        var slip = await browser.GetAsync($"/loket/tiket/{await VisitAsync(number)}");
        arrived.Html.ShouldContain("/loket/tiket/");
        slip.Text.ShouldContain(TicketPattern().Match(arrived.Text).Value);
        slip.Text.ShouldNotContain("Warga");
        slip.Text.ShouldNotContain(number);
        // Whoever comes in another test finds nobody ahead.
        await browser.SubmitAsync(
            arrived, "/loket?handler=Leave", ("visit", await VisitAsync(number)), ("version", await VersionAsync(number)));
    }

    [Fact]
    public async Task Refusal_is_said_in_words_and_the_camera_is_allowed_on_the_arrival_page_alone()
    {
        using var browser = await office.SignedInAsync("petugas");
        await browser.SubmitAsync("/loket/hadir", "Code", ("code", "J-9999-0"));
        var arrival = await browser.GetAsync("/loket/hadir");
        arrival.Text.ShouldContain("tidak ditemukan");
        arrival.Headers["Permissions-Policy"].ShouldStartWith("camera=(self)");
        (await browser.GetAsync("/loket")).Headers["Permissions-Policy"].ShouldStartWith("camera=()");
    }

    [Fact]
    public async Task Who_leads_reads_the_line_and_changes_nothing_and_strangers_see_nothing()
    {
        using var head = await office.SignedInAsync("kadis");
        using var stranger = office.Browser();
        var page = await head.GetAsync("/loket");
        page.Status.ShouldBe(200);
        page.Text.ShouldContain("Rata-rata menunggu");
        page.Html.ShouldNotContain("Catat kedatangan");
        (await head.SubmitAsync(page, "/loket?handler=Next")).Location.ShouldNotBeNull().ShouldContain("/galat/403");
        (await head.GetAsync("/loket/hadir")).Location.ShouldNotBeNull().ShouldContain("/galat/403");
        (await stranger.GetAsync("/loket")).Location.ShouldNotBeNull().ShouldContain("/masuk");
    }

    private async Task<string> VisitAsync(string number) => (await office.AskAsync(data => data.Visits
        .Where(visit => data.Set<CaseRecord>().Any(record => record.Number == number
            && record.Id == visit.CaseId)).Select(visit => visit.Id).SingleAsync())).ToString(CultureInfo.InvariantCulture);

    private async Task<string> VersionAsync(string number) => (await office.AskAsync(data => data.VisitEvents
        .Where(line => data.Set<VisitRecord>()
            .Any(visit => visit.Id == line.VisitId && data.Set<CaseRecord>().Any(record => record.Number == number && record.Id == visit.CaseId)))
        .MaxAsync(line => line.Id))).ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("[AB]-[0-9]{3}", RegexOptions.None, 1000)]
    private static partial Regex TicketPattern();

    [GeneratedRegex("name=\"visit\"\\s+value=\"(?<id>[0-9]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex VisitField();
}
