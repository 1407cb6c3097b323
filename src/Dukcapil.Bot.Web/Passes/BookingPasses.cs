using System.Text;
using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Appointments;
using Dukcapil.Bot.Core.Appointments.Passes;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Time;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Web.Passes;

/// <summary>
/// Picture and calendar file of an appointment under addresses that cannot be guessed (<see cref="BookingLinks"/>), for the provider that
/// sends the picture and for the resident's phone. They hold code, time and place only.
/// </summary>
internal static class BookingPasses
{
    public static void MapBookingPasses(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/janji/{token}/kode.png", DrawCode).AllowAnonymous();
        routes.MapGet("/janji/{token}/janji.ics", WriteCalendarAsync).AllowAnonymous();
    }

    private static Results<FileContentHttpResult, NotFound> DrawCode(string token, BookingLinks links, HttpContext context)
    {
        if (links.Read(token, PassKind.Picture) is not { } id) return TypedResults.NotFound();
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(CodePicture.Draw(id), "image/png");
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> WriteCalendarAsync(
        string token, BookingLinks links, IDbContextFactory<BotDbContext> contexts, BotContentHolder content,
        IOptions<OfficeOptions> office, HttpContext context, CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        if (links.Read(token, PassKind.Calendar) is not { } id
            || await BookingReader.FindAsync(data, id, cancellationToken) is not { } booking)
            return TypedResults.NotFound();
        var language = await data.Addresses.Where(address => address.Id == booking.AddressId).Select(address => address.Language)
            .SingleOrDefaultAsync(cancellationToken);
        var title = content.Current.Texts[AppointmentTexts.CalendarTitle]
            .Fill(language == "en" ? Language.En : Language.Id, _ => booking.Code);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(
            Encoding.UTF8.GetBytes(CalendarFile.Write(booking, title, office.Value.Address)),
            CalendarFile.ContentType,
            $"{booking.Code}.ics");
    }
}
