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
        return $"{text.Id},{text.En}".Split(',').Select(TextNormalizer.Normalize).Where(word => word.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .ToList();
    }

    /// <summary>
    /// The words of a paper's title or of a caption, each paper by one name ("kartu keluarga" is <c>kk</c>), a form's number as one word:
    /// "F-1.02" and "f 1 02" are <c>f102</c>; other numbers are left out.
    /// </summary>
    internal static IReadOnlyList<string> OfPaper(string text)
    {
        var named = IdentityCard().Replace(
            FamilyCard().Replace(FormNumber().Replace(TextNormalizer.Clean(text), " f1${n} "), " kk "), " ktp ");
        return TextNormalizer.Words(Police().Replace(named, " polisi ")).Where(word => !word.All(char.IsAsciiDigit)).ToList();
    }

    /// <summary>Whether a word of <see cref="OfPaper"/> is a form's number.</summary>
    internal static bool IsForm(string word) =>
        word.Length == 4 && word.StartsWith("f1", StringComparison.Ordinal) && word[2..].All(char.IsAsciiDigit);

    /// <summary>
    /// What follows one of the words at the beginning of a normalised text; empty when it stands alone, null when none begins it.
    /// </summary>
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
        var word = words.OrderByDescending(word => word.Length)
            .FirstOrDefault(word => normalized.EndsWith(" " + word, StringComparison.Ordinal));
        return word is null ? null : normalized[..^(word.Length + 1)];
    }

    [GeneratedRegex(@"\bf[ .-]{0,2}1?[ .-]{0,2}(?<n>\d{2})\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex FormNumber();

    [GeneratedRegex(@"\bkartu keluarga(nya)?\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex FamilyCard();

    [GeneratedRegex(@"\b(kartu tanda penduduk|e-?ktp|ktp-?el)(nya)?\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex IdentityCard();

    [GeneratedRegex(@"\b(kepolisian|polsek|polres(ta)?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Police();
}
