using Dukcapil.Bot.Simulator.Chats;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dukcapil.Bot.Simulator.Faults;

/// <summary><c>/simulator/api/faults</c>: list, add, remove.</summary>
internal static class FaultApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/faults", (FaultBoard board) => SimulatorJson.Answer(board.InForce()));
        api.MapPost("/faults", async (HttpRequest request, FaultBoard board, CancellationToken cancel) =>
        {
            var wish = await SimulatorJson.ReadAsync<Fault>(request, cancel);
            var phone = PhoneNumber.Read(wish?.Phone);
            if (wish is null || !Enum.IsDefined(wish.Kind) || (wish.Phone is { Length: > 0 } && phone is null)) return Results.BadRequest();
            var added = board.Add(wish with
            {
                Phone = phone,
                Milliseconds = Math.Clamp(wish.Milliseconds, 0, 60_000),
                PerSecond = Math.Max(1, wish.PerSecond),
            });
            return added is null ? Results.Conflict() : SimulatorJson.Answer(added, StatusCodes.Status201Created);
        });
        api.MapDelete("/faults", (FaultBoard board) =>
        {
            board.Remove(null);
            return Results.NoContent();
        });
        api.MapDelete("/faults/{id:long}", (long id, FaultBoard board) =>
        {
            board.Remove(id);
            return Results.NoContent();
        });
    }
}
