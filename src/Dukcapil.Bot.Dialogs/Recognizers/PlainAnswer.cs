namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>
/// Whether a text is an answer and nothing else. An allow-list, not a list of doubts: every word must belong to a name of the answer or be
/// polite. So a question, a doubt, a negation, a condition, an exception, a correction or a typing error is never taken for an answer that cannot
/// be taken back, whatever words it is made of.
/// </summary>
internal static class PlainAnswer
{
    // "Benar ya" may ask for what "kirim ya" orders.
    private static readonly HashSet<string> Wondering = new(["benar", "bener", "betul", "sesuai", "sudah", "cocok", "tepat", "yakin"], StringComparer.Ordinal);

    /// <summary>Whether the text is made of the names, polite words aside.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="names">Everything the answer can be called, words in any spelling.</param>
    public static bool IsMadeOf(string text, IEnumerable<string> names)
    {
        if (Questions.HasMark(text)) return false;
        var words = Squeezed(Courtesy.Without(ChoiceWords.Of(text)));
        if (words.Count == 0) return text.Length > 0 && names.Any(name => TextNormalizer.Normalize(name) == TextNormalizer.Normalize(text));
        if (words.Count > 1 && words[^1] is "ya" or "yah" && Wondering.Contains(words[^2])) return false;
        var known = names.Select(ChoiceWords.OfName).Select(Courtesy.Without).Where(name => name.Count > 0).Select(Squeezed).ToList();
        return IsMadeOf(words, 0, known);
    }

    /// <summary>Whether the text is one of the signs that people send for yes, with no words beside it.</summary>
    public static bool IsYesSign(string text) =>
        TextNormalizer.Words(text).Count == 0
        && YesNoWords.YesEmoji.Any(sign => text.Contains(sign, StringComparison.Ordinal))
        && !YesNoWords.NoEmoji.Any(sign => text.Contains(sign, StringComparison.Ordinal));

    private static bool IsMadeOf(List<string> words, int at, List<List<string>> names) => at == words.Count || names.Any(name =>
        at + name.Count <= words.Count
        && name.SequenceEqual(words.Skip(at).Take(name.Count), StringComparer.Ordinal)
        && IsMadeOf(words, at + name.Count, names));

    private static List<string> Squeezed(IReadOnlyList<string> words) => words.Select(Spelling.Squeeze).ToList();
}
