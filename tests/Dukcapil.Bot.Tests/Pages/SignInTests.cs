using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Bot.Tests.Pages;

public sealed class SignInTests(StaffOffice office) : IClassFixture<StaffOffice>
{
    private const string Password = "kata-sandi-contoh";

    [Theory]
    [InlineData("/")]
    [InlineData("/kasus/26-00001-7")]
    [InlineData("/kasus/26-00001-7/foto/0198a000-0000-7000-8000-000000000000")]
    [InlineData("/kasus/26-00001-7/kode-qr")]
    [InlineData("/loket/baru")]
    [InlineData("/pekerjaan")]
    public async Task Page_without_session_leads_to_sign_in(string path)
    {
        using var browser = office.Browser();

        var answer = await browser.GetAsync(path);

        answer.Status.ShouldBe(302);
        answer.Location.ShouldNotBeNull().ShouldContain("/masuk?ke=");
    }

    [Fact]
    public async Task Panel_without_session_sends_the_whole_page_to_sign_in()
    {
        using var browser = office.Browser();

        var answer = await browser.GetPanelAsync("/");

        answer.Status.ShouldBe(401);
        answer.Headers["HX-Redirect"].ShouldBe("/masuk?ke=%2F");
    }

    [Fact]
    public async Task SignIn_with_address_of_another_site_stays_here()
    {
        using var browser = office.Browser();
        var page = await browser.GetAsync("/masuk?ke=https://example.org/");

        var answer = await browser.SubmitAsync(
            page, "/masuk?ke=https://example.org/", ("UserName", "petugas"), ("Password", DemoStaff.Password));

        answer.Location.ShouldBe("/");
    }

    [Fact]
    public async Task Unknown_name_wrong_password_and_locked_account_get_the_same_answer()
    {
        await MakeAsync("terkunci");
        using var browser = office.Browser();
        var unknown = await browser.SignInAsync("tidak-ada", Password);
        var wrong = await browser.SignInAsync("terkunci", "salah-sekali");
        for (var i = 0; i < SignInTries.Most; i++) await browser.SignInAsync("terkunci", "salah-sekali");

        var locked = await browser.SignInAsync("terkunci", Password);

        locked.Status.ShouldBe(200);
        Sentence(wrong).ShouldBe(Sentence(unknown));
        Sentence(locked).ShouldBe(Sentence(unknown));
    }

    [Fact]
    public async Task Password_reset_opens_a_locked_account_and_only_with_the_new_password()
    {
        await MakeAsync("lupa");
        using var browser = office.Browser();
        for (var i = 0; i < SignInTries.Most; i++) await browser.SignInAsync("lupa", "salah-sekali");

        await office.WithAccountsAsync(async accounts => (await accounts.ResetPasswordAsync("lupa", "kata-sandi-baru")).ShouldBeEmpty());

        (await browser.SignInAsync("lupa", Password)).Status.ShouldBe(200);
        (await browser.SignInAsync("lupa", "kata-sandi-baru")).Status.ShouldBe(302);
    }

    [Fact]
    public async Task Wrong_passwords_shut_out_their_own_caller_and_nobody_else()
    {
        await MakeAsync("diserang");
        await using var scope = office.Services.CreateAsyncScope();
        var check = scope.ServiceProvider.GetRequiredService<StaffSignIn>();
        for (var i = 0; i < SignInTries.Most; i++) (await check.CheckAsync("diserang", "salah-sekali", "203.0.113.1")).ShouldBeNull();

        (await check.CheckAsync("diserang", Password, "203.0.113.1")).ShouldBeNull();
        (await check.CheckAsync("diserang", Password, "198.51.100.7")).ShouldNotBeNull();
    }

    [Fact]
    public async Task Passwords_tried_from_everywhere_shut_out_new_callers_but_not_the_known_one()
    {
        await MakeAsync("dikepung");
        await using var scope = office.Services.CreateAsyncScope();
        var check = scope.ServiceProvider.GetRequiredService<StaffSignIn>();
        (await check.CheckAsync("dikepung", Password, "198.51.100.7")).ShouldNotBeNull();
        for (
            var i = 0;
            i < SignInTries.MostOfStrangers;
            i++) (await check.CheckAsync("dikepung", "salah-sekali", $"203.0.113.{i}")).ShouldBeNull();

        (await check.CheckAsync("dikepung", Password, "203.0.113.200")).ShouldBeNull();
        (await check.CheckAsync("dikepung", Password, "198.51.100.7")).ShouldNotBeNull();
    }

    [Fact]
    public async Task Tries_at_the_same_moment_are_counted_each()
    {
        await MakeAsync("serentak");
        var tries = office.Services.GetRequiredService<SignInTries>();
        var id = await office.AskAsync(
            data => data.Staff.Where(member => member.UserName == "serentak").Select(member => member.Id).SingleAsync());

        var allowed = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => tries.BeginAsync(id, "203.0.113.9")));

        allowed.Count(caller => caller is not null).ShouldBe(SignInTries.Most);
    }

    [Fact]
    public async Task Disabled_account_cannot_sign_in()
    {
        await MakeAsync("keluar-kantor");
        await office.WithAccountsAsync(async accounts => (await accounts.DisableAsync("keluar-kantor")).ShouldBeEmpty());
        using var browser = office.Browser();

        (await browser.SignInAsync("keluar-kantor", Password)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Form_without_antiforgery_token_is_refused()
    {
        using var browser = await office.SignedInAsync("petugas");

        (await browser.PostAsync("/loket?handler=Next", new FormUrlEncodedContent([]))).Status.ShouldBe(400);
    }

    [Fact]
    public async Task SignOut_ends_the_session()
    {
        using var browser = await office.SignedInAsync("petugas");

        await browser.SubmitAsync(await browser.GetAsync("/"), "/keluar");

        (await browser.GetAsync("/")).Status.ShouldBe(302);
    }

    [Fact]
    public async Task Way_to_the_sign_in_page_does_not_repeat_the_host_header()
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = office.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/pekerjaan") { Headers = { Host = "jahat.example" } };

        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);

        answer.Headers.Location!.OriginalString.ShouldBe("/masuk?ke=%2Fpekerjaan");
    }

    [Fact]
    public async Task Every_page_carries_strict_headers_and_is_not_kept()
    {
        using var browser = await office.SignedInAsync("petugas");

        var page = await browser.GetAsync("/");

        page.Headers["Content-Security-Policy"].ShouldContain("script-src 'self';");
        page.Headers["Content-Security-Policy"].ShouldNotContain("unsafe");
        page.Headers["X-Content-Type-Options"].ShouldBe("nosniff");
        page.Headers["Cache-Control"].ShouldContain("no-store");
        page.Html.ShouldNotContain("style=");
        page.Html.ShouldNotContain("<script>");
    }

    [Fact]
    public async Task Keys_of_sessions_stand_encrypted_in_the_database()
    {
        using var browser = await office.SignedInAsync("petugas");

        var keys = await office.AskAsync(data => data.DataProtectionKeys.Select(key => key.Xml!).ToListAsync());

        keys.ShouldNotBeEmpty();
        keys.ShouldAllBe(xml => xml.Contains("sealedKey") && !xml.Contains("masterKey"));
    }

    private Task MakeAsync(string userName) => office.WithAccountsAsync(async accounts =>
        (await accounts.CreateAsync(new NewStaffMember(userName, "Pegawai Contoh", StaffRole.Petugas), Password)).ShouldBeEmpty());

    private static string Sentence(StaffPage page) => page.Text[page.Text.IndexOf("Nama pengguna atau", StringComparison.Ordinal)..][..120];
}
