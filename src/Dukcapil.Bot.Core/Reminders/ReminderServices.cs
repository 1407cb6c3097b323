using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Reminders.Campaigns;
using Dukcapil.Bot.Core.Reminders.Imports;
using Dukcapil.Bot.Core.Reminders.Register;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Bot.Core.Reminders;

/// <summary>Registers the register of people not yet recorded, its imports, campaigns and broadcasts.</summary>
internal static class ReminderServices
{
    public static IServiceCollection AddReminders(this IServiceCollection services, IConfiguration configuration) => services
        .Configure<RegisterOptions>(configuration.GetSection("Register"))
        .Configure<CampaignOptions>(configuration.GetSection("Campaign"))
        .AddSingleton<RegisterStatistics>()
        .AddSingleton<StaffRegister>()
        .AddSingleton<PeopleReader>()
        .AddSingleton<ImportBook>()
        .AddSingleton<ImportQuestions>()
        .AddSingleton<Importer>()
        .AddSingleton<ImportList>()
        .AddSingleton<RejectedRows>()
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
