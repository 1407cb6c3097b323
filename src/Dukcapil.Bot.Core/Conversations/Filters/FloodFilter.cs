using System.Buffers.Binary;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Data.Protection;
using Dukcapil.Bot.Core.Messaging.Channels;
using Dukcapil.Bot.Core.Messaging.Inbox;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Dukcapil.Bot.Core.Conversations.Filters;

/// <summary>
/// Keeps too many messages of one resident, and the same one again and again, from the dialog (<see cref="FloodGuard"/>): told once, then
/// silence. BERHENTI and MULAI hold in every silence.
/// </summary>
public sealed class FloodFilter(
    PersonalDataCipher cipher,
    BotContentHolder content,
    OptOutWords words,
    IOptions<FloodOptions> options,
    TimeProvider time,
    ILogger<FloodFilter> logger) : IMiddleware
{
    private const string FloodText = "pesan.terlalu-banyak";
    private const string LoopText = "pesan.berulang";

    private const string AddEvent = "insert into address_events (address_id, at, kind) values ($1, $2, $3)";

    /// <inheritdoc/>
    public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(next);
        // News of the host's own is not the resident's writing.
        if (turnContext.Activity.Type != ActivityTypes.Message
            || InboundActivity.IsNews(turnContext.Activity)) return next(cancellationToken);
        var turn = ResidentTurn.Of(turnContext);
        (var verdict, turn.Counter) = FloodGuard.Judge(turn.Counter, Counted(turn), options.Value);
        if (verdict == FloodVerdict.Answer) return next(cancellationToken);
        if (words.Find(turn.Message) is not { } wish) return RefuseAsync(turnContext, turn, verdict, cancellationToken);
        // Answered only when the word is new and the flood has an end in sight: two machines must not keep each other going with it.
        if (turn.Counter.Repeats == 1 && turn.Counter.Texts <= 2 * options.Value.TurnsPerMinute) return next(cancellationToken);
        turn.Unanswered = OptOutFilter.Reason;
        words.CarryOut(turn, wish, "resident");
        return Task.CompletedTask;
    }

    private async Task RefuseAsync(ITurnContext context, ResidentTurn turn, FloodVerdict verdict, CancellationToken cancellationToken)
    {
        turn.Unanswered = "quiet";
        if (verdict == FloodVerdict.Silence) return;
        logger.LogWarning(
            "Address {AddressId} is not answered for a while ({Verdict}, message {MessageSid})", turn.AddressId, verdict, turn.Message.Id);
        var (text, kind) = verdict == FloodVerdict.TellFlood ? (FloodText, "flood") : (LoopText, "loop");
        turn.OnEnd(new NpgsqlBatchCommand(AddEvent)
        {
            Parameters = { new() { Value = turn.AddressId }, new() { Value = time.GetUtcNow() }, new() { Value = kind } },
        });
        await context.SendActivityAsync(OutboundActivity.OfText(content.Current.Texts[text].In(turn.State.Language)), cancellationToken);
    }

    private CountedMessage Counted(ResidentTurn turn)
    {
        var message = turn.Message;
        return message.Attachments is { Count: > 0 }
            ? new CountedMessage(turn.ReceivedAt, null, HasFiles: true)
            : new CountedMessage(
                turn.ReceivedAt,
                KeyOf(InboundActivity.TappedOf(message) ?? InboundActivity.FactsOf(message).Unsupported ?? message.Text ?? ""),
                HasFiles: false);
    }

    /// <summary>Keyed, because what a resident writes may be a NIK, which a plain hash would not hide.</summary>
    private long KeyOf(string text) => BinaryPrimitives.ReadInt64LittleEndian(cipher.Hash("flood", text));
}
