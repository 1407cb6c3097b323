using System.Globalization;
using Dukcapil.Bot.Core.Conversations;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Messaging.Outbox;
using Dukcapil.Bot.Core.Messaging.Provider;

namespace Dukcapil.Bot.Web.Webhooks;

/// <summary>
/// Webhooks of Twilio. A request without a valid signature is refused before anything is read from it; a message answered with 200 is in
/// the database.
/// </summary>
internal static class TwilioWebhooks
{
    private const string EmptyTwiml = "<Response/>";

    public static void MapTwilioWebhooks(this IEndpointRouteBuilder app)
    {
        // Authenticated by the signature: middleware for staff (sessions, limits) is skipped.
        var webhooks = app.MapGroup("/webhooks/twilio").AllowAnonymous().DisableAntiforgery();
        webhooks.ShortCircuit();
        webhooks.AddEndpointFilter(TurnAwayWithoutDatabaseAsync);
        webhooks.MapPost("/whatsapp", ReceiveAsync);
        webhooks.MapPost("/status", ReportAsync);
        // Set here: a caller without a session would otherwise be redirected to the sign-in page.
        webhooks.Map("/{**other}", () => Results.StatusCode(StatusCodes.Status405MethodNotAllowed));
    }

    // Counted, and logged once for the whole outage. Messages refused now are found in the provider's list later.
    private static async ValueTask<object?> TurnAwayWithoutDatabaseAsync(
        EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (Exception fault) when (context.HttpContext.RequestServices.GetRequiredService<DatabaseOutage>().Takes(fault))
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task<IResult> ReceiveAsync(HttpContext http, WebhookGate gate, TurnService turns, TimeProvider time)
    {
        if (await gate.ReadAsync(http, OwnWebhook.ObjectionToMessage) is not { } form) return WebhookGate.Refused;
        if (InboundMessage.Read(form) is not { } message) return Results.BadRequest();
        // Once it is read, the message is handled whether or not the caller still waits.
        await turns.ReceiveAsync(InboundTranslation.Of(message, time.GetUtcNow()), CancellationToken.None);
        return Results.Content(EmptyTwiml, "text/xml");
    }

    private static async Task<IResult> ReportAsync(HttpContext http, WebhookGate gate, DeliveryReports reports)
    {
        if (await gate.ReadAsync(http, OwnWebhook.ObjectionToReport) is not { } form) return WebhookGate.Refused;
        if (StatusCallback.Read(form) is not { } report) return Results.BadRequest();
        var named = long.TryParse(http.Request.Query[OutgoingComposer.IdParameter], CultureInfo.InvariantCulture, out var id)
            ? id
            : (long?)null;
        await reports.ApplyAsync(named, report, CancellationToken.None);
        return Results.Content(EmptyTwiml, "text/xml");
    }
}
