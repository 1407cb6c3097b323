namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>Finds kelurahan and kecamatan by name, tolerant of blanks, case, everyday spellings and small errors.</summary>
internal static class WilayahNames
{
    private const int ShortestPart = 4;
    private const int LongestName = 3;

    // Everyday spelling to the spelling of the code list, both without blanks (docs/aturan-kantor.md "Regions").
    private static readonly Dictionary<string, string> KelurahanVariants = new(StringComparer.Ordinal)
    {
        ["deringo"] = "dringo",
        ["gerogol"] = "grogol",
    };

    private static readonly Dictionary<string, string> KecamatanVariants = new(StringComparer.Ordinal)
    {
        ["grogol"] = "gerogol",
        ["merak"] = "pulomerak",
    };

    private static readonly Dictionary<string, Kelurahan> ByName = Wilayah.All
        .ToDictionary(kelurahan => Key(kelurahan.Name), StringComparer.Ordinal);

    private static readonly Dictionary<string, string> KecamatanByName =
        Wilayah.All.Select(kelurahan => kelurahan.Kecamatan).Distinct(StringComparer.Ordinal).ToDictionary(Key, StringComparer.Ordinal);

    /// <summary>
    /// The kelurahan that words can mean: the one of that name, else the nearest spelling, a name among the words, or a part of names.
    /// </summary>
    public static IReadOnlyList<Kelurahan> Kelurahan(IReadOnlyList<string> words)
    {
        var name = string.Concat(words);
        if (Exact(name) is { } exact) return [exact];
        if (Exact(KecamatanByName, KecamatanVariants, name) is not null) return [];
        var inside = Windows(words).Select(Exact).OfType<Kelurahan>().Distinct().ToList();
        if (inside.Count > 0) return inside;
        var near = Nearest(ByName, name);
        if (near.Count > 0) return near;
        return name.Length < ShortestPart
            ? []
            : ByName.Where(pair => pair.Key.Contains(name, StringComparison.Ordinal)).Select(pair => pair.Value).ToList();
    }

    /// <summary>The kecamatan that words name; null when none or several.</summary>
    public static string? Kecamatan(IReadOnlyList<string> words)
    {
        var name = string.Concat(words);
        if (Exact(KecamatanByName, KecamatanVariants, name) is { } exact) return exact;
        var near = Nearest(KecamatanByName, name);
        return near.Count == 1 ? near[0] : null;
    }

    /// <summary>Whether a text without blanks is the name of a kelurahan or kecamatan, everyday spellings included.</summary>
    public static bool IsName(string name) => Exact(name) is not null || Exact(KecamatanByName, KecamatanVariants, name) is not null;

    /// <summary>Whether a kelurahan shares its name with its kecamatan: Cibeber, Citangkil, Purwakarta, Grogol/Gerogol.</summary>
    public static bool IsAlsoKecamatan(Kelurahan kelurahan) =>
        Exact(KecamatanByName, KecamatanVariants, Key(kelurahan.Name)) == kelurahan.Kecamatan;

    /// <summary>Whether a kelurahan carries the name of its kecamatan, alone or with an addition (Jombang Wetan).</summary>
    public static bool SharesName(Kelurahan kelurahan) =>
        IsAlsoKecamatan(kelurahan) || kelurahan.Name.StartsWith(kelurahan.Kecamatan, StringComparison.Ordinal);

    private static Kelurahan? Exact(string name) => Exact(ByName, KelurahanVariants, name);

    private static T? Exact<T>(Dictionary<string, T> names, Dictionary<string, string> variants, string name)
        where T : class => names.GetValueOrDefault(variants.GetValueOrDefault(name, name));

    private static List<T> Nearest<T>(Dictionary<string, T> names, string name) => names
        .Where(pair => Spelling.IsClose(name, pair.Key))
        .GroupBy(pair => Spelling.Distance(name, pair.Key), pair => pair.Value)
        .MinBy(group => group.Key)?.ToList() ?? [];

    private static IEnumerable<string> Windows(IReadOnlyList<string> words) =>
        from length in Enumerable.Range(1, LongestName)
        from start in Enumerable.Range(0, Math.Max(0, words.Count - length + 1))
        select string.Concat(words.Skip(start).Take(length));

    private static string Key(string name) => string.Concat(TextNormalizer.Words(name));
}
