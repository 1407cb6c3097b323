using Dukcapil.Bot.Core.Casework.Collecting;
using Dukcapil.Bot.Core.Casework.Deadlines;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Bot.Core.Casework;

/// <summary>Registers cases, their deadlines and the collection of results.</summary>
internal static class CaseworkServices
{
    public static IServiceCollection AddCasework(this IServiceCollection services, IConfiguration configuration) => services
        .Configure<DeadlineOptions>(configuration.GetSection("Deadlines"))
        .Configure<CollectionOptions>(configuration.GetSection("Collection"))
        .AddSingleton<AlurVersions>()
        .AddSingleton<CaseMessages>()
        .AddSingleton<CaseClosing>()
        .AddSingleton<CaseOperations>()
        .AddSingleton<CaseTiming>()
        .AddSingleton<DueTimes>()
        .AddSingleton<DeadlineWatch>()
        .AddSingleton<DeadlineReader>()
        .AddSingleton<DeadlineNotices>()
        .AddSingleton<UncollectedResults>()
        .AddSingleton<UncollectedReader>()
        .AddSingleton<CaseSignal>()
        .AddSingleton<CaseIntake>()
        .AddSingleton<CaseAdvancer>()
        .AddSingleton<CaseSearch>()
        .AddSingleton<CaseQueries>()
        .AddSingleton<ResidentCases>()
        .AddSingleton<PersonalDataAccess>();
}
