namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>
/// The one reader of marital status as registers and people write it: SIAK's values (belum kawin, kawin tercatat, kawin belum tercatat,
/// cerai hidup, cerai mati), short forms, and yes and no with their letters. Only what is certain is read: bare numbers and other letters
/// mean other things in other lists, and have to be asked. The chat reads whole answers by <see cref="Read"/> and sentences by
/// <see cref="Mentions"/>.
/// </summary>
public static class MaritalStatusReader
{
    // What only answers a question; in a sentence it may belong to anything.
    private static readonly Dictionary<MaritalStatus, string[]> Answers = new()
    {
        [MaritalStatus.Never] = Words("belum, belum sudah kawin, tidak, tidak pernah, belum pernah, n, t, no, false, b kawin"),
        [MaritalStatus.Married] = Words("sudah"),
        [MaritalStatus.Formerly] = [],
        [MaritalStatus.Ever] = Words("ya, y, yes, true, pernah, pernah kawin, sudah pernah kawin"),
    };

    private static readonly Dictionary<MaritalStatus, string[]> Terms = new()
    {
        [MaritalStatus.Never] = Words(
            "belum kawin, belumkawin, belum pernah kawin, tidak kawin, tidak pernah kawin, lajang, bujang, bujangan, gadis, perawan, "
            + "jejaka, perjaka, jomblo, single, unmarried, never kawin, not kawin, belum berkeluarga"),
        [MaritalStatus.Married] = Words(
            "kawin, sudah kawin, kawin tercatat, kawin belum tercatat, kawin tidak tercatat, kawin siri, sudah berkeluarga, "
            + "berkeluarga, bersuami, beristri"),
        [MaritalStatus.Formerly] = Words(
            "cerai, cerai hidup, cerai mati, cerai tercatat, cerai belum tercatat, cerai hidup tercatat, cerai hidup belum tercatat, "
            + "cerai hidup tidak tercatat, cerai mati tercatat, cerai mati belum tercatat, sudah cerai, "
            + "janda, duda, widowed, widow, widower"),
        [MaritalStatus.Ever] = [],
    };

    private static readonly HashSet<string> Coming = new(
        ["mau", "akan", "ingin", "pengen", "pengin", "hendak", "rencana", "calon", "mo"], StringComparer.Ordinal);

    private static readonly Dictionary<string, MaritalStatus> Stated = Table(Terms);

    private static readonly Dictionary<string, MaritalStatus> Known = Table(Answers.Concat(Terms));

    private static readonly int LongestTerm = Stated.Keys.Max(words => words.Split(' ').Length);

    /// <summary>The status that a value or a whole answer states; null when nothing is written or it is not certain.</summary>
    public static MaritalStatus? Read(string text) => Known.TryGetValue(OfficeWords.Of(text), out var status) ? status : null;

    /// <summary>Whether the person is or was married; null when it is not certain. Nothing written means no.</summary>
    public static bool? EverMarried(string text) =>
        OfficeWords.Of(text).Length == 0 ? false : Read(text) switch { null => null, var status => status is not MaritalStatus.Never };

    /// <summary>
    /// What SIAK's code list would say of a bare number (F-1.01: 1 belum kawin, 2 and above kawin or cerai); null for anything else.
    /// </summary>
    public static bool? OfCode(string text) =>
        OfficeWords.Of(text) switch { "1" or "01" => false, "2" or "3" or "4" or "02" or "03" or "04" => true, _ => null };

    /// <summary>
    /// Whether a sentence speaks of marital status, and of which: null when that is not certain, because it names several, denies one,
    /// speaks of what is to come, or asks.
    /// </summary>
    public static bool Mentions(string text, out MaritalStatus? status)
    {
        var words = OfficeWords.Of(text).Split(' ');
        var found = new List<(int At, MaritalStatus Status)>();
        for (var at = 0; at < words.Length; at++)
        {
            var length = Enumerable.Range(1, Math.Min(LongestTerm, words.Length - at))
                .LastOrDefault(length => Stated.ContainsKey(string.Join(' ', words, at, length)));
            if (length == 0) continue;
            found.Add((at, Stated[string.Join(' ', words, at, length)]));
            at += length - 1;
        }

        var isPlain = !Questions.HasMark(text) && !words.Any(Coming.Contains)
            && !found.Exists(term => term.At > 0 && words[term.At - 1] is "belum" or "tidak" or "not" or "pernah");
        status = isPlain && found.Select(term => term.Status).Distinct().ToList() is [var one] ? one : null;
        return found.Count > 0;
    }

    private static Dictionary<string, MaritalStatus> Table(IEnumerable<KeyValuePair<MaritalStatus, string[]>> groups) =>
        groups.SelectMany(group => group.Value.Select(words => (words, group.Key)))
            .ToDictionary(pair => pair.words, pair => pair.Key, StringComparer.Ordinal);

    private static string[] Words(string listed) => listed.Split(',', StringSplitOptions.TrimEntries);
}
