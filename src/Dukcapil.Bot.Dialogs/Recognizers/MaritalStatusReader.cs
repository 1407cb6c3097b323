namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>
/// The one reader of marital status as registers and people write it: SIAK's values (belum kawin, kawin tercatat, kawin belum tercatat, cerai
/// hidup, cerai mati), short forms, and yes and no with their letters. Only what is certain is read: bare numbers and other letters mean
/// other things in other lists, and have to be asked.
/// </summary>
public static class MaritalStatusReader
{
    private static readonly HashSet<string> Never = new(StringComparer.Ordinal)
    {
        "belum kawin", "belumkawin", "belum", "belum pernah kawin", "belum sudah kawin", "tidak kawin", "tidak", "tidak pernah kawin", "tidak pernah", "belum pernah", "lajang", "bujang",
        "bujangan", "gadis", "perawan", "jejaka", "perjaka", "single", "unmarried", "never kawin", "not kawin", "n", "t", "no", "false", "belum berkeluarga", "b kawin",
    };

    private static readonly HashSet<string> Ever = new(StringComparer.Ordinal)
    {
        "kawin", "sudah kawin", "pernah kawin", "sudah pernah kawin", "kawin tercatat", "kawin belum tercatat", "kawin tidak tercatat", "kawin siri", "sudah berkeluarga",
        "berkeluarga", "cerai", "cerai hidup", "cerai mati", "cerai tercatat", "cerai belum tercatat", "cerai hidup tercatat", "cerai hidup belum tercatat",
        "cerai hidup tidak tercatat", "cerai mati tercatat", "cerai mati belum tercatat", "sudah cerai", "janda", "duda", "widowed", "widow", "widower", "bersuami", "beristri",
        "ya", "y", "yes", "true", "sudah", "pernah",
    };

    /// <summary>Whether the person is or was married; null when it is not certain. Nothing written means no.</summary>
    public static bool? EverMarried(string text)
    {
        var said = OfficeWords.Of(text);
        if (said.Length == 0 || Never.Contains(said)) return false;
        return Ever.Contains(said) ? true : null;
    }

    /// <summary>What SIAK's code list would say of a bare number (F-1.01: 1 belum kawin, 2 and above kawin or cerai); null for anything else.</summary>
    public static bool? OfCode(string text) => OfficeWords.Of(text) switch { "1" or "01" => false, "2" or "3" or "4" or "02" or "03" or "04" => true, _ => null };
}
