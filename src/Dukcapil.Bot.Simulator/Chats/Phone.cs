namespace Dukcapil.Bot.Simulator.Chats;

/// <summary>A phone as the page and tests see it.</summary>
/// <param name="Number">With its plus sign.</param>
/// <param name="ProfileName">The name the resident chose.</param>
/// <param name="WindowOpenUntil">Until when the office may write freely; null before the resident has written.</param>
/// <param name="Messages">The chat in order.</param>
public sealed record Phone(string Number, string ProfileName, DateTimeOffset? WindowOpenUntil, IReadOnlyList<ChatMessage> Messages);
