using Dukcapil.Bot.Dialogs.Engine;
using Microsoft.Bot.Schema;

namespace Dukcapil.Bot.Core.Messaging.Channels;

/// <summary>
/// Replies as activities, and what the outbox keeps of them. <c>Text</c> is the whole text with its numbered options,
/// <c>SuggestedActions</c> the same options as a menu, an attachment the picture, <c>ChannelData</c> the <see cref="ReplyHints"/>.
/// </summary>
public static class OutboundActivity
{
    private const string PictureType = "image/png";

    /// <summary>Makes the activity of a reply, with the menu where the channel shows one.</summary>
    public static Activity Of(Reply reply, ChannelCapabilities can)
    {
        ArgumentNullException.ThrowIfNull(reply);
        ArgumentNullException.ThrowIfNull(can);
        var menu = can.Menus ? reply.Menu : null;
        return new Activity
        {
            Type = ActivityTypes.Message,
            Text = reply.Text,
            SuggestedActions = menu is null ? null : new SuggestedActions { Actions = Actions(menu.Options) },
            ChannelData = menu is null && reply.FoldKey is null ? null : new ReplyHints(menu?.Body, menu?.ButtonLabel, reply.FoldKey),
        };
    }

    /// <summary>A text without a menu.</summary>
    public static Activity OfText(string text) => new() { Type = ActivityTypes.Message, Text = text };

    /// <summary>Adds a picture: path and name below the host's public address.</summary>
    public static void AddPicture(Activity reply, string picture)
    {
        ArgumentNullException.ThrowIfNull(reply);
        reply.Attachments = [new Attachment(PictureType, picture)];
    }

    /// <summary>What the outbox keeps of a reply.</summary>
    public static OutgoingContent ContentOf(Activity reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        var menu = reply.SuggestedActions is { } suggested && reply.ChannelData is ReplyHints { MenuBody: { } body } hints
            ? new ReplyMenu(body, hints.ButtonLabel ?? "", Options(suggested.Actions))
            : null;
        return new OutgoingContent(reply.Text, menu, Picture: reply.Attachments is [{ ContentUrl: var picture }] ? picture : null);
    }

    /// <summary>See <see cref="ReplyHints.FoldKey"/>.</summary>
    internal static string? FoldKeyOf(Activity reply) => (reply.ChannelData as ReplyHints)?.FoldKey;

    private static CardAction[] Actions(IReadOnlyList<ReplyOption> options)
    {
        var actions = new CardAction[options.Count];
        for (var at = 0; at < actions.Length; at++)
        {
            var option = options[at];
            actions[at] = new CardAction(ActionTypes.PostBack, option.Title, text: option.Description, value: option.Payload);
        }

        return actions;
    }

    private static ReplyOption[] Options(IList<CardAction> actions)
    {
        var options = new ReplyOption[actions.Count];
        for (var at = 0; at < options.Length; at++)
        {
            var action = actions[at];
            options[at] = new ReplyOption((string)action.Value, action.Title, action.Text);
        }

        return options;
    }
}

/// <summary>What a reply needs beyond the fields of an activity.</summary>
/// <param name="MenuBody">The question without its numbered options, to stand above the menu; null without one.</param>
/// <param name="ButtonLabel">What opens a list; null without one.</param>
/// <param name="FoldKey">Replies with the same key sent in quick succession may be replaced by the newest; null: never.</param>
internal sealed record ReplyHints(string? MenuBody, string? ButtonLabel, string? FoldKey);
