using System.Text.Json;

namespace Dukcapil.Bot.Tests.Fixtures;

/// <summary>One message of a chat.</summary>
/// <param name="Order">Its place.</param>
/// <param name="FromResident">Who wrote it.</param>
/// <param name="Body">Its text.</param>
/// <param name="Options">Titles of its list or buttons.</param>
/// <param name="Status">Its delivery state.</param>
public sealed record PhoneMessage(long Order, bool FromResident, string Body, IReadOnlyList<string> Options, string Status)
{
    /// <summary>Its id at the provider.</summary>
    public string Sid { get; private init; } = "";

    /// <summary>What a tap on each of the options sends back.</summary>
    public IReadOnlyList<string> Ids { get; private init; } = [];

    /// <summary>Reads the simulator's JSON.</summary>
    public static PhoneMessage Read(JsonElement json) => new(
        json.GetProperty("order").GetInt64(),
        json.GetProperty("fromResident").GetBoolean(),
        json.GetProperty("body").GetString()!,
        OptionsOf(json, "title"),
        json.GetProperty("status").GetString()!)
    {
        Sid = json.GetProperty("sid").GetString()!,
        Ids = OptionsOf(json, "id"),
    };

    private static List<string> OptionsOf(JsonElement json, string member) =>
        json.TryGetProperty("menu", out var menu) && menu.ValueKind == JsonValueKind.Object
            ? menu.GetProperty("options").EnumerateArray().Select(option => option.GetProperty(member).GetString()!).ToList()
            : [];
}
