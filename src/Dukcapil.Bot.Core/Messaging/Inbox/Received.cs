namespace Dukcapil.Bot.Core.Messaging.Inbox;

/// <summary>What became of a message that was stored.</summary>
/// <param name="AddressId">Whose it is.</param>
/// <param name="InboxId">Its row; 0 for one that came before.</param>
/// <param name="As">Whether it can be answered at once.</param>
/// <param name="State">The sealed dialog state, when it is free.</param>
/// <param name="LastInput">When the resident last wrote, when it is free.</param>
/// <param name="Counter">How the messages before it came, when it is free.</param>
public sealed record Received(long AddressId, long InboxId, ReceivedAs As, byte[]? State, DateTimeOffset? LastInput, byte[]? Counter);

/// <summary>How a message was stored.</summary>
public enum ReceivedAs
{
    /// <summary>The conversation is locked by the caller: answer now.</summary>
    Free,

    /// <summary>The worker will answer.</summary>
    Busy,

    /// <summary>It came before.</summary>
    Duplicate,
}

/// <summary>A pending message whose conversation is locked.</summary>
/// <param name="InboxId">Its key.</param>
/// <param name="Sid">The provider's id.</param>
/// <param name="SealedSender">Where its answer goes, sealed.</param>
/// <param name="SealedContent">What it says, sealed.</param>
/// <param name="ReceivedAt">When it came.</param>
/// <param name="State">The sealed dialog state.</param>
/// <param name="LastInput">When the resident wrote before it.</param>
/// <param name="Counter">How the messages before it came.</param>
public sealed record Pending(
    long InboxId,
    string Sid,
    byte[] SealedSender,
    byte[] SealedContent,
    DateTimeOffset ReceivedAt,
    byte[]? State,
    DateTimeOffset? LastInput,
    byte[]? Counter);
