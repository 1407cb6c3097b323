using System.Text.Json;
using System.Text.RegularExpressions;
using Dukcapil.Bot.Simulator.Chats;

namespace Dukcapil.Bot.Simulator.Provider;

/// <summary>A template of the Content API.</summary>
/// <param name="Sid">Its id, <c>HX…</c>.</param>
/// <param name="Definition">As it was created.</param>
/// <param name="Approval">State of its approval by WhatsApp.</param>
/// <param name="CreatedAt">When it was created.</param>
internal sealed partial record ContentRecord(string Sid, JsonElement Definition, string Approval, DateTimeOffset CreatedAt)
{
    /// <summary>The name it was submitted under; empty before.</summary>
    public string Name { get; init; } = "";

    /// <summary>When it was submitted for approval.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>Why it was rejected; empty otherwise.</summary>
    public string Reason { get; init; } = "";

    private const string List = "twilio/list-picker";
    private const string Buttons = "twilio/quick-reply";
    private const string PlainText = "twilio/text";
    private const int LongestBody = 1024;

    /// <summary>Whether it may be sent outside the 24-hour window.</summary>
    public bool IsApproved => Approval == "approved";

    /// <summary>Whether WhatsApp could approve it; lists are for open windows only.</summary>
    public bool CanBeApproved => !Types.TryGetProperty(List, out _);

    /// <summary>What the resident reads, placeholders included.</summary>
    public string Body => Types.EnumerateObject().First().Value.GetProperty("body").GetString() ?? "";

    private JsonElement Types => Definition.GetProperty("types");

    /// <summary>Why a definition cannot be created, or null.</summary>
    public static string? Problem(JsonElement definition)
    {
        if (definition.ValueKind != JsonValueKind.Object || !definition.TryGetProperty("language", out _)) return "language is required";
        if (!definition.TryGetProperty("types", out var types) || types.ValueKind != JsonValueKind.Object) return "types is required";
        foreach (var type in types.EnumerateObject())
        {
            var problem = type.Name switch
            {
                List => RowsProblem(type.Value, "items", ["item", "id", "description"], 10) ?? TextProblem(type.Value, "button", 20),
                Buttons => RowsProblem(type.Value, "actions", ["title", "id", "type"], 3),
                PlainText => null,
                _ => $"{type.Name} is not simulated",
            };
            if ((problem ?? TextProblem(type.Value, "body", LongestBody)) is { } found) return found;
        }

        return types.EnumerateObject().Any() ? null : "types is empty";
    }

    /// <summary>Why WhatsApp rejects it; empty when it does not.</summary>
    public string Objection()
    {
        var body = Body.Trim();
        var places = Placeholder().Matches(body);
        if (places.Any(place => place.Index == 0 || place.Index + place.Length == body.Length))
            return "A variable stands at the beginning or the end";
        if (places.Zip(places.Skip(1)).Any(pair => pair.First.Index + pair.First.Length == pair.Second.Index))
            return "Two variables stand side by side";
        return places.Any(place => string.IsNullOrWhiteSpace(Sample(place.Groups["name"].Value))) ? "A variable has no sample" : "";
    }

    /// <summary>
    /// Fills the richest type. The code is the failure that WhatsApp reports later: 63013 or 63021; null when all is well.
    /// </summary>
    public (string Body, ChatMenu? Menu, int? Failure) Render(IReadOnlyDictionary<string, string> variables)
    {
        var type = new[] { List, Buttons, PlainText }.First(name => Types.TryGetProperty(name, out _));
        var json = Types.GetProperty(type);
        string Text(JsonElement row, string name) =>
            row.TryGetProperty(name, out var value) ? Fill(value.GetString() ?? "", variables) : "";
        var body = Text(json, "body");
        if (type == PlainText) return (body, null, Failure(body, variables, []));
        var isList = type == List;
        var options = json.GetProperty(isList ? "items" : "actions").EnumerateArray()
            .Select(row => new ChatOption(
                Text(row, "id"), Text(row, isList ? "item" : "title"), Text(row, "description") is { Length: > 0 } line ? line : null))
            .ToList();
        var titleLimit = isList ? 24 : 20;
        var tooLong = options.Where(option => option.Title.Length > titleLimit || option.Description?.Length > 72);
        return (body, new ChatMenu(isList, Text(json, "button"), options), Failure(body, variables, tooLong));
    }

    private static int? Failure(string body, IReadOnlyDictionary<string, string> variables, IEnumerable<ChatOption> tooLong)
    {
        if (variables.Values.Any(value => value.Contains('\n') || value.Contains("     ", StringComparison.Ordinal))) return 63013;
        return body.Length > LongestBody || tooLong.Any() ? 63021 : null;
    }

    private string Fill(string text, IReadOnlyDictionary<string, string> variables) => Placeholder().Replace(text, match =>
        variables.TryGetValue(match.Groups["name"].Value, out var value) ? value : Sample(match.Groups["name"].Value) ?? match.Value);

    private string? Sample(string name) =>
        Definition.TryGetProperty("variables", out var samples) && samples.TryGetProperty(name, out var sample) ? sample.GetString() : null;

    private static string? RowsProblem(JsonElement type, string name, string[] members, int most)
    {
        if (!type.TryGetProperty(name, out var rows) || rows.ValueKind != JsonValueKind.Array) return $"{name} is required";
        if (rows.GetArrayLength() is 0 || rows.GetArrayLength() > most) return $"{name} must hold 1 to {most} entries";
        var unknown = rows.EnumerateArray().SelectMany(row => row.EnumerateObject()).FirstOrDefault(one => !members.Contains(one.Name));
        return unknown.Value.ValueKind == JsonValueKind.Undefined ? null : $"{name}.{unknown.Name} is not known";
    }

    private static string? TextProblem(JsonElement type, string name, int longest) =>
        type.TryGetProperty(name, out var text) && text.GetString() is { Length: > 0 } value && value.Length <= longest
            ? null
            : $"{name} must hold 1 to {longest} characters";

    [GeneratedRegex(@"\{\{(?<name>\w+)\}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
