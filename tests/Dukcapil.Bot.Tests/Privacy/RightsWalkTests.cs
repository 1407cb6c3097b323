using System.Globalization;
using System.Text.RegularExpressions;
using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Casework.Records;
using Dukcapil.Bot.Core.Information;
using Dukcapil.Bot.Core.Information.Complaints;
using Dukcapil.Bot.Core.Staff;
using Dukcapil.Bot.Tests.Pages;
using Dukcapil.Bot.Tests.Reminders;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Bot.Tests.Privacy;

/// <summary>Every page as every desk: what the table of rights keeps from it stands on none of them.</summary>
public sealed partial class RightsWalkTests(StaffOffice office) : IClassFixture<StaffOffice>
{
    private const string ComplaintText = "zebra-unik diminta uang petugas loket";

    [Fact]
    public async Task No_page_shows_a_desk_what_its_rights_refuse()
    {
        var shelf = await ShelfAsync();
        var pages = Pages().ToList();
        pages.Count.ShouldBeGreaterThan(40);
        foreach (var role in Enum.GetValues<StaffRole>())
        {
            using var browser = await office.SignedInAsync(role.ToString().ToLowerInvariant());
            foreach (var page in pages) await LookAsync(browser, role, shelf.AddressOf(page), shelf);
        }
    }

    [Fact]
    public async Task What_is_shown_in_full_on_request_is_shown_by_the_table_alone()
    {
        var shelf = await ShelfAsync();
        foreach (var role in Enum.GetValues<StaffRole>())
        {
            using var browser = await office.SignedInAsync(role.ToString().ToLowerInvariant());
            (await FullAsync(browser, $"/perekaman/{shelf.Person}", "Reveal")).Contains(Townsfolk.Nik, StringComparison.Ordinal)
                .ShouldBe(ViewRights.MaySee(Sight.Person, role));
            (await FullAsync(browser, "/kampanye/jawaban", "Show", ("claim", shelf.Claim.ToString(CultureInfo.InvariantCulture)))).Contains(
                Townsfolk.Nik, StringComparison.Ordinal)
                .ShouldBe(ViewRights.MaySee(Sight.Person, role), $"claims as {role}");
            var message = await FullAsync(browser, $"/pesan/masuk/{shelf.Received}", "Read");
            message.Contains("zebra-unik", StringComparison.Ordinal)
                .ShouldBe(ViewRights.MaySee(Sight.MessageText, role), $"message as {role}");
            message.ShouldNotContain(shelf.Nik);
            (await FullAsync(browser, $"/pesan/{shelf.Sent}", "Read")).ShouldNotContain(shelf.Nik);
        }
    }

