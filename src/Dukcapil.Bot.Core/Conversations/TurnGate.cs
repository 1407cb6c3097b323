using System.Buffers.Binary;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Data.Protection;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Messaging.Inbox;
using Dukcapil.Bot.Dialogs.Engine;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Core.Conversations;

/// <summary>
/// What a message passes before the dialog sees it: words that the provider has answered already, the flood guard, and the notice that
/// a message came late. It costs no statement of its own: what it needs comes with the conversation and is saved with it.
/// </summary>
public sealed class TurnGate(
    PersonalDataCipher cipher, BotContentHolder content, OptOutWords optOut, IOptions<FloodOptions> options, TimeProvider time, ILogger<TurnGate> logger)
{
    private const string LateText = "pesan.terlambat";
    private const string FloodText = "pesan.terlalu-banyak";
    private const string LoopText = "pesan.berulang";

    /// <summary>Decides what is done with a message.</summary>
    internal Admission Admit(long addressId, TurnInput incoming)
    {
        var message = incoming.Content;
        var before = MessageRhythm.Read(incoming.Rhythm);
        if (message.RejectedBecause is not null) return new Admission(true, before); // News of the host's own, not the resident's.
        if (message.OptOut is not null) return new Admission(false, before, Outcome: "opt-out");
        var (verdict, counted) = FloodGuard.Judge(before, BeatOf(incoming), options.Value);
        if (verdict != FloodVerdict.Answer) return Refuse(addressId, incoming, verdict, counted);
        var (tells, after) = LateNotice.Judge(counted, message.IsLate, incoming.ReceivedAt, time.GetUtcNow());
        return new Admission(true, after, Notice: tells ? LateText : null);
    }

    /// <summary>A notice in the resident's language.</summary>
    internal Reply Say(string notice, DialogState state) => new(content.Current.Texts[notice].In(state.Language));

    private Admission Refuse(long addressId, TurnInput incoming, FloodVerdict verdict, MessageRhythm after)
    {
        if (optOut.Find(incoming.Content) is { } wish) return Obey(wish, after);
        var silence = new Admission(false, after, Outcome: "quiet");
        if (verdict == FloodVerdict.Silence) return silence;
        var isFlood = verdict == FloodVerdict.TellFlood;
        logger.LogWarning("Address {AddressId} is not answered for a while ({Verdict}, message {InboxId})", addressId, verdict, incoming.InboxId);
        return silence with { Notice = isFlood ? FloodText : LoopText, Event = isFlood ? "flood" : "loop" };
    }

    /// <summary>
    /// BERHENTI and MULAI hold in every silence. Answered only when the word is new and the flood has an end in sight: two machines must
    /// not keep each other going with it.
    /// </summary>
    private Admission Obey(OptOutWord wish, MessageRhythm after) => after.Repeats == 1 && after.Texts <= 2 * options.Value.TurnsPerMinute
        ? new Admission(true, after)
        : new Admission(false, after, Outcome: "opt-out", Wish: wish);

    private MessageBeat BeatOf(TurnInput incoming)
    {
        var message = incoming.Content;
        return message.Files.Count > 0
            ? new MessageBeat(incoming.ReceivedAt, null, HasFiles: true)
            : new MessageBeat(incoming.ReceivedAt, KeyOf(message.Payload ?? message.Other ?? message.Text), HasFiles: false);
    }

    /// <summary>Keyed, because what a resident writes may be a NIK, which a plain hash would not hide.</summary>
    private long KeyOf(string text) => BinaryPrimitives.ReadInt64LittleEndian(cipher.Hash("rhythm", text));
}

/// <summary>What is done with a message.</summary>
/// <param name="IsAnswered">The dialog answers it.</param>
/// <param name="Rhythm">What is remembered of how messages come.</param>
/// <param name="Notice">Text key of what is said before the answer, or instead of it.</param>
/// <param name="Outcome">Why it is not answered, for the inbox.</param>
/// <param name="Event">What is noted in the history of the address.</param>
/// <param name="Wish">What the resident said about being written to and is carried out without an answer.</param>
internal sealed record Admission(
    bool IsAnswered, MessageRhythm Rhythm, string? Notice = null, string? Outcome = null, string? Event = null, OptOutWord? Wish = null);
