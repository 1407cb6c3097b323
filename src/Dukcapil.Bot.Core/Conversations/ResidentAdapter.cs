using Dukcapil.Bot.Core.Conversations.Filters;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace Dukcapil.Bot.Core.Conversations;

/// <summary>
/// Takes a message through the filters to the bot, and collects what is said. Nothing is sent here: replies belong to the turn's
/// transaction and become rows of the outbox with it. Faults pass through: <c>OnTurnError</c> stays unset, because it would swallow them
/// and the turn would be committed.
/// </summary>
public sealed class ResidentAdapter : BotAdapter
{
    private static readonly ResourceResponse Collected = new();

    private readonly BotCallbackHandler _bot;

    /// <summary>Puts the filters before the bot, in the order in which a message passes them.</summary>
    public ResidentAdapter(
        FileFilter files, OptOutFilter optOut, FloodFilter flood, LateFilter late, RefusedFileFilter refusedFiles, LabelledFileFilter labelledFiles,
        ResidentBot bot)
    {
        ArgumentNullException.ThrowIfNull(bot);
        _bot = bot.OnTurnAsync;
        Use(files).Use(optOut).Use(flood).Use(late).Use(refusedFiles).Use(labelledFiles);
    }

    /// <summary>Runs one turn: the one place that every turn passes, whether it shares its transaction or not.</summary>
    public async Task RunAsync(ResidentTurn turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        using var span = TurnTelemetry.Begin(turn);
        using var context = new TurnContext(this, turn.Message);
        context.TurnState.Add(turn);
        await RunPipelineAsync(context, _bot, cancellationToken);
    }

    /// <inheritdoc/>
    public override Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activities);
        ResidentTurn.Of(turnContext).Replies.AddRange(activities);
        var responses = new ResourceResponse[activities.Length];
        Array.Fill(responses, Collected);
        return Task.FromResult(responses);
    }

    /// <summary>Refused: what a resident has been sent stays as it is.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext, Activity activity, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A message that was sent cannot be changed.");

    /// <summary>Refused: what a resident has been sent stays.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override Task DeleteActivityAsync(
        ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A message that was sent cannot be taken back.");
}
