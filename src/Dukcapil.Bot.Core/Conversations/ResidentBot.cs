using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Messaging.Channels;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Dialogs.Engine;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;

namespace Dukcapil.Bot.Core.Conversations;

/// <summary>
/// Answers residents: runs the dialog engine for one activity and carries out the acts it asks for, until the turn is over.
/// </summary>
public sealed class ResidentBot(
    BotContentHolder content, IEnumerable<IAct> acts, OfficeClock clock, ILogger<ResidentBot> logger) : ActivityHandler
{
    /// <summary>Acts in one turn; more means the content loops.</summary>
    private const int MaxActs = 20;

    private const string PictureText = "janji.gambar";

    private readonly Dictionary<string, IAct> _acts = acts.ToDictionary(act => act.Name, StringComparer.Ordinal);

    /// <summary>Answers a resident.</summary>
    protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) =>
        AnswerAsync(turnContext, cancellationToken);

    /// <summary>Tells a resident what the host found out meanwhile, where the conversation stands.</summary>
    protected override Task OnEventActivityAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) =>
        AnswerAsync(turnContext, cancellationToken);

    /// <summary>
    /// All replies are sent at once, at the end: what was said before an act opens the message after it, and a turn that must be alone has
    /// said nothing.
    /// </summary>
    private async Task AnswerAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        var turn = ResidentTurn.Of(context);
        if (await RunAsync(turn, DialogInputs.Of(turn, clock), cancellationToken) is not { } replies) return;
        var activities = Activities(turn, replies);
        if (activities.Count > 0) await context.SendActivitiesAsync([.. activities], cancellationToken);
    }

    private async Task<IReadOnlyList<Reply>?> RunAsync(ResidentTurn turn, DialogInput input, CancellationToken cancellationToken)
    {
        var engine = content.Engine;
        var result = Take(turn, engine.Continue(turn.State, input));
        for (var done = 0; result.Act is { } act; done++)
        {
            if (done == MaxActs) throw new InvalidOperationException($"More than {MaxActs} acts in one turn; the last was {act.Name}.");
            var work = _acts[act.Name];
            turn.MustBeAlone = turn.IsShared && work.Reach == ActIsolation.OwnTransaction;
            if (turn.MustBeAlone) return null;
            turn.HasWritten |= work.Reach != ActIsolation.ReadsOnly;
            var outcome = await work.RunAsync(turn, act.Arguments, cancellationToken);
            result = Take(turn, engine.Resume(turn.State, outcome));
        }

        if (turn.Forgets) Forget(turn);
        return result.Replies;
    }

    // Answers, appointments, the way through the questions and how messages came: after HAPUS DATA none of it is kept, whatever the dialog
    // owned.
    private static void Forget(ResidentTurn turn)
    {
        turn.MoveTo(new DialogState { Language = turn.State.Language });
        turn.Counter = new();
    }

    private TurnResult Take(ResidentTurn turn, TurnResult result)
    {
        turn.MoveTo(result.State);
        turn.IsUnderstood &= result.IsUnderstood;
        foreach (var fault in result.Faults)
            logger.LogError("Content fault for address {AddressId}: {Fault}", turn.AddressId, fault);
        return result;
    }

    /// <summary>The picture goes with the last reply, or ahead when that one has a menu and can carry none.</summary>
    private List<Activity> Activities(ResidentTurn turn, IReadOnlyList<Reply> replies)
    {
        var can = turn.Can;
        var activities = new List<Activity>(replies.Count + 1);
        foreach (var reply in replies) activities.Add(OutboundActivity.Of(reply, can));
        if (turn.Picture is not { } picture || !can.Pictures) return activities;
        var carrier = activities is [.., { SuggestedActions: null } last]
            ? last
            : OutboundActivity.OfText(content.Current.Texts[PictureText].In(turn.State.Language));
        OutboundActivity.AddPicture(carrier, picture);
        if (!activities.Contains(carrier)) activities.Insert(0, carrier);
        return activities;
    }
}
