using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Bot.Core.MessageOperations;

/// <summary>Registers what staff see and do about messages, and the watch over them.</summary>
internal static class MessageOperationsServices
{
    public static IServiceCollection AddMessageOperations(this IServiceCollection services, IConfiguration configuration) => services
        .Configure<WatchOptions>(configuration.GetSection("Watch"))
        .AddSingleton<MessageLists>()
        .AddSingleton<ResidentEvents>()
        .AddSingleton<MessageHistory>()
        .AddSingleton<MessageTexts>()
        .AddSingleton<StaffMessages>()
        .AddSingleton<Traffic>()
        .AddSingleton<WatchFigureReader>()
        .AddSingleton<MessageWatch>();
}
