using Dukcapil.Bot.Core.Information.Complaints;
using Dukcapil.Bot.Core.Information.Subscriptions;
using Dukcapil.Bot.Core.Information.Topics;
using Dukcapil.Bot.Core.Information.Visits;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Bot.Core.Information;

/// <summary>Registers topics, visits to kelurahan, subscriptions and complaints.</summary>
internal static class InformationServices
{
    public static IServiceCollection AddInformation(this IServiceCollection services) => services
        .AddSingleton<ComplaintIntake>()
        .AddSingleton<ComplaintSorter>()
        .AddSingleton<StaffComplaints>()
        .AddSingleton<ComplaintReader>()
        .AddSingleton<OfficeFacts>()
        .AddSingleton<TopicHolder>()
        .AddSingleton<TopicReader>()
        .AddSingleton<StaffTopics>()
        .AddSingleton<TopicComposer>()
        .AddSingleton<FieldVisitReader>()
        .AddSingleton<FieldVisitWording>()
        .AddSingleton<StaffFieldVisits>()
        .AddSingleton<FieldVisitNews>()
        .AddSingleton<SubscriptionList>();
}
