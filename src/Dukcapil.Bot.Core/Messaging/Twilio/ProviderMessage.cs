using System.Globalization;
using System.Text.Json;

namespace Dukcapil.Bot.Core.Messaging.Twilio;

/// <summary>A message as the provider's record shows it. Button ids, profile names and places are not in it, only in webhooks.</summary>
public sealed record ProviderMessage
{
    /// <summary>The provider's id.</summary>
    public required string Sid { get; init; }

    /// <summary>Channel address of the sender.</summary>
    public required string From { get; init; }

    /// <summary>Channel address of the receiver.</summary>
    public required string To { get; init; }

    /// <summary>The text.</summary>
    public required string Body { get; init; }

    /// <summary>Whether a resident wrote it.</summary>
    public required bool IsInbound { get; init; }

    /// <summary>How far it has come; <see cref="DeliveryStatus.Unrecognised"/> for inbound ones.</summary>
    public required DeliveryStatus Status { get; init; }

    /// <summary>Code of a failure, or null.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>When the provider made the record, to the second.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>How many photos or files belong to it.</summary>
    public int MediaCount { get; init; }

    /// <summary>Reads one record, tolerant of members it does not know; null when it holds no id.</summary>
    internal static ProviderMessage? Read(JsonElement json)
    {
        if (Text(json, "sid") is not { Length: > 0 } sid) return null;
        return new ProviderMessage
        {
            Sid = sid,
            From = Text(json, "from") ?? "",
            To = Text(json, "to") ?? "",
            Body = Text(json, "body") ?? "",
            IsInbound = Text(json, "direction") == "inbound",
            Status = DeliveryStatusOrder.Read(Text(json, "status")),
            ErrorCode = Number(json, "error_code"),
            CreatedAt = Date(Text(json, "date_created")) ?? Date(Text(json, "date_sent")) ?? DateTimeOffset.UnixEpoch,
            MediaCount = Number(json, "num_media") ?? 0,
        };
    }

    internal static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    internal static int? Number(JsonElement json, string name)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out var value)) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)) return number;
        return int.TryParse(Text(json, name), CultureInfo.InvariantCulture, out number) ? number : null;
    }

    private static DateTimeOffset? Date(string? rfc2822) =>
        DateTimeOffset.TryParse(rfc2822, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var date) ? date : null;
}

/// <summary>Which messages to list.</summary>
/// <param name="Since">Only messages made at or after this moment (whole seconds).</param>
/// <param name="To">Receiver's channel address, or null for all.</param>
/// <param name="From">Sender's channel address, or null for all.</param>
public sealed record MessageQuery(DateTimeOffset Since, string? To = null, string? From = null);
