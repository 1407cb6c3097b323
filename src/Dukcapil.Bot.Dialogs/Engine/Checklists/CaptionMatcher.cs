using Dukcapil.Bot.Dialogs.Definitions;
using Dukcapil.Bot.Dialogs.Engine.Prompting;
using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Dialogs.Engine.Checklists;

/// <summary>Finds the papers that words about a photo name: "kk nya", "surat kehilangan polisi", "ini ktp yg rusak bu".</summary>
internal static class CaptionMatcher
{
    private const string Ending = "nya";
    private const int ShortestStart = 3;
    private const int ShortestStem = 5;

    /// <summary>
    /// The applicable items whose titles share most words with the text; several when they fit equally well, none when none fits. A number counts
    /// where it is said to be one ("nomor 2"), or when no title is named.
    /// </summary>
    internal static IReadOnlyList<ChecklistItem> Match(ChecklistWork work, string text)
    {
        var numbered = ChecklistReader.Numbered(work, text).Where(work.Applies).ToList();
        if (numbered.Count > 0 && ListNumbers.AreStated(text)) return numbered;
        return Named(work, text) is { Count: > 0 } named ? named : numbered;
    }

    private static List<ChecklistItem> Named(ChecklistWork work, string text)
    {
        var common = Words.In(work.Turn, EngineTexts.CaptionWords);
        var said = ChoiceWords.WithoutFillers(Words.OfPaper(text)).Select(WithoutEnding).Except(common, StringComparer.Ordinal).ToList();
        var best = work.Node.Items.Where(work.Applies)
            .Select(item => (item, Shared: said.Count(word => Names(item).Any(title => title.Except(common, StringComparer.Ordinal).Any(part => IsSame(word, part))))))
            .Where(pair => pair.Shared > 0)
            .GroupBy(pair => pair.Shared, pair => pair.item)
            .MaxBy(group => group.Key);
        return best?.ToList() ?? [];
    }

    private static IEnumerable<IReadOnlyList<string>> Names(ChecklistItem item) => [Words.OfPaper(item.Title.Id), Words.OfPaper(item.Title.En)];

    private static string WithoutEnding(string word) =>
        word.Length >= Ending.Length + ShortestStart && word.EndsWith(Ending, StringComparison.Ordinal) ? word[..^Ending.Length] : word;

    // Prefixes and suffixes make other words of a stem: polisi, kepolisian.
    private static bool IsSame(string word, string part) => word == part
        || (word.Length >= ShortestStart && part.StartsWith(word, StringComparison.Ordinal))
        || (word.Length >= ShortestStem && part.Contains(word, StringComparison.Ordinal))
        || Spelling.IsClose(word, part);
}
