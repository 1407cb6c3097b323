namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>Detects questions as people type them, mostly without a question mark.</summary>
internal static class Questions
{
    private static readonly HashSet<string> Words = new(
        ("apa apakah apaan berapa brp bagaimana gimana gmn gmana kumaha pripun kapan iraha dimana dmn mana kemana kmn "
        + "darimana kenapa knp ngapa mengapa naha siapa kok ko kan kah "
        + "emang emangnya memang memangnya bisakah bolehkah haruskah masa masak what how when where why who which whether").Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string> Openings =
        new("bisa boleh can may is are do does will would should kalau kalo klo if".Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> Closings = new(
        "ga gak tidak tdk ngga nggak enggak gk kan kah belum blm".Split(' '), StringComparer.Ordinal);

    /// <summary>Whether a question mark stands anywhere.</summary>
    public static bool HasMark(string text) => text.AsSpan().ContainsAny('?', '？', '¿');

    /// <summary>Whether a text asks something: by its mark, a word that asks, or the form "bisa … ga".</summary>
    public static bool Asks(string text)
    {
        if (HasMark(text)) return true;
        var words = TextNormalizer.Words(text);
        if (words.Any(word => Words.Contains(word) || (word.Length > 5 && word.EndsWith("kah", StringComparison.Ordinal)))) return true;
        return words.Count > 1 && (Openings.Contains(words[0]) || Closings.Contains(Last(words)));
    }

    private static string Last(IReadOnlyList<string> words) =>
        words.LastOrDefault(word => !Courtesy.Is(word) && word is not ("ya" or "yah")) ?? "";
}
