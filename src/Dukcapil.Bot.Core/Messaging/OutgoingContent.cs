namespace Dukcapil.Bot.Core.Messaging;

/// <summary>What a message to a resident says. Stored encrypted.</summary>
/// <param name="Text">The whole text, numbered options included; at most 1600 characters.</param>
/// <param name="Menu">The same question as a list or buttons, or null.</param>
public sealed record OutgoingContent(string Text, OutgoingMenu? Menu = null);

/// <summary>A question with options, for channels that show lists and buttons.</summary>
/// <param name="Body">The question without its options.</param>
/// <param name="Button">What opens the list.</param>
/// <param name="Options">The options.</param>
public sealed record OutgoingMenu(string Body, string Button, IReadOnlyList<OutgoingOption> Options);

/// <summary>One option.</summary>
/// <param name="Payload">What a tap sends back.</param>
/// <param name="Title">At most 24 characters.</param>
/// <param name="Description">At most 72 characters.</param>
public sealed record OutgoingOption(string Payload, string Title, string? Description);
