using System.Text;

namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>Finds the one 16-digit number in what a resident typed, words and separators around it allowed.</summary>
internal static class IdNumberText
{
    private const int FewestDigits = 6;

    /// <summary>The number, or the last part of the problem's text key: <c>kosong, huruf, dua, pendek, panjang</c>.</summary>
    public static (string? Digits, string? Problem) Find(string text)
    {
        // Digits of other scripts are refused before the clean-up could turn them into 0-9: a copied number with them was not typed from a
        // card.
        var foreign = text.Any(c => char.IsDigit(c) && !char.IsAsciiDigit(c));
        var clean = TextNormalizer.Clean(text);
        if (foreign || HasLetterAfterDigits(clean)) return (null, "huruf");
        var runs = Runs(clean);
        var found = runs.SelectMany(Candidates).Distinct(StringComparer.Ordinal).ToList();
        if (found.Count == 1) return (found[0], null);
        if (found.Count > 1) return (null, "dua");
        var longest = runs.Select(run => run.Sum(piece => piece.Length)).DefaultIfEmpty().Max();
        return (null, longest switch { < FewestDigits => "kosong", < NikRules.Length => "pendek", _ => "panjang" });
    }

    private static IEnumerable<string> Candidates(List<string> run)
    {
        var joined = string.Concat(run);
        return joined.Length == NikRules.Length ? [joined] : run.Where(piece => piece.Length == NikRules.Length);
    }

    // Digits separated only by blanks, dots and dashes are one run of pieces.
    private static List<List<string>> Runs(string text)
    {
        var runs = new List<List<string>>();
        var piece = new StringBuilder();
        var open = false;
        foreach (var c in text.Append('\n'))
        {
            if (char.IsAsciiDigit(c))
            {
                piece.Append(c);
                continue;
            }

            if (piece.Length > 0)
            {
                if (!open) runs.Add([]);
                runs[^1].Add(piece.ToString());
                piece.Clear();
                open = true;
            }

            if (c is not (' ' or '.' or '-' or '–' or '—')) open = false;
        }

        return runs;
    }

    // "36720117O8959901": a letter typed for a digit. "NIK3672…" is no such case, the letters come first.
    private static bool HasLetterAfterDigits(string text) =>
        text.Split(' ').Any(word => word.Count(char.IsAsciiDigit) >= FewestDigits
            && word.Where((c, i) => i > 0 && char.IsLetter(c) && char.IsAsciiDigit(word[i - 1])).Any());
}
