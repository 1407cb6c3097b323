using Dukcapil.Bot.Core.Reminders.Campaigns;
using Dukcapil.Bot.Core.Staff;
using Dukcapil.Bot.Tests.Fixtures;
using Dukcapil.Bot.Tests.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace Dukcapil.Bot.Tests.Reminders;

/// <summary>The whole host with its workers, on a day without quiet hours.</summary>
public sealed class CampaignHost(MigratedDatabase databases) : BotApp(databases)
{
    /// <summary>A browser in which the demo account of a desk is signed in.</summary>
    public async Task<StaffBrowser> SignedInAsync(string userName)
    {
        var browser = new StaffBrowser(Address);
        (await browser.SignInAsync(userName, DemoStaff.Password)).Status.ShouldBe(302);
        return browser;
    }

    /// <summary>Somebody with this phone.</summary>
    public Task<long> AddPersonAsync(SimulatedPhone phone, string place) =>
        Townsfolk.AddAsync(Services, TimeProvider.System.GetUtcNow(), "whatsapp:" + phone.Number, 20, place);

    /// <inheritdoc/>
    protected override void Configure(WebApplicationBuilder builder) =>
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            [$"Campaign:{nameof(CampaignOptions.QuietFrom)}"] = "00:00",
            [$"Campaign:{nameof(CampaignOptions.QuietUntil)}"] = "00:00",
            [$"Campaign:{nameof(CampaignOptions.QuietHolidays)}"] = "false",
            [$"Campaign:{nameof(CampaignOptions.RupiahPerTemplate)}"] = "500",
            ["Simulator:ReportPause"] = "00:00:00.02",
        });
}
