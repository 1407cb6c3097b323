using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Bot.Core.Queues;

/// <summary>Registers the line at the office and its board.</summary>
internal static class QueueServices
{
    public static IServiceCollection AddQueues(this IServiceCollection services, IConfiguration configuration) => services
        .Configure<QueueOptions>(configuration.GetSection("Queue"))
        .AddSingleton<CounterDuties>()
        .AddSingleton<QueueLines>()
        .AddSingleton<ServiceTimes>()
        .AddSingleton<QueueNotices>()
        .AddSingleton<Reception>()
        .AddSingleton<CounterQueue>()
        .AddSingleton<QueueOverview>()
        .AddSingleton<QueueStatistics>()
        .AddSingleton<WeeklyStatistics>()
        .AddSingleton<QueueClosing>()
        .AddSingleton<NearTurnNotifier>()
        .AddSingleton<QueueBoard>()
        .AddSingleton<BoardFeed>()
        .AddSingleton<BoardListener>();
}
