namespace Dukcapil.Bot.Content;

/// <summary>One text in every language, with <c>{name}</c> placeholders.</summary>
/// <param name="Id">The Indonesian text.</param>
/// <param name="En">The English text.</param>
public sealed record LocalizedText(string Id, string En)
{
    /// <summary>The text in one language.</summary>
    public string In(Language language) => language == Language.En ? En : Id;

    /// <summary>The text in one language with its placeholders filled; see <see cref="Placeholders.Fill"/>.</summary>
    public string Fill(Language language, Func<string, string?> valueOf) => Placeholders.Fill(In(language), valueOf);

    /// <summary>A text that reads the same in every language, such as a proper name.</summary>
    public static LocalizedText Same(string text) => new(text, text);
}
