using System.Text.RegularExpressions;
using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Dialogs.Engine.Prompting;

/// <summary>Words that residents may write, kept in the texts as comma-separated lists.</summary>
internal static partial class Words
{
    /// <summary>The normalised words of a key in both languages: people mix them.</summary>
    internal static IReadOnlyList<string> In(Turn turn, string key)
    {
        var text = turn.Catalogue.Texts[key];
        return $"{text.Id},{text.En}".Split(',').Select(TextNormalizer.Normalize).Where(word => word.Length > 0).Distinct(StringComparer.Ordinal).ToList();
    }

    /// <summary>The words of a paper's title or of a caption, a form's number as one word: "F-1.02" and "f 1 02" are <c>f102</c>; other numbers are left out.</summary>
    internal static IReadOnlyList<string> OfPaper(string text) =>
        TextNormalizer.Words(FormNumber().Replace(TextNormalizer.Clean(text), " f1${n} ")).Where(word => !word.All(char.IsAsciiDigit)).ToList();

    /// <summary>What follows one of the words at the beginning of a normalised text; empty when it stands alone, null when none begins it.</summary>
    internal static string? After(IReadOnlyList<string> words, string normalized)
    {
        foreach (var word in words.OrderByDescending(word => word.Length))
        {
            if (normalized == word) return "";
            if (normalized.StartsWith(word + " ", StringComparison.Ordinal)) return normalized[(word.Length + 1)..];
        }

        return null;
    }

    /// <summary>What precedes one of the words at the end of a normalised text; null when none ends it or one stands alone.</summary>
    internal static string? Before(IReadOnlyList<string> words, string normalized)
    {
        var word = words.OrderByDescending(word => word.Length).FirstOrDefault(word => normalized.EndsWith(" " + word, StringComparison.Ordinal));
        return word is null ? null : normalized[..^(word.Length + 1)];
    }

    [GeneratedRegex(@"\bf[ .-]{0,2}1?[ .-]{0,2}(?<n>\d{2})\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex FormNumber();
}
