using Dukcapil.Bot.Core.Messaging;

namespace Dukcapil.Bot.Core.Conversations.Sharing;

/// <summary>A turn that shares a transaction and came to its end.</summary>
/// <param name="Message">The message.</param>
/// <param name="Played">What came of it.</param>
internal sealed record SharedTurn(IncomingMessage Message, PlayedTurn Played);

/// <summary>A message whose conversation is locked.</summary>
/// <param name="Message">The message.</param>
/// <param name="AddressId">Whose it is.</param>
/// <param name="Input">The message as the turn reads it.</param>
internal sealed record BegunTurn(IncomingMessage Message, long AddressId, TurnInput Input);
