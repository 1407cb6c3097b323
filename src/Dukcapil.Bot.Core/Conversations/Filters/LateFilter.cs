using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Messaging.Channels;
using Dukcapil.Bot.Core.Messaging.Inbox;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace Dukcapil.Bot.Core.Conversations.Filters;

/// <summary>Says before the answer that a message was received late, once in an outage (<see cref="LateNotice"/>).</summary>
public sealed class LateFilter(BotContentHolder content, TimeProvider time) : IMiddleware
{
    private const string LateText = "pesan.terlambat";

    /// <inheritdoc/>
    public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(next);
        if (turnContext.Activity.Type != ActivityTypes.Message) return next(cancellationToken);
        var turn = ResidentTurn.Of(turnContext);
        var isLate = InboundActivity.FactsOf(turn.Message).IsLate;
        (var tells, turn.Counter) = LateNotice.Judge(turn.Counter, isLate, turn.ReceivedAt, time.GetUtcNow());
        return tells ? TellAsync(turnContext, turn, next, cancellationToken) : next(cancellationToken);
    }

    // The language may change with the answer (a first message in English), so the notice joins it when it is sent.
    private async Task TellAsync(ITurnContext context, ResidentTurn turn, NextDelegate next, CancellationToken cancellationToken)
    {
        var isTold = false;
        context.OnSendActivities((_, activities, send) =>
        {
            if (!isTold) activities.Insert(0, Notice(turn));
            isTold = true;
            return send();
        });
        await next(cancellationToken);
        if (isTold || turn.MustBeAlone) return;
        isTold = true;
        await context.SendActivityAsync(Notice(turn), cancellationToken);
    }

    private Activity Notice(ResidentTurn turn) => OutboundActivity.OfText(content.Current.Texts[LateText].In(turn.State.Language));
}
