namespace Dukcapil.Bot.Core.Messaging.Outbox;

/// <summary>What one claim brought.</summary>
/// <param name="Messages">The messages this worker may send, in order of urgency.</param>
/// <param name="Wait">How long the sender's rate allows no more; null when it does not limit now.</param>
public sealed record OutboxClaim(IReadOnlyList<ClaimedMessage> Messages, TimeSpan? Wait);

/// <summary>A message this worker may send.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Content">What it says.</param>
/// <param name="Attempt">Which try this is, from 1.</param>
/// <param name="IsPush">Whether the office speaks first.</param>
/// <param name="ExpiresAt">Not sent after this.</param>
/// <param name="To">The channel address.</param>
/// <param name="IsStopped">The resident wrote BERHENTI.</param>
/// <param name="BeginBefore">A send begun later might outlast the claim.</param>
public sealed record ClaimedMessage(
    long Id, OutgoingContent Content, int Attempt, bool IsPush, DateTimeOffset? ExpiresAt, string To, bool IsStopped, DateTimeOffset BeginBefore)
{
    /// <summary>What kind of message it is; null for replies.</summary>
    public string? Topic { get; init; }

    /// <summary>How many changes it tells of.</summary>
    public int Changes { get; init; } = 1;

    /// <summary>Whether it must go as a template whatever our clock says.</summary>
    public bool AsTemplate { get; init; }

    /// <summary>The resident's language, <c>id</c> or <c>en</c>.</summary>
    public string Language { get; init; } = "id";

    /// <summary>When the resident last wrote; null when never.</summary>
    public DateTimeOffset? LastInput { get; init; }
}

/// <summary>What came of a claim.</summary>
/// <param name="Id">The message.</param>
/// <param name="Status">Its new status.</param>
/// <param name="Reason">Why, in Indonesian for staff.</param>
/// <param name="Code">The provider's code.</param>
/// <param name="ProviderSid">The provider's id.</param>
/// <param name="NotBefore">When it may be tried again.</param>
/// <param name="Held">Nothing was tried, so the claim does not count as a try.</param>
public sealed record SendResult(
    long Id, string Status, string? Reason = null, int? Code = null, string? ProviderSid = null, DateTimeOffset? NotBefore = null, bool Held = false)
{
    /// <summary>Whether the provider was reached; null where nothing was tried, or nobody knows.</summary>
    public bool? Reached { get; init; }
}
