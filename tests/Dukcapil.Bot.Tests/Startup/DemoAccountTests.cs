using Dukcapil.Bot.Core.Messaging.Provider;
using Dukcapil.Bot.Core.Staff;
using Dukcapil.Bot.Tests.Fixtures;
using Dukcapil.Bot.Tests.Pages;
using Dukcapil.Bot.Web.Startup;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Tests.Startup;

/// <summary>What is meant for a developer's machine stays there.</summary>
public sealed class DemoAccountTests(StaffOffice office) : IClassFixture<StaffOffice>
{
    [Fact]
    public async Task Demo_accounts_with_the_public_password_are_shut_out_and_others_are_not()
    {
        const string own = "kata-sandi-milik-kantor-2026";
        await office.WithAccountsAsync(accounts => accounts.ResetPasswordAsync("kabid", own));
        using var signedIn = await office.SignedInAsync("kasi");

        await using var scope = office.Services.CreateAsyncScope();
        var demo = scope.ServiceProvider.GetRequiredService<DemoStaff>();
        (await demo.ShutOutAsync()).ShouldBe(["kadis", "kasi", "operator", "petugas"], ignoreOrder: true);
        (await demo.ShutOutAsync()).ShouldBeEmpty();

        using var browser = office.Browser();
        (await browser.SignInAsync("kadis", DemoStaff.Password)).Location.ShouldNotBe("/");
        using var kabid = office.Browser();
        (await kabid.SignInAsync("kabid", own)).Status.ShouldBe(302);
    }

    [Theory]
    [InlineData("Development", true)]
    [InlineData("Development", true, "--Simulator:Enabled=false")]
    [InlineData("Development", false, "--Simulator:Enabled=false", "--Twilio:AuthToken=0123456789abcdef0123456789abcdef")]
    [InlineData("Development", true, "--Twilio:AuthToken=0123456789abcdef0123456789abcdef")]
    [InlineData("Production", false)]
    public void Calls_stay_on_a_machine_without_an_account_of_the_provider(string environment, bool stays, params string[] settings)
    {
        using var app = BotHost.Build(
            BotHost.CreateBuilder(["--environment", environment, .. BotApp.Keys.Select(key => $"--{key.Key}={key.Value}"), .. settings]),
            "Host=127.0.0.1;Port=1;Database=none;Username=none");
        app.Services.GetRequiredService<IOptions<TwilioOptions>>().Value.StaysHere.ShouldBe(stays);
    }
}
