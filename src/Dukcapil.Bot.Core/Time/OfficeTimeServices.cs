using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Bot.Core.Time;

/// <summary>Registers the clock and the calendar of the office.</summary>
internal static class OfficeTimeServices
{
    public static IServiceCollection AddOfficeTime(this IServiceCollection services, IConfiguration configuration) => services
        .Configure<OfficeOptions>(configuration.GetSection("Office"))
        .AddSingleton<OfficeCalendarHolder>()
        .AddSingleton<OfficeClock>();
}
