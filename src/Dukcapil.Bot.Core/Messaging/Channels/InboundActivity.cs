using Microsoft.Bot.Schema;

namespace Dukcapil.Bot.Core.Messaging.Channels;

/// <summary>
/// Incoming messages as activities, and what the inbox keeps of them. <c>Id</c> is the provider's id, <c>From</c> and
/// <c>Conversation</c> the sender, <c>Value</c> the id of what was tapped, <c>ChannelData</c> the <see cref="InboundFacts"/>.
/// <c>Locale</c> stays empty: the library would change the thread's culture by it.
/// </summary>
public static class InboundActivity
{
    /// <summary>Name of the event by which the host says that a file cannot be used; its value is the text key of the reason.</summary>
    public const string FileRefused = "file-refused";

    /// <summary>Begins the id of a message by which the host tells a conversation what became of a file.</summary>
    public const string NewsPrefix = "media:";

    private static readonly ChannelAccount Office = new(id: "dukcapil", role: RoleTypes.Bot);

    /// <summary>Makes the activity of a message.</summary>
    /// <param name="id">The provider's id: its identity.</param>
    /// <param name="sender">The sender's id on its channel, see <see cref="Channel.Id"/>.</param>
    /// <param name="at">When it came; for a message found later, when the provider took it.</param>
    /// <param name="content">What it says.</param>
    /// <param name="can">What the channel shows of an answer.</param>
    /// <param name="otherSender">Another identifier of the same sender, or null.</param>
    public static Activity Create(
        string id, string sender, DateTimeOffset at, IncomingContent content, ChannelCapabilities can, string? otherSender = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        var isEvent = content.RejectedBecause is not null;
        return new Activity
        {
            Type = isEvent ? ActivityTypes.Event : ActivityTypes.Message,
            Name = isEvent ? FileRefused : null,
            Id = id,
            Timestamp = at,
            ChannelId = ChannelCatalogue.IdOf(sender),
            From = new ChannelAccount(id: sender, role: RoleTypes.User),
            Recipient = Office,
            Conversation = new ConversationAccount(id: sender),
            Text = content.Text,
            Value = content.RejectedBecause ?? content.Payload,
            Attachments = content.Files.Count == 0 ? null : [.. content.Files.Select(Attached)],
            ChannelData = new InboundFacts
            {
                Can = can,
                OtherSender = otherSender,
                Unsupported = content.Other,
                OptOut = content.OptOut,
                IsLate = content.IsLate,
            },
        };
    }

    /// <summary>What the inbox keeps of a message.</summary>
    public static IncomingContent ContentOf(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var facts = FactsOf(activity);
        return new IncomingContent
        {
            Text = activity.Text ?? "",
            Payload = TappedOf(activity),
            Files = FilesOf(activity),
            Other = facts.Unsupported,
            RejectedBecause = RefusalOf(activity),
            OptOut = facts.OptOut,
            IsLate = facts.IsLate,
        };
    }

    /// <summary>What its channel says of it.</summary>
    public static InboundFacts FactsOf(Activity activity) => activity?.ChannelData as InboundFacts ?? InboundFacts.None;

    /// <summary>Whether the host itself tells it; the resident wrote before.</summary>
    internal static bool IsNews(Activity activity) => activity.Id?.StartsWith(NewsPrefix, StringComparison.Ordinal) == true;

    /// <summary>The id of a tapped button or list row; null when nothing was tapped.</summary>
    internal static string? TappedOf(Activity activity) => activity.Type == ActivityTypes.Message ? activity.Value as string : null;

    /// <summary>Text key of the reason why the host cannot use a file; null for what a resident sent.</summary>
    internal static string? RefusalOf(Activity activity) => activity.Type == ActivityTypes.Event ? activity.Value as string : null;

    /// <summary>Its photos and files.</summary>
    internal static IReadOnlyList<IncomingFile> FilesOf(Activity activity) => activity.Attachments is not { Count: > 0 } attached
        ? []
        : [.. attached.Select(file => new IncomingFile(Guid.ParseExact(file.Name, "N"), file.ContentUrl, file.ContentType))];

    private static Attachment Attached(IncomingFile file) => new(file.ContentType, file.Url, name: file.MediaId.ToString("N"));
}
