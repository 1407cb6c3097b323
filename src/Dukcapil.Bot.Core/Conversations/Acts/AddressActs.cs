using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Dialogs.Engine;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Conversations.Acts;

/// <summary><c>messages.stop</c>: BERHENTI. The office writes no more by itself; what the resident asks is still answered.</summary>
public sealed class MessagesStop(OfficeClock clock) : IAct
{
    /// <inheritdoc/>
    public string Name => "messages.stop";

    /// <inheritdoc/>
    public async Task<ActResult> RunAsync(TurnContext turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellation)
    {
        var data = await turn.DataAsync(cancellation);
        var now = clock.Now;
        await data.Addresses.Where(address => address.Id == turn.AddressId && address.StoppedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(address => address.StoppedAt, now), cancellation);
        return ActResult.Ok;
    }
}

/// <summary><c>messages.start</c>: MULAI. The office may write again.</summary>
public sealed class MessagesStart : IAct
{
    /// <inheritdoc/>
    public string Name => "messages.start";

    /// <inheritdoc/>
    public async Task<ActResult> RunAsync(TurnContext turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellation)
    {
        var data = await turn.DataAsync(cancellation);
        await data.Addresses.Where(address => address.Id == turn.AddressId)
            .ExecuteUpdateAsync(set => set.SetProperty(address => address.StoppedAt, (DateTimeOffset?)null), cancellation);
        return ActResult.Ok;
    }
}
