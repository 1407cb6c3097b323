namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>Words as offices shorten them, in one spelling: <c>1. Blm Kwn</c> becomes "belum kawin".</summary>
internal static class OfficeWords
{
    private static readonly Dictionary<string, string> Spellings = Table(
        "belum: blm blum bl belom blom blon belun blem", "sudah: sdh sudh udah udh telah tlh", "tidak: tdk tak gak nggak ngga enggak bukan",
        "kawin: kwn nikah menikah nkh kawn kawim married", "pernah: prnh", "hidup: hdp", "mati: mt meninggal wafat",
        "perekaman: rekam merekam terekam direkam rekaman perekamanan prekaman", "cetak: tercetak dicetak pencetakan mencetak",
        "keluar: luar ke", "tercatat: tctt catat dicatat tecatat tcatat trcatat tercatt", "dunia: dun",
        "pindah: pndh pndah pindh pindahan", "cerai: crai bercerai divorced");

    private static readonly HashSet<string> Fillers =
        new(StringComparer.Ordinal)
        {
            "status", "statusnya", "ktp", "el", "ktpel", "ektp", "e", "melakukan", "dan", "sdr", "yang", "nya", "biometrik",
            "data", "dokumen", "wni", "skpwni",
        };

    /// <summary>
    /// The words of a value, leading number of a code list dropped ("1. ", "02 - "), in one spelling. A bare number stays.
    /// </summary>
    public static string Of(string text)
    {
        var words = TextNormalizer.Words(text.Replace('_', ' '));
        var said = words.Count > 1 && words[0].All(char.IsAsciiDigit) ? words.Skip(1) : words;
        var meant = said.Where((word, at) => at == 0 || !IsYear(word)).Select(word => Spellings.GetValueOrDefault(word, word));
        return string.Join(' ', meant.Where(word => !Fillers.Contains(word)));
    }

    // "Sudah wafat 2021", "sudah rekam 2012".
    private static bool IsYear(string word) => word.Length == 4 && word.All(char.IsAsciiDigit) && word[..2] is "19" or "20";

    private static Dictionary<string, string> Table(params string[] rows)
    {
        var table = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var colon = row.IndexOf(':', StringComparison.Ordinal);
            foreach (var form in row[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)) table.Add(form, row[..colon]);
        }

        return table;
    }
}
