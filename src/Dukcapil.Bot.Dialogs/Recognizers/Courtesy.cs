namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>Politeness around what is meant: "Stop. Terima kasih", "berhenti min", "tolong kirim ya kak".</summary>
public static class Courtesy
{
    private static readonly HashSet<string> Always = new(
        ("kak kakak ka pak bapak bpk bu ibu mas mba mbak bang abang min mimin admin gan kang teh om tante sir madam "
        + "tolong mohon silakan silahkan mangga please pls "
        + "dong deh aja ajah aj saja lah wae bae weh mawon "
        + "alhamdulillah makasih makasi mksh trims trimakasih terimakasih tengkyu thanks thx suwun nuwun "
        + "maaf permisi punten assalamualaikum").Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string> AtTheEnds = new(
        ["ya", "yah", "yaa", "yh", "ok", "oke", "halo", "hai", "sekarang"], StringComparer.Ordinal);

    private static readonly (string First, string Second)[] Pairs
        = [("terima", "kasih"), ("thank", "you"), ("hatur", "nuhun"), ("matur", "nuwun"), ("matur", "suwun")];

    /// <summary>Whether a word adds nothing to what is said. A "ya" is not among them: alone it is an answer.</summary>
    internal static bool Is(string word) => Always.Contains(word);

    /// <summary>The words without those that are only polite, wherever they stand.</summary>
    internal static IReadOnlyList<string> Without(IReadOnlyList<string> words)
    {
        var kept = new List<string>();
        for (var at = 0; at < words.Count; at++)
        {
            if (at + 1 < words.Count && Pairs.Contains((words[at], words[at + 1]))) at++;
            else if (!Is(words[at])) kept.Add(words[at]);
        }

        return kept;
    }

    /// <summary>
    /// What a message says once politeness is taken off, a "ya" or "oke" at either end too, as normalised words; null when nothing else is
    /// left or when it asks: "stop?" is no "stop".
    /// </summary>
    public static string? Plain(string text)
    {
        var kept = Without(TextNormalizer.Words(text)).ToList();
        while (kept.Count > 1 && AtTheEnds.Contains(kept[^1])) kept.RemoveAt(kept.Count - 1);
        while (kept.Count > 1 && AtTheEnds.Contains(kept[0])) kept.RemoveAt(0);
        return kept.Count == 0 || Questions.HasMark(text) ? null : string.Join(' ', kept);
    }
}