    [Fact]
    public async Task Administrator_who_leads_no_desk_reads_no_message()
    {
        var shelf = await ShelfAsync();
        await office.WithAccountsAsync(async accounts =>
            (await accounts.CreateAsync(
                new NewStaffMember("pengelola", "Pengelola Sistem", StaffRole.Operator, IsAdmin: true),
                DemoStaff.Password)).ShouldBeEmpty());
        using var browser = await office.SignedInAsync("pengelola");
        var page = await browser.GetAsync($"/pesan/masuk/{shelf.Received}");
        page.Status.ShouldBe(200);
        page.Handlers.ShouldBe(["Close", "Replay"]);
        (await browser.SubmitAsync(page, $"/pesan/masuk/{shelf.Received}?handler=Read")).Location.ShouldNotBeNull()
            .ShouldContain("/galat/403");
        (await browser.GetAsync($"/pengaduan/{shelf.Complaint}")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Case_that_has_ended_shows_its_numbers_to_a_head_with_a_reason_that_is_logged()
    {
        var number = await office.MakeCaseAsync();
        await office.AskAsync(data => data.Cases.Where(record => record.Number == number).ExecuteUpdateAsync(set => set
            .SetProperty(record => record.Status, CaseStatus.Rejected)
                .SetProperty(record => record.ClosedAt, TimeProvider.System.GetUtcNow())));
        using var counter = await office.SignedInAsync("petugas");
        (await counter.GetAsync($"/kasus/{number}")).Handlers.ShouldBeEmpty();
        (await FullAsync(counter, $"/kasus/{number}", "Reveal", ("reason", "ingin tahu"))).ShouldContain("********");

        using var head = await office.SignedInAsync("kabid");
        (await FullAsync(head, $"/kasus/{number}", "Reveal", ("reason", " "))).ShouldContain("Mohon tuliskan alasannya");
        (await FullAsync(head, $"/kasus/{number}", "Reveal", ("reason", "Permintaan pengadilan"))).ShouldNotContain("********");
        (await ReasonsAsync(number)).ShouldBe(["Permintaan pengadilan"]);
    }

    [Fact]
    public async Task Look_at_the_page_of_a_case_is_logged_once_for_its_quarter_of_an_hour()
    {
        var number = await office.MakeCaseAsync();
        foreach (var name in (string[])["operator", "kadis"])
        {
            using var browser = await office.SignedInAsync(name);
            await browser.GetAsync($"/kasus/{number}");
            await browser.GetAsync($"/kasus/{number}");
        }

        (await office.AskAsync(data => data.AccessLog
            .CountAsync(look => look.What == AccessedData.Case
                && data.Set<CaseRecord>().Any(one => one.Id == look.CaseId && one.Number == number)))).ShouldBe(2);
    }

    private static async Task LookAsync(StaffBrowser browser, StaffRole role, string address, Shelf shelf)
    {
        var text = (await browser.GetAsync(address)).Text;
        foreach (var number in (string[])[shelf.Nik, Townsfolk.Nik, shelf.Phone, shelf.Phone[1..], "0" + shelf.Phone[3..]])
            text.ShouldNotContain(number, Case.Sensitive, $"{address} as {role}");
        if (address == $"/pengaduan/{shelf.Complaint}" && ViewRights.MaySee(Sight.HeadsComplaint, role)) text.ShouldContain("zebra-unik");
        else text.ShouldNotContain("zebra-unik", Case.Sensitive, $"{address} as {role}");
    }

    private static async Task<string> FullAsync(
        StaffBrowser browser, string page, string handler, params (string Name, string Value)[] fields) =>
        (await browser.SubmitAsync(page, handler, fields)).Text;

    private Task<List<string?>> ReasonsAsync(string number) => office.AskAsync(data => data.AccessLog
        .Where(look => look.What == AccessedData.Numbers
            && data.Set<CaseRecord>().Any(one => one.Id == look.CaseId && one.Number == number)).Select(look => look.Reason).ToListAsync());

    private IEnumerable<string> Pages() => office.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(
            endpoint => endpoint.Metadata.GetMetadata<CompiledPageActionDescriptor>() is not null
                || endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
        .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')).Distinct(StringComparer.Ordinal)
            .Where(page => !page.Contains("keluar", StringComparison.Ordinal));

    private async Task<Shelf> ShelfAsync()
    {
        var phone = office.NewPhone();
        var nik = $"367201670895{System.Security.Cryptography.RandomNumberGenerator.GetInt32(9901, 9999)}";
        await phone.AskAsync("pengaduan");
        await phone.AskAsync($"{ComplaintText} nik saya {nik}");
        var complaint = ComplaintNumber.Parse(Number().Match(await phone.AskAsync("ya")).Value)!.Value;
        var address = await office.AskAsync(
            data => data.Complaints.Where(one => one.Id == complaint).Select(one => one.AddressId).SingleAsync());
        var messages = new MessageShelf(office);
        var person = await Townsfolk.AddAsync(
            office.Services, TimeProvider.System.GetUtcNow(), $"whatsapp:{phone.Number}", 20, "36.72.01.1001");
        var number = await office.MakeCaseAsync();
        return new Shelf(
            nik, phone.Number, number, complaint, person, await ClaimAsync(person),
            await messages.ParkAsync(address, $"zebra-unik {nik}"), await messages.WriteAsync(
                address, "failed", $"NIK Anda {nik}", 63003, number));
    }

    private Task<long> ClaimAsync(long person) => office.ReadAsync<long>(
        $"""
        with campaign as (
            insert into campaigns (kind, title, text_id, starts_at, ends_at, per_minute, spacing_days, most_a_year, held_out_percent,
              written_by, written_at)
            select 'Recording', 'uji', 'uji', now(), now() + interval '1 day', 60, 0, 1, 0, id, now() from staff limit 1 returning id),
          recipient as (insert into campaign_recipients (campaign_id, person_id, arm, state, turn) select id, {person}, 'sent', 'planned', 1
            from campaign returning id)
        insert into reminder_claims (recipient_id, person_id, address_id, kind, said_at)
          select id, {person}, (select min(id) from addresses), 'recorded', now() from recipient returning id
        """);

    [GeneratedRegex(@"P-\d+-\d", RegexOptions.None, 1000)]
    private static partial Regex Number();

    private sealed record Shelf(string Nik, string Phone, string Case, long Complaint, long Person, long Claim, long Received, long Sent)
    {
        /// <summary>The address of a page, showing what stands on this shelf.</summary>
        public string AddressOf(string page)
        {
            var id = page switch
            {
                _ when page.StartsWith("/pesan/masuk", StringComparison.Ordinal) => Received,
                _ when page.StartsWith("/pesan", StringComparison.Ordinal) => Sent,
                _ when page.StartsWith("/pengaduan", StringComparison.Ordinal) => Complaint,
                _ when page.StartsWith("/perekaman/impor", StringComparison.Ordinal) => 1,
                _ when page.StartsWith("/perekaman", StringComparison.Ordinal) => Person,
                _ => 1,
            };
            return Parameter().Replace(
                page, found => found.Value.Contains("number", StringComparison.Ordinal) ? Case : id.ToString(CultureInfo.InvariantCulture));
        }
    }

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Parameter();
}
