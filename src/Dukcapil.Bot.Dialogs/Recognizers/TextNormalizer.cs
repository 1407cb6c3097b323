using System.Buffers;
using System.Globalization;
using System.Text;

namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>Brings typed text into one comparable form.</summary>
public static class TextNormalizer
{
    private const char Apostrophe = '\'';
    private const int LongestRead = 10_000;

    /// <summary>
    /// What most people write most of the time and nothing is to be done about: visible signs of ASCII that are not marks of accents.
    /// </summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        [.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c).Except(['^', '`'])]);

    /// <summary>
    /// Lower case, NFKC (so <c>②</c> and <c>２</c> become <c>2</c>), without zero-width and direction marks and emoji,
    /// without punctuation at either end, blanks collapsed. Any text is accepted, broken surrogates too; what
    /// follows the first 10,000 characters is not read, so the cost is bounded.
    /// </summary>
    public static string Normalize(string text) => TrimPunctuation(Clean(text).ToLowerInvariant());

    /// <summary>The letters and digits of a text in order, as words; everything else separates. An apostrophe joins.</summary>
    public static IReadOnlyList<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in Normalize(text))
        {
            if (char.IsLetterOrDigit(c)) word.Append(c);
            else if (c != Apostrophe) Finish();
        }

        Finish();
        return words;

        void Finish()
        {
            if (word.Length > 0) words.Add(word.ToString());
            word.Clear();
        }
    }

    /// <summary>As <see cref="Normalize"/>, but keeps case and punctuation.</summary>
    internal static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var visible = KeepVisible(Start(text).Replace("🔟", "10", StringComparison.Ordinal));
        var composed = KeepVisible(Start(visible.Normalize(NormalizationForm.FormKC)));
        var isTidy = !composed.StartsWith(' ') && !composed.EndsWith(' ') && !composed.Contains("  ", StringComparison.Ordinal);
        return isTidy ? composed : string.Join(' ', composed.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    // NFKC can make one sign eighteen, so the length is bounded before it and after it.
    private static string Start(string text) => text.Length <= LongestRead ? text : text[..LongestRead];

    private static string KeepVisible(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Plain)) return text;
        var kept = new StringBuilder(text.Length);
        Span<char> units = stackalloc char[2];
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune)) kept.Append(' ');
            else if (rune.Value is '’' or '‘' or 'ʼ' or '`' or '´') kept.Append(Apostrophe);
            else if (IsText(rune)) kept.Append(units[..rune.EncodeToUtf16(units)]);
        }

        return kept.ToString();
    }

    // A broken surrogate is read as U+FFFD, which is a symbol like any emoji.
    private static bool IsText(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Format or UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol or UnicodeCategory.EnclosingMark
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate)
        && !IsVariationSelector(rune);

    private static bool IsVariationSelector(Rune rune) => rune.Value is >= 0xFE00 and <= 0xFE0F or >= 0xE0100 and <= 0xE01EF;

    // WhatsApp's marks for bold, italic and struck text count as punctuation.
    private static string TrimPunctuation(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && IsEdge(text[start])) start++;
        while (end > start && IsEdge(text[end - 1])) end--;
        return text[start..end];
    }

    private static bool IsEdge(char c) => c is ' ' or '~' || char.IsPunctuation(c);
}
