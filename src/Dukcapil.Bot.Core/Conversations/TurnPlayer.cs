using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Core.Conversations;

/// <summary>Plays one message through gate and dialog, up to what is to be written at the end.</summary>
public sealed class TurnPlayer(TurnGate gate, TurnRunner runner, UnusableFiles unusable, TurnStore store, OfficeClock clock)
{
    /// <summary>Null when the turn must have a transaction of its own.</summary>
    internal async Task<PlayedTurn?> PlayAsync(TurnContext turn, TurnInput incoming, CancellationToken cancellation)
    {
        using var span = TurnTelemetry.Begin(turn);
        var before = turn.State = store.Open(incoming.State);
        var admission = gate.Admit(turn.AddressId, incoming);
        await TurnStore.AddMediaAsync(turn.Connection, store.MediaOf(turn.AddressId, incoming, admission.IsAnswered), cancellation);
        var replies = admission.IsAnswered ? await RepliesAsync(turn, incoming, cancellation) : [];
        if (replies is null) return null;
        if (admission.Notice is { } notice) replies = [gate.Say(notice, turn.State), .. replies];
        return new PlayedTurn(turn, incoming, admission, before, replies);
    }

    private async Task<IReadOnlyList<Reply>?> RepliesAsync(TurnContext turn, TurnInput incoming, CancellationToken cancellation) =>
        await unusable.TellAsync(turn, incoming.Content, cancellation)
            ?? await runner.RunAsync(turn, TurnInputs.Of(incoming, clock), cancellation);
}
