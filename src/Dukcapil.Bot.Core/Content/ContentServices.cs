using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Bot.Core.Content;

/// <summary>Registers the content in use.</summary>
internal static class ContentServices
{
    public static IServiceCollection AddContent(this IServiceCollection services) => services
        .AddSingleton<BotContentHolder>();
}
