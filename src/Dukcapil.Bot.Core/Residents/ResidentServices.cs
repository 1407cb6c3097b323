using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Bot.Core.Residents;

/// <summary>Registers the retention of what is kept about residents.</summary>
internal static class ResidentServices
{
    public static IServiceCollection AddResidents(this IServiceCollection services) => services
        .AddSingleton<Retention>();
}
