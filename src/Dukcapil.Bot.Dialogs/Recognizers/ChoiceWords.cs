using System.Runtime.CompilerServices;

namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>Words around a choice: what may be left out, what denies, and how a number is said.</summary>
internal static class ChoiceWords
{
    private static readonly HashSet<string> Fillers = new(
        [
            "no", "nomor", "nomer", "nmr", "nmer", "yang", "yg", "nu", "sing", "pilihan", "pilih", "milih", "opsi", "baris", "urutan",
            "option", "number", "the", "angka", "aja", "saja", "deh", "dong", "kak", "min", "bang", "kok", "ko", "sih", "kan", "eh",
            "ny", "nya", "itu", "ini", "nih", "lho", "loh", "lah", "jg", "juga", "untuk", "utk", "buat", "bwt", "for", "my", "is", "it",
            "pak", "bu", "mas", "mbak", "mau", "saya", "sy", "aku", "i", "want", "choose", "pick", "please", "tolong", "ya", "ke",
            "a", "an",
        ],
        StringComparer.Ordinal);

    // "Hari terakhir", "jam pertama": of a list of days or times.
    private static readonly HashSet<string> Listed = new(["hari", "jam", "waktu", "tanggal", "tgl", "day", "time"], StringComparer.Ordinal);

    private static readonly HashSet<string> Denials = new(
        ["tidak", "bukan", "jangan", "belum", "not", "isnt", "dont", "selain", "except", "kecuali", "kurang"], StringComparer.Ordinal);

    private static readonly HashSet<string> Turns = new(
        ["tapi", "tp", "tetapi", "melainkan", "cuma", "cuman", "hanya", "but", "only"], StringComparer.Ordinal);

    private static readonly Dictionary<string, string> Spellings = new (string Word, string Written)[]
    {
        ("tidak", "tdk tak gak ga gk nggak ngga nggk enggak engga ndak nda kagak kaga ora mboten teu"),
        ("bukan", "bkn bukn bukanlah sanes"),
        ("belum", "blm blum belom durung"),
        ("jangan", "jgn"),
        ("sudah", "udah udh sdh dah"),
        ("saya", "sy"),
    }.SelectMany(row => row.Written.Split(' ').Select(written => (written, row.Word)))
        .ToDictionary(pair => pair.written, pair => pair.Word, StringComparer.Ordinal);

    private static readonly ConditionalWeakTable<string, IReadOnlyList<string>> Names = [];

    /// <summary>The words of a text, each denial in one spelling.</summary>
    public static IReadOnlyList<string> Of(string text) =>
        TextNormalizer.Words(text).Select(word => Spellings.GetValueOrDefault(word, word)).ToList();

    /// <summary>
    /// As <see cref="Of"/>, kept as long as the text itself lives: names stand in the content and are asked for in every turn.
    /// </summary>
    public static IReadOnlyList<string> OfName(string name) => Names.GetValue(name, Of);

    /// <summary>Whether a word ends what was denied before it: "bukan rusak tapi hilang".</summary>
    public static bool TurnsBack(string word) => Turns.Contains(word);

    /// <summary>Whether a word turns the meaning round.</summary>
    public static bool Denies(string word) => Denials.Contains(word);

    /// <summary>The words that carry meaning.</summary>
    public static IReadOnlyList<string> WithoutFillers(IReadOnlyList<string> words) =>
        words.Where(word => !Fillers.Contains(word)).ToList();

    /// <summary>The number the words say and nothing else (<c>nomor dua</c>, <c>yang ke-2</c>, <c>the second one</c>); else null.</summary>
    public static int? Number(IReadOnlyList<string> words)
    {
        var meant = WithoutFillers(words);
        if (meant.Count == 2 && Listed.Contains(meant[0]) && NumberWords.Digits(meant[1]) is null
            && NumberWords.Ordinal(meant[1]) is { } place) return place;
        if (meant.Count == 2 && meant[1] == "one" && NumberWords.Ordinal(meant[0]) is { } english) return english;
        if (meant.Count != 1) return null;
        return NumberWords.Digits(meant[0]) ?? NumberWords.Cardinal(meant[0]) ?? NumberWords.Ordinal(meant[0]);
    }
}
