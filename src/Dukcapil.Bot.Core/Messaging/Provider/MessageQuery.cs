namespace Dukcapil.Bot.Core.Messaging.Provider;

/// <summary>Which messages to list.</summary>
/// <param name="Since">Only messages made at or after this moment (whole seconds).</param>
/// <param name="To">Receiver's channel address, or null for all.</param>
/// <param name="From">Sender's channel address, or null for all.</param>
public sealed record MessageQuery(DateTimeOffset Since, string? To = null, string? From = null);
