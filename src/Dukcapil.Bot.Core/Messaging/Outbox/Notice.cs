namespace Dukcapil.Bot.Core.Messaging.Outbox;

/// <summary>What a resident is told of the office's own accord: about an appointment, or the line at the office.</summary>
public sealed record Notice
{
    /// <summary>To whom.</summary>
    public required long AddressId { get; init; }

    /// <summary>The case it speaks of; null when it speaks of none.</summary>
    public long? CaseId { get; init; }

    /// <summary>The case's number, for templates; null when there is none.</summary>
    public string? Number { get; init; }

    /// <summary>The booking it speaks of; null when it speaks of none.</summary>
    public long? BookingId { get; init; }

    /// <summary>The booking's code or the complaint's number, for templates; null when there is none.</summary>
    public string? Code { get; init; }

    /// <summary>One of <see cref="Templates.TemplateTopics"/>.</summary>
    public required string Topic { get; init; }

    /// <summary>The text.</summary>
    public required string Text { get; init; }

    /// <summary>Names the event: the same event is never written twice.</summary>
    public required string DedupeKey { get; init; }

    /// <summary>For reminders: when to send it. Null: at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Not sent after this.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}
