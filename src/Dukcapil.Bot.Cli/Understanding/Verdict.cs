using Dukcapil.Bot.Dialogs.Understanding;

namespace Dukcapil.Bot.Cli.Understanding;

/// <summary>What the service made of a message.</summary>
/// <param name="Asked">The message with its label.</param>
/// <param name="Intent">The intent; empty when it was not understood.</param>
/// <param name="Alur">The alur; empty when undecided or none.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="RunnerUp">The second likeliest intent; empty when the rules decided alone.</param>
/// <param name="DecidedBy">What decided: <c>rules</c>, <c>model</c>, <c>both</c> or <c>nobody</c>.</param>
internal sealed record Verdict(Example Asked, string Intent, string Alur, double Confidence, string RunnerUp, string DecidedBy)
{
    /// <summary>Whether the intent is the label's.</summary>
    public bool IsRight => Intent == Asked.Intent;

    /// <summary>Asks the service.</summary>
    public static Verdict Of(Example asked, Understander understander)
    {
        var decision = understander.Decide(asked.Text);
        return new Verdict(
            asked, decision.Match?.Intent ?? "", decision.Match?.Alur ?? "", decision.Match?.Confidence ?? 0,
            decision.RunnerUp ?? "", decision.By.ToString().ToLowerInvariant());
    }
}
