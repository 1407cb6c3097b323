using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dukcapil.Bot.Dialogs.Engine;

/// <summary>
/// The stored form of <see cref="DialogState"/>: compact JSON, nulls left out. A property that an older text lacks takes its
/// default, so a conversation survives an update of the program.
/// </summary>
public static class DialogStateJson
{
    // Written for a database column, never into HTML: emoji and letters stay readable.
    private static readonly DialogStateJsonContext Context = new(new JsonSerializerOptions(DialogStateJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>Writes a state.</summary>
    public static string Write(DialogState state) => JsonSerializer.Serialize(state, Context.DialogState);

    /// <summary>Reads a state.</summary>
    /// <exception cref="JsonException">The text is no state.</exception>
    public static DialogState Read(string json) =>
        JsonSerializer.Deserialize(json, Context.DialogState) ?? throw new JsonException("The stored dialog state is null.");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(DialogState))]
internal sealed partial class DialogStateJsonContext : JsonSerializerContext;
