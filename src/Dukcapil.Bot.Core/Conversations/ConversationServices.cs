using Dukcapil.Bot.Core.Conversations.Filters;
using Dukcapil.Bot.Core.Conversations.Turns;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Bot.Core.Conversations;

/// <summary>Registers the bot, the filters before it, its acts and the path of a turn.</summary>
internal static class ConversationServices
{
    public static IServiceCollection AddConversations(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .Configure<DraftOptions>(configuration.GetSection("Drafts"))
            .Configure<MissedOptions>(configuration.GetSection("Missed"))
            .AddSingleton<CaseWording>()
            .AddSingleton<BookingTopics>()
            .AddSingleton<BookingWording>()
            .AddSingleton<TimeRows>()
            .AddSingleton<OptOutWords>()
            .AddSingleton<FileFilter>()
            .AddSingleton<OptOutFilter>()
            .AddSingleton<FloodFilter>()
            .AddSingleton<LateFilter>()
            .AddSingleton<RefusedFileFilter>()
            .AddSingleton<LabelledFileFilter>()
            .AddSingleton<ResidentBot>()
            .AddSingleton<ResidentAdapter>()
            .AddSingleton<InboxQueue>()
            .AddSingleton<TurnReader>()
            .AddSingleton<TurnWriter>()
            .AddSingleton<TurnProcessor>()
            .AddSingleton<TurnBatches>()
            .AddSingleton<FailedTurns>()
            .AddSingleton<TurnService>()
            .AddSingleton<IdleDrafts>()
            .AddSingleton<MissedMessages>();
        var acts = typeof(IAct).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IAct)));
        foreach (var act in acts) services.AddSingleton(typeof(IAct), act);
        return services;
    }
}
