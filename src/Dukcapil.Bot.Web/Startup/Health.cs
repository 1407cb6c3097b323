using Npgsql;

namespace Dukcapil.Bot.Web.Startup;

/// <summary>What a supervisor asks: is the process alive, and can it serve?</summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => Results.Text("live")).AllowAnonymous();
        app.MapGet("/health/ready", IsReadyAsync).AllowAnonymous();
    }

    private static async Task<IResult> IsReadyAsync(Readiness readiness, NpgsqlDataSource source, CancellationToken cancellation)
    {
        if (!readiness.IsReady) return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        try
        {
            await using var command = source.CreateCommand("select 1");
            await command.ExecuteScalarAsync(cancellation);
            return Results.Text("ready");
        }
        catch (NpgsqlException)
        {
            // Said with the status code; the operations that meet it log it.
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }
}
