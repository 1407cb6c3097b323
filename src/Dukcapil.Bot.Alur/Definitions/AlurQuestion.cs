using Dukcapil.Bot.Content;

namespace Dukcapil.Bot.Alur;

/// <summary>A question whose answer decides which papers apply. Asked as a choice.</summary>
/// <param name="Id">Answer name, used in conditions.</param>
/// <param name="Text">The question.</param>
/// <param name="Options">The possible answers.</param>
/// <param name="When">The question is asked only when this holds.</param>
public sealed record AlurQuestion(string Id, LocalizedText Text, IReadOnlyList<AlurOption> Options, Condition When)
{
    /// <summary><see cref="ReadAs"/> of a question for a marital status; its answers are <c>belum, kawin, cerai</c>.</summary>
    public const string MaritalStatus = "status-kawin";

    /// <summary>The answers of such a question.</summary>
    public static IReadOnlyList<string> MaritalStatuses { get; } = ["belum", "kawin", "cerai"];

    /// <summary>What reads the answers beside their titles and words: <see cref="MaritalStatus"/>, or null for nothing.</summary>
    public string? ReadAs { get; init; }
}

/// <summary>One answer to an <see cref="AlurQuestion"/>.</summary>
/// <param name="Id">Stored value.</param>
/// <param name="Title">At most 20 characters, so that it fits a quick-reply button.</param>
public sealed record AlurOption(string Id, LocalizedText Title)
{
    /// <summary>Further words that mean it.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];
}
