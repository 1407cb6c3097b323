using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Dukcapil.Bot.Core.Queues;
using Dukcapil.Bot.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dukcapil.Bot.Web.Pages.Queues;

/// <summary>The lobby's board for its script: once, or as a stream of every change. Anonymous, and without anything personal.</summary>
internal static class BoardStream
{
    /// <summary>Silence after which proxies close a connection is longer than this.</summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(25);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static void MapBoard(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/antrean/papan", ReadAsync).AllowAnonymous().RequireRateLimiting(BoardLimit.Reading);
        routes.MapGet("/antrean/kabar", Listen).AllowAnonymous().RequireRateLimiting(BoardLimit.Listening);
    }

    private static async Task<JsonHttpResult<BoardView>> ReadAsync(QueueBoard board, CancellationToken cancellationToken) =>
        TypedResults.Json(await board.ReadAsync(cancellationToken), Json);

    private static Results<ServerSentEventsResult<string>, StatusCodeHttpResult> Listen(
        BoardFeed feed, QueueBoard board, IHostApplicationLifetime host, TimeProvider time, HttpContext context)
    {
        if (feed.Subscribe() is not { } place) return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        // A proxy that collects the answer would keep the news to itself.
        context.Response.Headers["X-Accel-Buffering"] = "no";
        context.Response.RegisterForDispose(place);
        return TypedResults.ServerSentEvents(EventsAsync(place, board, host, time, context.RequestAborted));
    }

    private static async IAsyncEnumerable<SseItem<string>> EventsAsync(
        BoardFeed.Subscription place, QueueBoard board, IHostApplicationLifetime host, TimeProvider time,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A host that stops must not wait for boards that would never hang up.
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, host.ApplicationStopping);
        var last = JsonSerializer.Serialize(await board.ReadAsync(cancellationToken), Json);
        yield return new SseItem<string>(last, "papan");
        while (!ends.IsCancellationRequested)
        {
            var next = await NextAsync(place, time, ends.Token);
            var news = next is null ? last : JsonSerializer.Serialize(next, Json);
            if (next is null) yield return new SseItem<string>("", "detak");
            else if (news != last) yield return new SseItem<string>(last = news, "papan");
        }
    }

    /// <summary>The next board; null when there was none for a while, or it is time to end.</summary>
    private static async Task<BoardView?> NextAsync(BoardFeed.Subscription place, TimeProvider time, CancellationToken ends)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ends);
        await using var timer = time.CreateTimer(_ => patience.Cancel(), null, Heartbeat, Timeout.InfiniteTimeSpan);
        try
        {
            return await place.Boards.ReadAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
