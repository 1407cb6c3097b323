namespace Dukcapil.Bot.Core.MessageOperations;

/// <summary>Everything about one message to a resident but its text.</summary>
public sealed record SentLife
{
    /// <summary>The message.</summary>
    public required SentLine Line { get; init; }

    /// <summary>The provider's id; null while the provider has not taken it.</summary>
    public string? ProviderSid { get; init; }

    /// <summary>The provider's code of a failure that lasts; those before are among the <see cref="Events"/>.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>When the provider took it.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Not sent before this.</summary>
    public required DateTimeOffset NotBefore { get; init; }

    /// <summary>Not sent after this.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>What happened to it, oldest first; that it was written is not among it.</summary>
    public required IReadOnlyList<LifeEvent> Events { get; init; }
}

/// <summary>Everything about one message from a resident but its text.</summary>
/// <param name="Line">The message.</param>
/// <param name="MessageSid">The provider's id.</param>
/// <param name="NextAttemptAt">When it is tried again.</param>
/// <param name="Events">What staff did to it, oldest first.</param>
public sealed record ReceivedLife(ReceivedLine Line, string MessageSid, DateTimeOffset? NextAttemptAt, IReadOnlyList<LifeEvent> Events);

/// <summary>Something that happened to a message: it came to a state, or an officer did something.</summary>
/// <param name="At">When.</param>
/// <param name="Status">The state it came to; null when an officer did something.</param>
/// <param name="Act"><c>replay, resend, reconcile, close</c>; null when the system did it.</param>
/// <param name="By">Name of the officer.</param>
/// <param name="Reason">Why: a code of <c>texts/alasan-pesan.yaml</c>, or words.</param>
/// <param name="Code">The provider's code of a failure.</param>
public sealed record LifeEvent(DateTimeOffset At, string? Status, string? Act, string? By, string? Reason, int? Code);
