using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Core.Information.Complaints;

/// <summary>
/// Classifies complaints by an allow-list of harmless words, since nobody can list every way to say that an officer took money. Every desk
/// may read a complaint only when each of its words is on the list and one of them names an application, a device or the waiting room; any
/// other word, a name or an amount sends it to heads alone.
/// </summary>
public sealed class ComplaintSorter(BotContentHolder content)
{
    private const string MoneyWords = "pengaduan.kata-uang";
    private const string HarmlessMatters = "pengaduan.kata-hal";
    private const string HarmlessWords = "pengaduan.kata-biasa";
    private const string TimeWords = "pengaduan.kata-waktu";

    /// <summary>A count of days; anything longer may be an amount.</summary>
    private const int LongestCount = 2;

    private static readonly string[] Endings = ["nya", "ku", "mu"];

    /// <summary>Whether a text speaks of money that was asked for.</summary>
    public bool SpeaksOfMoney(string text)
    {
        var normalized = $" {TextNormalizer.Normalize(text)} ";
        return Words(MoneyWords).Any(word => normalized.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether a text is plainly about no officer and no money.</summary>
    public bool IsPlainlyHarmless(string text)
    {
        var said = TextNormalizer.Words(text);
        var (matters, words, times) = (Set(HarmlessMatters), Set(HarmlessWords), Set(TimeWords));
        return said.Any(word => IsIn(matters, word))
            && said.Select((word, at) => (Word: word, Next: said.ElementAtOrDefault(at + 1)))
                .All(one => IsIn(matters, one.Word) || IsIn(words, one.Word) || IsIn(times, one.Word) || IsCount(one.Word, one.Next));

        bool IsCount(string word, string? next) =>
            word.Length <= LongestCount && word.All(char.IsAsciiDigit) && next is not null && IsIn(times, next);
    }

    private static bool IsIn(HashSet<string> known, string word) =>
        known.Contains(word)
            || Array.Exists(Endings, ending => word.EndsWith(ending, StringComparison.Ordinal) && known.Contains(word[..^ending.Length]));

    private HashSet<string> Set(string key) => Words(key).ToHashSet(StringComparer.Ordinal);

    private string[] Words(string key)
    {
        var text = content.Current.Texts[key];
        return $"{text.In(Language.Id)},{text.In(Language.En)}".Split(
            ',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }
}
