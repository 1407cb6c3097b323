using Dukcapil.Bot.Core.Casework;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Bot.Core.Reminders.Campaigns;

/// <summary>Registers campaigns and broadcasts.</summary>
public static class CampaignServices
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddCampaigns(this IServiceCollection services, IConfiguration configuration) => services
        .Configure<CampaignOptions>(configuration.GetSection("Campaign"))
        .AddSingleton<ICaseRelease, CaseBroadcasts>()
        .AddSingleton<QuietDays>()
        .AddSingleton<CampaignPace>()
        .AddSingleton<CampaignContent>()
        .AddSingleton<AudienceReader>()
        .AddSingleton<CampaignPlanner>()
        .AddSingleton<StaffCampaigns>()
        .AddSingleton<CampaignPump>()
        .AddSingleton<CampaignReader>()
        .AddSingleton<ReminderAnswers>()
        .AddSingleton<ReminderClaims>();
}
