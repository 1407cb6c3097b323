using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Dukcapil.Bot.Core.Messaging.Twilio;

/// <summary>
/// The shape of a list or button message, without anybody's words. Created once at the provider and remembered by <see cref="Key"/>.
/// </summary>
/// <param name="Kind">The provider's type, <c>twilio/list-picker</c> or <c>twilio/quick-reply</c>.</param>
/// <param name="Lines">For each line of the body, whether it holds text; the line breaks belong to the shape.</param>
/// <param name="Button">What opens a list; empty for quick replies.</param>
/// <param name="Descriptions">For each row or button, whether it has a description.</param>
public sealed record ContentShape(string Kind, IReadOnlyList<bool> Lines, string Button, IReadOnlyList<bool> Descriptions)
{
    /// <summary>Identity of the shape: the start of the SHA-256 of its definition, so that equal shapes share one template.</summary>
    public string Key => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Types().ToJsonString())))[..24];

    /// <summary>The JSON that creates the template. Every text is a numbered variable; samples are neutral.</summary>
    public string Definition()
    {
        var samples = new JsonObject();
        for (var n = 1; n <= VariableCount; n++) samples[$"{n}"] = $"contoh {n}";
        return new JsonObject
        {
            ["friendly_name"] = "dukcapil_" + Key,
            ["language"] = "id",
            ["variables"] = samples,
            ["types"] = new JsonObject { [Kind] = Types() },
        }.ToJsonString();
    }

    private int VariableCount => Lines.Count(filled => filled) + (2 * Descriptions.Count) + Descriptions.Count(has => has);

    private JsonObject Types()
    {
        var next = 0;
        string Variable() => $"{{{{{++next}}}}}";
        var body = string.Join('\n', Lines.Select(filled => filled ? Variable() : ""));
        return Kind == ContentTemplates.QuickReply
            ? new JsonObject { ["body"] = body, ["actions"] = Rows(Variable, "title") }
            : new JsonObject { ["body"] = body, ["button"] = Button, ["items"] = Rows(Variable, "item") };
    }

    private JsonArray Rows(Func<string> variable, string titleName)
    {
        var rows = new JsonArray();
        foreach (var hasDescription in Descriptions)
        {
            var row = new JsonObject { [titleName] = variable(), ["id"] = variable() };
            if (Kind == ContentTemplates.QuickReply) row["type"] = "QUICK_REPLY";
            if (hasDescription) row["description"] = variable();
            rows.Add(row);
        }

        return rows;
    }
}

/// <summary>A list or button message ready to send: its shape and the words for the shape's variables.</summary>
/// <param name="Shape">The template to use.</param>
/// <param name="Variables">Values by variable number; none empty, none with a line break.</param>
public sealed record ContentMessage(ContentShape Shape, IReadOnlyDictionary<string, string> Variables);
