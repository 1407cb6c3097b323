using Dukcapil.Bot.Core.Messaging.Channels;
using Microsoft.Bot.Builder;

namespace Dukcapil.Bot.Core.Conversations.Filters;

/// <summary>
/// Words about being written to that the channel has taken and answered itself: they are noted, and the dialog does not see them.
/// </summary>
public sealed class OptOutFilter(OptOutWords words) : IMiddleware
{
    /// <summary>Why such a message is not answered, in the inbox.</summary>
    internal const string Reason = "opt-out";

    /// <inheritdoc/>
    public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(next);
        if (InboundActivity.FactsOf(turnContext.Activity).OptOut is not { } word) return next(cancellationToken);
        var turn = ResidentTurn.Of(turnContext);
        turn.Unanswered = Reason;
        words.CarryOut(turn, word, "provider");
        return Task.CompletedTask;
    }
}
