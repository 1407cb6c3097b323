using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Core.Conversations;

/// <summary>A message about to be handled, with what is known of its conversation.</summary>
/// <param name="Content">What it says.</param>
/// <param name="ReceivedAt">When it came.</param>
/// <param name="State">The sealed dialog state.</param>
/// <param name="LastInput">When the resident wrote before it.</param>
/// <param name="Rhythm">How the messages before it came.</param>
/// <param name="InboxId">Its row; 0 when it is written at the end of the turn.</param>
/// <param name="IsPending">The row is written as pending, not as handled.</param>
internal sealed record TurnInput(
    IncomingContent Content, DateTimeOffset ReceivedAt, byte[]? State, DateTimeOffset? LastInput, byte[]? Rhythm, long InboxId, bool IsPending);

/// <summary>Translates a stored message into what the engine reads.</summary>
internal static class TurnInputs
{
    public static DialogInput Of(TurnInput incoming, OfficeClock clock)
    {
        var content = incoming.Content;
        var words = TypedPayload.WordsOf(content.Payload);
        return new DialogInput
        {
            Kind = KindOf(content),
            Text = content.Other ?? words ?? content.Text,
            Payload = words is null ? content.Payload : null,
            Media = content.Files.Select(file => new MediaInput(file.MediaId.ToString("N"), file.ContentType, content.RejectedBecause)).ToList(),
            SincePrevious = incoming.ReceivedAt - incoming.LastInput,
            Today = DateOnly.FromDateTime(clock.Local(incoming.ReceivedAt)),
        };
    }

    private static InputKind KindOf(IncomingContent content)
    {
        if (content.RejectedBecause is not null) return InputKind.MediaRejected;
        if (content.Other is not null) return InputKind.Unsupported;
        return content.Files.Count > 0 ? InputKind.Media : InputKind.Text;
    }
}
