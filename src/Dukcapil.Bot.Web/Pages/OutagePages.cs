using Dukcapil.Bot.Core.Data;

namespace Dukcapil.Bot.Web.Pages;

/// <summary>
/// Requests of people while the database cannot be used: answered with 503 and a page that asks the database nothing, counted, and logged
/// once for the whole outage (<see cref="DatabaseOutage"/>) instead of once for each request.
/// </summary>
internal static class OutagePages
{
    private static readonly object Down = new();

    /// <summary>Whether this request has met an outage: what is still shown must ask the database nothing.</summary>
    public static bool IsDown(HttpContext context) => context.Items.ContainsKey(Down);

    /// <summary>Handles a fault of an outage; false for any other.</summary>
    public static bool Takes(HttpContext context, Exception fault)
    {
        if (!context.RequestServices.GetRequiredService<DatabaseOutage>().Takes(fault)) return false;
        context.Items[Down] = true;
        return true;
    }

    /// <summary>Adds it, within what shows a page for a status code.</summary>
    public static void UseOutagePages(this IApplicationBuilder people) => people.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (Exception fault) when (Takes(context, fault))
        {
            if (context.Response.HasStarted)
            {
                context.Abort();
                return;
            }

            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    });
}
