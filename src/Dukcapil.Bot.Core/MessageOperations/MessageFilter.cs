namespace Dukcapil.Bot.Core.MessageOperations;

/// <summary>Which messages a list shows. What is null or empty does not narrow it.</summary>
public sealed record MessageFilter
{
    /// <summary>Of this case; messages that came in belong to none.</summary>
    public long? CaseId { get; init; }

    /// <summary>Of this resident.</summary>
    public long? AddressId { get; init; }

    /// <summary>In one of these states.</summary>
    public IReadOnlyList<string> Statuses { get; init; } = [];

    /// <summary><c>reply</c> or <c>push</c>; messages that came in have no kind.</summary>
    public string? Kind { get; init; }

    /// <summary>About this, one of the templates' topics; messages without a topic are left out.</summary>
    public string? Topic { get; init; }

    /// <summary>Written at or after this moment.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Written before this moment.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Older than the message with this key: the next page of a list.</summary>
    public long? Before { get; init; }
}
