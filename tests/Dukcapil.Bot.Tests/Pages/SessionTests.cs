using System.Net;
using Dukcapil.Bot.Core.Staff;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Tests.Pages;

/// <summary>Sessions of staff: how they end, and that an end costs nobody what they typed.</summary>
public sealed class SessionTests(StaffOffice office) : IClassFixture<StaffOffice>
{
    private static readonly (string, string) OwnPage = ("Sec-Fetch-Site", "same-origin");

    [Fact]
    public async Task SignOut_ends_every_copy_of_the_cookie_at_once_and_no_other_session()
    {
        using var browser = await office.HiredAsync("Tuti Wulandari");
        using var copy = browser.Copy();
        using var elsewhere = await office.SignedInAsync("operator");
        (await copy.GetAsync("/")).Status.ShouldBe(200);

        await browser.SubmitAsync(await browser.GetAsync("/"), "/keluar");

        (await copy.GetAsync("/")).Status.ShouldBe(302);
        (await elsewhere.GetAsync("/")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Page_that_asks_by_itself_does_not_keep_a_session_alive()
    {
        using var browser = await office.HiredAsync("Slamet Riyadi");
        await AgeAsync("Slamet Riyadi", "used_at = now() - interval '59 minutes'");

        (await browser.SendAsync("GET", "/loket", ("HX-Request", "true"), ("X-Poll", "1"))).Status.ShouldBe(200);
        (await MinutesIdleAsync("Slamet Riyadi")).ShouldBeGreaterThan(58);
        (await browser.GetAsync("/loket")).Status.ShouldBe(200);
        (await MinutesIdleAsync("Slamet Riyadi")).ShouldBeLessThan(1);
        await AgeAsync("Slamet Riyadi", "used_at = now() - interval '61 minutes'");
        (await browser.SendAsync("GET", "/loket", ("HX-Request", "true"), ("X-Poll", "1"))).Status.ShouldBe(401);
        (await browser.GetAsync("/loket")).Status.ShouldBe(302);
    }

    [Fact]
    public async Task Session_ends_after_its_time_however_much_it_is_used()
    {
        using var browser = await office.HiredAsync("Endang Sulastri");
        (await browser.GetAsync("/")).Status.ShouldBe(200);

        await AgeAsync("Endang Sulastri", "ends_at = now() - interval '1 second'");

        (await browser.GetAsync("/")).Status.ShouldBe(302);
    }

    [Fact]
    public async Task New_password_ends_the_sessions_of_its_account_at_once()
    {
        using var browser = await office.HiredAsync("Maman Suherman");
        var userName = await UserNameAsync("Maman Suherman");

        await office.WithAccountsAsync(async accounts => (await accounts.ResetPasswordAsync(userName, "kata-sandi-baru")).ShouldBeEmpty());

        (await browser.GetAsync("/")).Status.ShouldBe(302);
    }

    [Fact]
    public async Task Interrupted_form_comes_back_after_the_sign_in_with_what_was_typed()
    {
        using var browser = await office.HiredAsync("Lilis Karlina");
        var page = $"/kasus/{await office.MakeCaseAsync()}";
        await browser.SubmitAsync(page, "Take");
        var shown = await browser.GetAsync(page);
        await AgeAsync("Lilis Karlina", "ends_at = now() - interval '1 second'");

        var answer = await browser.SubmitAsync(
            shown,
            $"{page}?handler=Reject",
            [OwnPage, ("HX-Request", "true"), ("HX-Current-URL", $"{office.Address}{page[1..]}")],
            ("reason", "Alamat \"lama\" <b>"));
        answer.Status.ShouldBe(401);
        answer.Headers["HX-Redirect"].ShouldBe($"/masuk?ke={Uri.EscapeDataString(page)}");
        var back = await browser.SubmitAsync(
            await browser.GetAsync(answer.Headers["HX-Redirect"]),
            answer.Headers["HX-Redirect"],
            ("UserName", await UserNameAsync("Lilis Karlina")),
            ("Password", DemoStaff.Password));

        back.Location.ShouldBe(page);
        var restored = await browser.GetAsync(page);
        restored.Text.ShouldContain("Sesi Anda sempat berakhir");
        WebUtility.HtmlDecode(
            restored.Html).ShouldMatch("(?s)<details class=\"inline-form\" open=\"open\">\\s*<summary[^>]*>Tolak "
                + "permohonan.*name=\"reason\"[^>]*>Alamat \"lama\" <b></textarea>");
        (await browser.GetAsync(page)).Html.ShouldNotContain("Alamat &quot;lama");
    }

    [Fact]
    public async Task Refused_form_is_shown_again_with_what_was_typed_and_no_other_form_with_it()
    {
        var page = $"/kasus/{await office.MakeCaseAsync()}";
        using var first = await office.SignedInAsync("petugas");
        using var second = await office.HiredAsync("Iwan Fauzi");
        await first.SubmitAsync(page, "Take");
        var shown = await second.GetAsync(page);
        await first.SubmitAsync(page, "Accept", ("item", await FirstPaperAsync(page)));

        await second.SubmitAsync(shown, $"{page}?handler=Return", ("step", "tidak-ada"), ("reason", "Kembalikan dahulu."));
        await second.SubmitAsync(
            shown, $"{page}?handler=AskAgain", ("item", await FirstPaperAsync(page)), ("ready", ""), ("reason", "Fotonya terpotong."));

        var again = await second.GetAsync(page);
        again.Text.ShouldContain("Belum dilakukan.");
        again.Html.Split("value=\"Fotonya terpotong.\"").Length.ShouldBe(2);
    }

    [Fact]
    public async Task Stale_form_of_our_own_page_says_so_and_is_shown_anew_with_what_was_typed()
    {
        using var browser = await office.HiredAsync("Neneng Hasanah");
        var page = $"/kasus/{await office.MakeCaseAsync()}";
        await browser.SubmitAsync(page, "Take");
        var old = await browser.GetAsync(page);
        await browser.SubmitAsync(await browser.GetAsync("/"), "/keluar");
        await browser.SignInAsync("petugas", DemoStaff.Password);

        var answer = await browser.SubmitAsync(
            old, $"{page}?handler=Reject", [OwnPage, ("Referer", $"{office.Address}{page[1..]}")], ("reason", "Bukan warga sini."));

        answer.Status.ShouldBe(302);
        answer.Location.ShouldBe(page);
        var fresh = await browser.GetAsync(page);
        fresh.Text.ShouldContain("Halaman itu dibuka sebelum");
        fresh.Text.ShouldContain("Bukan warga sini.");
        fresh.Text.ShouldNotContain("Permohonan ditolak");
    }

    [Fact]
    public async Task Form_that_another_site_posts_is_neither_carried_out_nor_kept()
    {
        using var browser = await office.HiredAsync("Oman Sulaeman");
        var page = $"/kasus/{await office.MakeCaseAsync()}";

        (string, string)[] origins = [("Sec-Fetch-Site", "cross-site"), ("Origin", "https://jahat.example"), ("Origin", "null")];
        foreach (var (name, value) in origins)
        {
            var answer = await browser.SendFormAsync($"{page}?handler=Reject", [(name, value)], ("reason", "Dari luar."));
            answer.Status.ShouldBe(400);
            (await browser.SendFormAsync("/keluar", [(name, value)])).Status.ShouldBe(400);
            (await browser.SendFormAsync("/masuk", [(name, value)], ("UserName", "petugas"), ("Password", DemoStaff.Password))).Status
                .ShouldBe(400);
        }

        (await browser.GetAsync(page)).Text.ShouldNotContain("Dari luar.");
    }

    [Fact]
    public async Task Stale_tab_can_sign_out_search_and_sign_in()
    {
        using var browser = await office.HiredAsync("Pipit Fitriani");
        using var other = office.Browser();
        var (old, oldSignIn) = (await browser.GetAsync("/"), await other.GetAsync("/masuk"));
        var userName = await UserNameAsync("Pipit Fitriani");
        await browser.SubmitAsync(old, "/keluar");

        (await browser.SubmitAsync(old, "/keluar")).Location.ShouldBe("/masuk");
        (await browser.SubmitAsync(oldSignIn, "/masuk", ("UserName", userName), ("Password", DemoStaff.Password))).Location.ShouldBe("/");
        (await browser.SubmitAsync(oldSignIn, "/masuk", ("UserName", "operator"), ("Password", DemoStaff.Password))).Location.ShouldBe("/");
        (await browser.SubmitAsync(old, "/cari", ("q", "siapa saja"))).Location.ShouldNotBeNull().ShouldStartWith("/cari?c=");
        (await browser.SubmitAsync(old, "/keluar")).Location.ShouldBe("/masuk");
        (await browser.GetAsync("/")).Status.ShouldBe(302);
    }

    [Fact]
    public async Task Flood_of_wrong_sign_ins_shuts_out_no_other_account_and_no_known_browser_at_its_address()
    {
        using var known = await office.HiredAsync("Dadang Hermawan");
        using var stranger = office.Browser();
        var (userName, colleague) = (await UserNameAsync("Dadang Hermawan"), await ColleagueAsync());
        await known.SubmitAsync(await known.GetAsync("/"), "/keluar");
        await Task.WhenAll(Enumerable.Range(0, 70).Select(at => stranger.SendFormAsync(
            "/masuk", [], ("UserName", at % 7 == 0 ? userName : $"tidak-ada-{at}"), ("Password", "salah-sekali-lagi"))));

        using var fresh = office.Browser();
        (await fresh.SignInAsync(colleague, DemoStaff.Password)).Status.ShouldBe(302);
        (await stranger.SignInAsync(userName, DemoStaff.Password)).Status.ShouldBe(200, "its own tries shut it out");
        (await known.SignInAsync(userName, DemoStaff.Password)).Status.ShouldBe(302);
    }

    private async Task<string> ColleagueAsync()
    {
        using var colleague = await office.HiredAsync("Cecep Rukmana");
        return await UserNameAsync("Cecep Rukmana");
    }

    private Task<string> FirstPaperAsync(string page) => office.ReadAsync<string>(
        $"select item_id from case_berkas b join cases c on c.id = b.case_id where c.number = '{page["/kasus/".Length..]}' "
        + "and b.status <> 'NotApplicable' order by item_id limit 1");

    private Task<string> UserNameAsync(string fullName) =>
        office.AskAsync(data => data.Staff.Where(member => member.FullName == fullName).Select(member => member.UserName!).SingleAsync());

    private Task AgeAsync(string fullName, string change) =>
        office.ExecuteAsync($"update staff_sessions set {change} where staff_id = (select id from staff where full_name = '{fullName}')");

    private Task<double> MinutesIdleAsync(string fullName) => office.ReadAsync<double>(
        "select extract(epoch from now() - used_at)::float8 / 60 from staff_sessions where staff_id = (select id from staff "
        + $"where full_name = '{fullName}')");
}
