using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Npgsql;

namespace Dukcapil.Bot.Web.Health;

/// <summary>Health checks for a supervisor: liveness and readiness. The answer is one word and never says why not.</summary>
internal static class HealthEndpoints
{
    private static readonly TimeSpan DatabaseAnswersWithin = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<OpenedCheck>("opened")
            .AddNpgSql(provider => provider.GetRequiredService<NpgsqlDataSource>(), name: "database", timeout: DatabaseAnswersWithin);
        // Not logged: it is asked every few seconds, and operations that meet a lost database log it.
        return services.AddLogging(logging => logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None));
    }

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        Map(app, "live", isAsked: false);
        Map(app, "ready", isAsked: true);
    }

    private static void Map(IEndpointRouteBuilder app, string word, bool isAsked)
    {
        var answer = new HealthCheckOptions
        {
            Predicate = _ => isAsked,
            ResponseWriter = (context, _) => WriteAsync(context.Response, word),
        };
        app.MapHealthChecks($"/health/{word}", answer).AllowAnonymous();
    }

    private static Task WriteAsync(HttpResponse response, string word)
    {
        if (response.StatusCode != StatusCodes.Status200OK) return Task.CompletedTask;
        response.ContentType = "text/plain; charset=utf-8";
        return response.WriteAsync(word);
    }
}
