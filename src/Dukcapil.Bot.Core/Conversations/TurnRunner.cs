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

    /// <summary>Answers one input. The new state is left in <see cref="TurnContext.State"/>.</summary>
    public async Task<IReadOnlyList<Reply>> RunAsync(TurnContext turn, DialogInput input, CancellationToken cancellation)
    {
        var engine = content.Engine;
        var replies = new List<Reply>();
        var result = Take(turn, engine.Continue(turn.State, input), replies);
        for (var done = 0; result.Act is { } act; done++)
        {
            if (done == MaxActs) throw new InvalidOperationException($"More than {MaxActs} acts in one turn; the last was {act.Name}.");
            var outcome = await _acts[act.Name].RunAsync(turn, act.Arguments, cancellation);
            result = Take(turn, engine.Resume(turn.State, outcome), replies);
        }

        return replies;
    }

    private TurnResult Take(TurnContext turn, TurnResult result, List<Reply> replies)
    {
        turn.State = result.State;
        foreach (var reply in result.Replies)
        {
            if (replies is [.., { Menu: null } last] && Joined(last, reply) is { } joined) replies[^1] = joined;
            else replies.Add(reply);
        }

        foreach (var fault in result.Faults)
            logger.LogError("Content fault for address {AddressId}: {Fault}", turn.AddressId, fault);
        return result;
    }

    /// <summary>Two texts in a row are one message as long as they fit: old phones and bad networks.</summary>
    private static Reply? Joined(Reply first, Reply second)
    {
        if (first.FoldKey != second.FoldKey || first.Text.Length + second.Text.Length + 2 > Limits.Body) return null;
        var menu = second.Menu is { } old ? old with { Body = $"{first.Text}\n\n{old.Body}" } : null;
        if (menu?.Body.Length > Limits.InteractiveBody) return null;
        return second with { Text = $"{first.Text}\n\n{second.Text}", Menu = menu };
    }
}
