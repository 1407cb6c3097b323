using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Dialogs.Engine;
using Microsoft.Extensions.Logging;

namespace Dukcapil.Bot.Core.Conversations;

/// <summary>Runs the engine for one message and carries out the acts it asks for, until the turn is over.</summary>
public sealed class TurnRunner(BotContentHolder content, IEnumerable<IAct> acts, ILogger<TurnRunner> logger)
{
    /// <summary>Acts in one turn; more means the content loops.</summary>
    private const int MaxActs = 20;

    private readonly Dictionary<string, IAct> _acts = acts.ToDictionary(act => act.Name, StringComparer.Ordinal);

    /// <summary>
    /// Answers one input. The new state is left in <see cref="TurnContext.State"/>. Replies come with the end of the turn: what was said
    /// before an act opens the message after it. Null when the turn shares its transaction and an act must not.
    /// </summary>
    public async Task<IReadOnlyList<Reply>?> RunAsync(TurnContext turn, DialogInput input, CancellationToken cancellation)
    {
        var engine = content.Engine;
        var result = Take(turn, engine.Continue(turn.State, input));
        for (var done = 0; result.Act is { } act; done++)
        {
            if (done == MaxActs) throw new InvalidOperationException($"More than {MaxActs} acts in one turn; the last was {act.Name}.");
            var work = _acts[act.Name];
            if (turn.IsShared && work.Reach == ActReach.Alone) return null;
            turn.HasWritten |= work.Reach != ActReach.Reads;
            var outcome = await work.RunAsync(turn, act.Arguments, cancellation);
            result = Take(turn, engine.Resume(turn.State, outcome));
        }

        return result.Replies;
    }

    private TurnResult Take(TurnContext turn, TurnResult result)
    {
        turn.State = result.State;
        turn.IsUnderstood &= result.IsUnderstood;
        foreach (var fault in result.Faults)
            logger.LogError("Content fault for address {AddressId}: {Fault}", turn.AddressId, fault);
        return result;
    }
}
