namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>
/// Slot filling: takes a message apart that answers several questions about a person at once: "Budi Santoso nik 3672… kk 3672…",
/// "Siti, lahir 17-08-1995, kelurahan Cibeber". What stands first belongs to the question that was asked.
/// </summary>
public static class MultiSlotReader
{
    private const int LongestRead = 300;

    private static readonly (string Kind, string[] Labels)[] Labels =
    [
        ("nik", ["nik", "niknya", "nomornik"]),
        ("kk", ["kk", "nokk", "kknya"]),
        ("date", ["lahir", "ttl", "tgllahir", "born"]),
        ("kelurahan", ["kelurahan", "kel"]),
        ("name", ["nama", "name", "namanya"]),
    ];

    private static readonly HashSet<string> Joints = new(
        ["no", "nomor", "nomer", "tgl", "tanggal", "tempat", "dan", "and", "yang", "ya", "adalah", ",", ";", ":"], StringComparer.Ordinal);

    /// <summary>Recogniser to the part of the text that answers it; empty when the text holds one answer only.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="asked">The recogniser of the question that was asked.</param>
    public static IReadOnlyDictionary<string, string> Read(string text, string asked)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (text.Length > LongestRead || Labels.All(label => label.Kind != asked)) return parts;
        var kind = asked;
        var words = new List<string>();
        foreach (var word in text.Replace(":", " ", StringComparison.Ordinal)
            .Split([' ', '\n', ',', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (KindOf(word, kind, words.Exists(IsNumber)) is { } next && next != kind)
            {
                Finish();
                kind = next;
            }

            if (IsNumber(word) || kind == "name" || LabelOf(word) is null) words.Add(word);
        }

        Finish();
        return parts.Count > 1 && parts.ContainsKey(asked) ? parts : new Dictionary<string, string>(StringComparer.Ordinal);

        void Finish()
        {
            while (words.Count > 0 && Joints.Contains(words[^1].ToLowerInvariant())) words.RemoveAt(words.Count - 1);
            if (words.Count > 0) parts.TryAdd(kind, string.Join(' ', words));
            words.Clear();
        }
    }

    // A number of 16 digits after a name is the NIK, and one after a NIK the number of the family card.
    private static string? KindOf(string word, string current, bool hasNumber) => IsNumber(word)
        ? (current, hasNumber) switch { ("name", _) => "nik", ("nik", true) => "kk", _ => null }
        : LabelOf(word);

    private static string? LabelOf(string word)
    {
        var plain = string.Concat(TextNormalizer.Words(word));
        return Labels.FirstOrDefault(label => label.Labels.Contains(plain, StringComparer.Ordinal)).Kind;
    }

    private static bool IsNumber(string word) => word.Length == NikRules.Length && word.All(char.IsAsciiDigit);
}
