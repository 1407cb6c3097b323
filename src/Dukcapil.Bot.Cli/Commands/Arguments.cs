namespace Dukcapil.Bot.Cli.Commands;

/// <summary>What was typed after the program's name: a command, words, and options with a value each.</summary>
/// <param name="arguments">The words as typed.</param>
public sealed class Arguments(IReadOnlyList<string> arguments)
{
    private const string Content = "--content";

    /// <summary>The first word, or an empty text.</summary>
    public string Command => arguments.Count > 0 ? arguments[0] : "";

    /// <summary>The word after the command, or null.</summary>
    public string? Word => arguments.Count > 1 && !arguments[1].StartsWith("--", StringComparison.Ordinal) ? arguments[1] : null;

    /// <summary>The second word after the command, or null.</summary>
    public string? SecondWord =>
        Word is not null && arguments.Count > 2 && !arguments[2].StartsWith("--", StringComparison.Ordinal) ? arguments[2] : null;

    /// <summary>The content folder: as stated, or <c>dialogs</c> here, or the one beside the program.</summary>
    public string ContentFolder =>
        Option(Content) ?? (Directory.Exists("dialogs") ? "dialogs" : Path.Combine(AppContext.BaseDirectory, "dialogs"));

    /// <summary>The value that follows an option, or null.</summary>
    public string? Option(string name)
    {
        for (var at = 1; at + 1 < arguments.Count; at++)
            if (arguments[at] == name) return arguments[at + 1];
        return null;
    }
}
