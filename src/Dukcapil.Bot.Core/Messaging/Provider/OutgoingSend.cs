namespace Dukcapil.Bot.Core.Messaging.Provider;

/// <summary>One message to hand to the provider: either <see cref="Body"/> (with or without media) or a content template.</summary>
public sealed record OutgoingSend
{
    /// <summary>The resident's channel address, <c>whatsapp:+62…</c>.</summary>
    public required string To { get; init; }

    /// <summary>Text of at most 1600 characters; left out when a template is sent.</summary>
    public string? Body { get; init; }

    /// <summary>A public address of one image or file; WhatsApp takes one a message.</summary>
    public string? MediaUrl { get; init; }

    /// <summary>The template (<c>HX…</c>); excludes body and media (63016 otherwise).</summary>
    public string? ContentSid { get; init; }

    /// <summary>The template's values; none may be empty (21656).</summary>
    public IReadOnlyDictionary<string, string> ContentVariables { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Where news of this message goes; may carry an id of ours in its query. Null takes the sender's setting.</summary>
    public string? StatusCallback { get; init; }

    /// <summary>How long the provider may hold the message back; null takes its ten hours.</summary>
    public TimeSpan? Validity { get; init; }
}
