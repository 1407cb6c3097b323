using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Core.Conversations.Acts;

/// <summary><c>intake.summary</c>: sets <c>ringkasan</c>, everything given so far with masked numbers.</summary>
public sealed class IntakeSummary(BotContentHolder content) : IAct
{
    /// <inheritdoc/>
    public string Name => "intake.summary";

    /// <inheritdoc/>
    public ActIsolation Reach => ActIsolation.ReadsOnly;

    /// <inheritdoc/>
    public Task<ActResult> RunAsync(ResidentTurn turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var state = turn.State;
        var alur = content.Current.Alur.Find(state.Values.GetValueOrDefault("alur")?.Text ?? "")
            ?? throw new InvalidOperationException("The summary was asked for without a known alur.");
        var summary = new ApplicationSummary(alur, content.Current.Texts, state.Values).Compose();
        return Task.FromResult(ActResult.Of("ok", ("ringkasan", DialogValue.Of(summary.Id, summary))));
    }
}
