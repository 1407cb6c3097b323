using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Core.Conversations;

/// <summary>Something a dialog asks the host to do (<c>act:</c>). It runs within the turn's transaction and sends nothing itself.</summary>
public interface IAct
{
    /// <summary>The name dialogs use, such as <c>case.submit</c>.</summary>
    string Name { get; }

    /// <summary>Whether its turn may share a transaction.</summary>
    ActIsolation Reach => ActIsolation.OwnTransaction;

    /// <summary>
    /// Does it. What the resident can put right comes back as an outcome; a fault is thrown and the message is tried again.
    /// </summary>
    Task<ActResult> RunAsync(ResidentTurn turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken);
}
