namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>A place as typed, taken apart: what names the kelurahan and what names the kecamatan.</summary>
/// <param name="Kelurahan">Words that name the kelurahan, or a place of unknown kind; may be empty.</param>
/// <param name="Kecamatan">Words after "kecamatan"; empty when the word was not said.</param>
/// <param name="SaysKelurahan">Whether the word "kelurahan" was said.</param>
internal sealed record KelurahanText(IReadOnlyList<string> Kelurahan, IReadOnlyList<string> Kecamatan, bool SaysKelurahan)
{
    private static readonly HashSet<string> KelurahanWords = new(
        ["kel", "kelurahan", "lurah", "desa", "ds", "kelurahannya"], StringComparer.Ordinal);
    private static readonly HashSet<string> KecamatanWords = new(["kec", "kecamatan", "camat", "kecamatannya"], StringComparer.Ordinal);

    private static readonly HashSet<string> Fillers = new(
        [
            "saya", "sy", "aku", "di", "tinggal", "alamat", "rumah", "ada", "yang", "yg", "dari", "i", "live", "in",
            "kak", "min", "pak", "bu", "ya", "aja", "saja",
        ],
        StringComparer.Ordinal);

    /// <summary>Whether a word says that the name of a kelurahan or kecamatan follows.</summary>
    public static bool IsMarker(string word) => KelurahanWords.Contains(word) || KecamatanWords.Contains(word);

    /// <summary>Takes a place apart. The city's name after a kelurahan is dropped.</summary>
    public static KelurahanText Read(IReadOnlyList<string> words)
    {
        var (kelurahan, kecamatan, other) = (new List<string>(), new List<string>(), new List<string>());
        var target = other;
        foreach (var word in words)
        {
            if (KelurahanWords.Contains(word)) target = kelurahan;
            else if (KecamatanWords.Contains(word)) target = kecamatan;
            else if (!Fillers.Contains(word)) target.Add(word);
        }

        // "cibeber kelurahannya": the word may follow the name.
        if (kelurahan.Count == 0 && words.Any(KelurahanWords.Contains)) (kelurahan, other) = (other, kelurahan);
        var says = kelurahan.Count > 0;
        return new KelurahanText(WithoutCity(says ? kelurahan : other), WithoutCity(kecamatan), says);
    }

    private static List<string> WithoutCity(List<string> words)
    {
        if (words is ["kota", "cilegon"]) return ["cilegon"];
        if (words.Count > 1 && words[^1] == "cilegon") words = words[..^1];
        return words.Count > 1 && words[^1] == "kota" ? words[..^1] : words;
    }
}
