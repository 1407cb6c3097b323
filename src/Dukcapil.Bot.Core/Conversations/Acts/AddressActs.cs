using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Dialogs.Engine;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Conversations.Acts;

/// <summary><c>messages.stop</c>: BERHENTI. The office writes no more by itself; what the resident asks is still answered.</summary>
public sealed class MessagesStop(OfficeClock clock) : IAct
{
    /// <summary>Its name in the content.</summary>
    public const string ActName = "messages.stop";

    /// <inheritdoc/>
    public string Name => ActName;

    /// <inheritdoc/>
    public async Task<ActResult> RunAsync(
        ResidentTurn turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var data = await turn.DataAsync(cancellationToken);
        await data.Database.ExecuteSqlAsync($"select stop_address({turn.AddressId}, 'resident', {clock.Now})", cancellationToken);
        return ActResult.Ok;
    }
}

/// <summary><c>messages.start</c>: MULAI. The office may write again.</summary>
public sealed class MessagesStart(OfficeClock clock) : IAct
{
    /// <summary>Its name in the content.</summary>
    public const string ActName = "messages.start";

    /// <inheritdoc/>
    public string Name => ActName;

    /// <inheritdoc/>
    public async Task<ActResult> RunAsync(
        ResidentTurn turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var data = await turn.DataAsync(cancellationToken);
        await data.Database.ExecuteSqlAsync($"select start_address({turn.AddressId}, 'resident', {clock.Now})", cancellationToken);
        return ActResult.Ok;
    }
}
