using System.Text.RegularExpressions;

namespace Dukcapil.Bot.Tests.Pages;

/// <summary>Hangfire's own pages: the rights, headers and forms of the site hold there, too.</summary>
public sealed partial class JobDashboardTests(StaffOffice office) : IClassFixture<StaffOffice>
{
    private static readonly KeyValuePair<string, string>[] PurgeExpired = [KeyValuePair.Create("jobs[]", "PurgeExpired")];

    [Theory]
    [InlineData("/hangfire")]
    [InlineData("/hangfire/recurring")]
    [InlineData("/hangfire/stats")]
    public async Task Stranger_is_sent_to_sign_in(string path)
    {
        using var stranger = office.Browser();

        (await stranger.GetAsync(path)).Location.ShouldNotBeNull().ShouldStartWith("/masuk");
    }

    [Theory]
    [InlineData("petugas")]
    [InlineData("operator")]
    [InlineData("kasi")]
    [InlineData("kabid")]
    public async Task Who_is_no_administrator_is_refused(string userName)
    {
        using var officer = await office.SignedInAsync(userName);

        (await officer.GetAsync("/hangfire/recurring")).Location.ShouldNotBeNull().ShouldContain("/galat/403");
        (await officer.PostAsync("/hangfire/recurring/trigger", new FormUrlEncodedContent(PurgeExpired))).Location.ShouldNotBeNull()
            .ShouldContain("/galat/403");
    }

    [Fact]
    public async Task Administrator_sees_the_recurring_jobs_under_the_policy_of_the_site()
    {
        using var kadis = await office.SignedInAsync("kadis");

        await Fixtures.Eventually.UntilAsync("the rows are planned", async () =>
            (await kadis.GetAsync("/hangfire/recurring")).Text.Contains("PurgeExpired", StringComparison.Ordinal));
        var page = await kadis.GetAsync("/hangfire/recurring");

        page.Status.ShouldBe(200);
        page.Headers["Content-Security-Policy"].ShouldStartWith("default-src 'none'; script-src 'self'");
        page.Headers["Content-Security-Policy"].ShouldNotContain("unsafe");
        InlineScript().IsMatch(page.Html).ShouldBeFalse();
    }

    [Fact]
    public async Task Change_without_the_token_of_the_form_is_refused()
    {
        using var kadis = await office.SignedInAsync("kadis");
        await kadis.GetAsync("/hangfire/recurring");

        (await kadis.PostAsync("/hangfire/recurring/trigger", new FormUrlEncodedContent(PurgeExpired))).Status.ShouldBe(403);

        (await office.ReadAsync<long>("select count(*) from hangfire.job where arguments::text like '%PurgeExpired%'")).ShouldBe(0);
    }

    [GeneratedRegex("<script(?![^>]*src=)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InlineScript();
}
