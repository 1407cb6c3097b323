using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Dukcapil.Bot.Simulator.Chats;
using Dukcapil.Bot.Simulator.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Simulator.PhonePage;

/// <summary>What the page and tests call: phones, chats, live news.</summary>
internal static class PhoneApi
{
    private const int LongestWait = 60;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/info", (IOptions<SimulatorOptions> options) =>
            SimulatorJson.Answer(new { office = options.Value.OfficeName, number = PhoneNumber.Read(options.Value.From) }));
        api.MapGet("/phones", (PhoneBook book) => SimulatorJson.Answer(book.Phones()));
        api.MapGet("/phones/{number}", (string number, PhoneBook book) => With(number, phone => SimulatorJson.Answer(book.Phone(phone))));
        api.MapGet("/phones/{number}/next", NextAsync);
        api.MapPost("/phones/{number}/messages", PhoneSending.SendAsync);
        api.MapPost("/phones/{number}/messages/{sid}/again", PhoneSending.SendAgainAsync);
        api.MapPost("/phones/{number}/read", (string number, DeliveryReports reports, Errands errands) => With(number, phone =>
        {
            errands.Start(() => reports.ReadAsync(phone));
            return Results.Accepted();
        }));
        api.MapPut("/phones/{number}", async (string number, HttpRequest request, PhoneBook book, CancellationToken cancel) =>
        {
            var wish = await SimulatorJson.ReadAsync<ProfileWish>(request, cancel);
            if (PhoneNumber.Read(number) is not { } phone || wish is not { ProfileName.Length: > 0 and <= 100 })
                return Results.BadRequest();
            book.Rename(phone, wish.ProfileName);
            return SimulatorJson.Answer(book.Phone(phone));
        });
        api.MapDelete("/phones", (PhoneBook book) => Reset(book, null));
        api.MapDelete("/phones/{number}", (string number, PhoneBook book) => With(number, phone => Reset(book, phone)));
        api.MapGet("/media/{sid}", ShowMedia);
        api.MapGet("/events", (ChatEvents events, IHostApplicationLifetime lifetime, CancellationToken cancel) =>
            TypedResults.ServerSentEvents(NewsAsync(events, lifetime.ApplicationStopping, cancel)));
    }

    private static IResult With(string number, Func<string, IResult> act) =>
        PhoneNumber.Read(number) is { } phone ? act(phone) : Results.BadRequest();

    private static IResult Reset(PhoneBook book, string? number)
    {
        book.Reset(number);
        return Results.NoContent();
    }

    // Shown only as a picture or a download: what was uploaded never runs as a page of this site.
    private static IResult ShowMedia(string sid, MediaStore store, HttpResponse response)
    {
        if (store.Find(sid) is not { } media) return Results.NotFound();
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers.XContentTypeOptions = "nosniff";
        var isPicture = media.ContentType is "image/jpeg" or "image/png" or "image/webp" or "audio/ogg";
        return Results.Bytes(media.Bytes, media.ContentType, isPicture ? null : sid);
    }

    /// <summary>Waits for the office's next message after a given order: tests and scripts need no polling.</summary>
    private static async Task<IResult> NextAsync(
        string number, PhoneBook book, ChatEvents events, CancellationToken cancel, long after = 0, int seconds = 10)
    {
        if (PhoneNumber.Read(number) is not { } phone) return Results.BadRequest();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(TimeSpan.FromSeconds(Math.Clamp(seconds, 0, LongestWait)));
        bool IsWanted(ChatMessage? message) => message is { FromResident: false } && message.Phone == phone && message.Order > after;
        var news = events.Listen(limit.Token);
        try
        {
            if (book.Phone(phone).Messages.FirstOrDefault(IsWanted) is { } present)
            {
                await limit.CancelAsync();
                return SimulatorJson.Answer(present);
            }

            await foreach (var one in news)
                if (one.Kind == "message" && IsWanted(one.Message)) return SimulatorJson.Answer(one.Message!);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Results.NoContent(); // The wait is over.
        }

        return Results.NoContent();
    }

    private static async IAsyncEnumerable<SseItem<string>> NewsAsync(
        ChatEvents events, CancellationToken stopping, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stopping, cancel);
        var news = events.Listen(end.Token);
        yield return new SseItem<string>("{}", "hello");
        var source = news.GetAsyncEnumerator(end.Token);
        await using var closing = source.ConfigureAwait(false);
        while (await MoveAsync(source))
            yield return new SseItem<string>(JsonSerializer.Serialize(source.Current, SimulatorJson.Options), source.Current.Kind);
    }

    private static async Task<bool> MoveAsync(IAsyncEnumerator<ChatEvent> source)
    {
        try
        {
            return await source.MoveNextAsync();
        }
        catch (OperationCanceledException)
        {
            return false; // The page went away or the server stops.
        }
    }

    private sealed record ProfileWish(string ProfileName);
}
