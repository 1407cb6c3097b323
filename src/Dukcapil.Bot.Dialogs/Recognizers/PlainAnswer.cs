namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>
/// Whether a text is an answer and nothing else. An allow-list, not a list of doubts: every word must belong to a name of the answer or be
/// polite. So a question, a doubt, a negation, a condition, an exception, a correction or a typing error is never taken for an answer that
/// cannot be taken back, whatever words it is made of.
/// </summary>
internal static class PlainAnswer
{
    // "Benar ya" may ask for what "kirim ya" orders.
    private static readonly HashSet<string> Wondering = new(
        ["benar", "bener", "betul", "sesuai", "sudah", "cocok", "tepat", "yakin"], StringComparer.Ordinal);

    // Say who, or that nothing is left out; alone they are no answer.
    private static readonly HashSet<string> Beside = new(
        "saya sy kami kula kule abdi semua semuanya smua smw kabeh sadayana sedanten".Split(' ').Select(Spelling.Squeeze),
        StringComparer.Ordinal);

    /// <summary>Whether the text is made of the names, polite words aside.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="names">Everything the answer can be called, words in any spelling.</param>
    /// <param name="position">Its number in the list, which may stand before it ("1. Ya, berhenti"); 0 when it has none.</param>
    public static bool IsMadeOf(string text, IEnumerable<string> names, int position)
    {
        if (Questions.HasMark(text)) return false;
        var words = WithoutPosition(Squeezed(Courtesy.Without(ChoiceWords.Of(text))), position);
        if (words.Count == 0) return text.Length > 0 && names.Any(name => TextNormalizer.Normalize(name) == TextNormalizer.Normalize(text));
        if (words.Count > 1 && words[^1] is "ya" or "yah" && Wondering.Contains(words[^2])) return false;
        var known = names.Select(ChoiceWords.OfName).Select(Courtesy.Without).Where(name => name.Count > 0).Select(Squeezed).ToList();
        return !IsOfThePast(words, known) && IsMadeOf(words, 0, known);
    }

    /// <summary>Whether the text is one of the signs that people send for yes, with no words beside it.</summary>
    public static bool IsYesSign(string text) =>
        TextNormalizer.Words(text).Count == 0
        && YesNoWords.YesEmoji.Any(sign => text.Contains(sign, StringComparison.Ordinal))
        && !YesNoWords.NoEmoji.Any(sign => text.Contains(sign, StringComparison.Ordinal));

    private static bool IsMadeOf(List<string> words, int at, List<List<string>> names, bool isSaid = false) => at == words.Count
        ? isSaid
        : (Beside.Contains(words[at]) && IsMadeOf(words, at + 1, names, isSaid)) || names.Any(name =>
            at + name.Count <= words.Count
            && name.SequenceEqual(words.Skip(at).Take(name.Count), StringComparer.Ordinal)
            && IsMadeOf(words, at + name.Count, names, isSaid: true));

    // "1. Ya, berhenti", "pilih satu, setuju".
    private static List<string> WithoutPosition(List<string> words, int position)
    {
        var at = words.Count > 0 && words[0] is "no" or "nomor" or "nomer" or "pilih" or "pilihan" ? 1 : 0;
        if (position == 0 || words.Count <= at + 1) return words;
        return (NumberWords.Digits(words[at]) ?? NumberWords.Cardinal(words[at])) == position ? words[(at + 1)..] : words;
    }

    // "Sudah dikirim" and "sudah saya kirim" say, or ask, that it was done before; "sudah benar" and names such as "sudah siap" do not.
    private static bool IsOfThePast(List<string> words, List<List<string>> names)
    {
        var said = words.Where(word => !Beside.Contains(word)).ToList();
        return said.Zip(said.Skip(1)).Any(pair => pair.First == "sudah" && !Wondering.Contains(pair.Second)
            && !names.Exists(name => name.Count > 1 && name[0] == pair.First && name[1] == pair.Second));
    }

    private static List<string> Squeezed(IReadOnlyList<string> words) => words.Select(Spelling.Squeeze).ToList();
}
