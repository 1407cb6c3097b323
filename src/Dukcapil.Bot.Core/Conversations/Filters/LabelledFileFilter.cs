using Dukcapil.Bot.Core.Messaging.Channels;
using Microsoft.Bot.Builder;

namespace Dukcapil.Bot.Core.Conversations.Filters;

/// <summary>
/// A file that its sender calls a voice note, a video or a contact card is not answered yet: a photo may come under such a name. What it is
/// comes as news once it was fetched (<see cref="Messaging.Media.MediaIntake"/>), and is answered then.
/// </summary>
public sealed class LabelledFileFilter : IMiddleware
{
    /// <inheritdoc/>
    public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(next);
        var isLabelled = turnContext.Activity.Attachments is { Count: > 0 }
            && InboundActivity.FactsOf(turnContext.Activity).Unsupported is not null;
        return isLabelled ? Task.CompletedTask : next(cancellationToken);
    }
}
