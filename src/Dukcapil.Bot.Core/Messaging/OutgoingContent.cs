using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Core.Messaging;

/// <summary>What a message to a resident says. Stored encrypted.</summary>
/// <param name="Text">The whole text, numbered options included; at most 1600 characters.</param>
/// <param name="Menu">The same question as a list or buttons, or null.</param>
/// <param name="Values">Values by name for the template that carries it to a closed window, or null.</param>
/// <param name="Picture">Path and name of a picture below the host's public address, sent with the text inside the window; or null.</param>
public sealed record OutgoingContent(
    string Text, ReplyMenu? Menu = null, IReadOnlyDictionary<string, string>? Values = null, string? Picture = null);
