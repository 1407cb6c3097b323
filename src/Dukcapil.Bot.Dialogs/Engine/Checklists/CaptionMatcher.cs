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
    /// The applicable items whose titles share most words with the text; several when they fit equally well, none when none fits. A number
    /// counts where it is said to be one ("nomor 2"), or when no title is named.
    /// </summary>
    internal static IReadOnlyList<ChecklistItem> Match(ChecklistWork work, string text)
    {
        var numbered = ChecklistReader.Numbered(work, text).Where(work.Applies).ToList();
        if (numbered.Count > 0 && ListNumbers.AreStated(text)) return numbered;
        if (Named(work, text) is { Count: > 0 } named) return named;
        if (numbered.Count > 0) return numbered;
        return Place(work, text) is { } item ? [item] : OfKind(work, text);
    }

    // "Yang ketiga".
    private static ChecklistItem? Place(ChecklistWork work, string text) =>
        ChoiceWords.Number(ChoiceWords.Of(text)) is > 0 and var place
            && work.Node.Items.ElementAtOrDefault(place - 1) is { } item && work.Applies(item) ? item : null;

    /// <summary>
    /// Whether the words name a paper at all: a kind of paper ("surat", "akta") or a form's number. When none of the list fits them, the
    /// photo is of something else, or of one of several, and must not go to the next open item.
    /// </summary>
    internal static bool NamesAPaper(ChecklistWork work, string text) =>
        Kinds(work, text).Count > 0 || Words.OfPaper(text).Any(Words.IsForm);

    private static List<string> Kinds(ChecklistWork work, string text) =>
        Words.OfPaper(text).Select(WithoutEnding).Intersect(Words.In(work.Turn, EngineTexts.PaperWords), StringComparer.Ordinal).ToList();

    // "Suratnya" names the only paper that is a letter.
    private static List<ChecklistItem> OfKind(ChecklistWork work, string text)
    {
        if (Kinds(work, text) is not [var kind]) return [];
        var found = work.Node.Items
            .Where(item => work.Applies(item) && Names(item).Any(title => title.Contains(kind, StringComparer.Ordinal)))
            .ToList();
        return found.Count == 1 ? found : [];
    }

    private static List<ChecklistItem> Named(ChecklistWork work, string text)
    {
        var common = Words.In(work.Turn, EngineTexts.CaptionWords);
        var said = ChoiceWords.WithoutFillers(Words.OfPaper(text)).Select(WithoutEnding).Except(common, StringComparer.Ordinal).ToList();
        var best = work.Node.Items.Where(work.Applies)
            .Select(item => (item, Shared: said.Count(
                word => Names(item).Any(title => title.Except(common, StringComparer.Ordinal).Any(part => IsSame(word, part))))))
            .Where(pair => pair.Shared > 0)
            .GroupBy(pair => pair.Shared, pair => pair.item)
            .MaxBy(group => group.Key);
        return best?.ToList() ?? [];
    }

    private static IEnumerable<IReadOnlyList<string>> Names(ChecklistItem item) =>
        [Words.OfPaper(item.Title.Id), Words.OfPaper(item.Title.En)];

    private static string WithoutEnding(string word) =>
        word.Length >= Ending.Length + ShortestStart && word.EndsWith(Ending, StringComparison.Ordinal) ? word[..^Ending.Length] : word;

    // Prefixes and suffixes make other words of a stem: polisi, kepolisian.
    private static bool IsSame(string word, string part) => word == part
        || (word.Length >= ShortestStart && part.StartsWith(word, StringComparison.Ordinal))
        || (word.Length >= ShortestStem && part.Contains(word, StringComparison.Ordinal))
        || Spelling.IsClose(word, part);
}
