using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Messaging.Channels;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Core.Conversations;

/// <summary>Translates an activity into what the engine reads.</summary>
internal static class DialogInputs
{
    public static DialogInput Of(ResidentTurn turn, OfficeClock clock)
    {
        var message = turn.Message;
        var (unsupported, refusal) = (InboundActivity.FactsOf(message).Unsupported, InboundActivity.RefusalOf(message));
        var tapped = InboundActivity.TappedOf(message);
        var words = TypedPayload.WordsOf(tapped);
        var files = InboundActivity.FilesOf(message);
        return new DialogInput
        {
            Kind = KindOf(refusal, unsupported, files),
            Text = unsupported ?? words ?? message.Text ?? "",
            Payload = words is null ? tapped : null,
            Media = [.. files.Select(file => new MediaInput(file.MediaId.ToString("N"), refusal))],
            SincePrevious = turn.ReceivedAt - turn.LastInput,
            Today = DateOnly.FromDateTime(clock.Local(turn.ReceivedAt)),
        };
    }

    private static InputKind KindOf(string? refusal, string? unsupported, IReadOnlyList<IncomingFile> files)
    {
        if (refusal is not null) return InputKind.MediaRejected;
        if (unsupported is not null) return InputKind.Unsupported;
        return files.Count > 0 ? InputKind.Media : InputKind.Text;
    }
}
