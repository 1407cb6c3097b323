using System.Globalization;
using Dukcapil.Bot.Dialogs.Definitions;
using Dukcapil.Bot.Dialogs.Engine.Prompting;
using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Dialogs.Engine.Checklists;

/// <summary>Finds out what a text asks of a checklist.</summary>
internal static class ChecklistReader
{
    internal static PromptReading Read(ChecklistWork work, string text, DateOnly today)
    {
        var normalized = TextNormalizer.Normalize(text);
        var command = Change(work, normalized)
            ?? Enough(work, normalized)
            ?? Counter(work, normalized)
            ?? Finish(work, normalized)
            ?? Reply(work, text, today)
            ?? Number(work, text, normalized);
        return command is null ? new PromptReading.Nothing() : new PromptReading.Command(command);
    }

    /// <summary>The items that a text names, by numbers or by one title; none when it names none.</summary>
    internal static IReadOnlyList<ChecklistItem> Items(ChecklistWork work, string text)
    {
        if (Numbered(work, text) is { Count: > 0 } numbered) return numbered;
        var candidates = work.Node.Items.Select(item => new ChoiceCandidate(item.Id, [item.Title.Id, item.Title.En], [])).ToList();
        var id = ChoiceMatcher.Match(text, candidates).Id;
        return work.Node.Items.Where(item => item.Id == id).ToList();
    }

    /// <summary>The items whose numbers stand in a text as numbers of the list (<see cref="ListNumbers"/>).</summary>
    internal static IReadOnlyList<ChecklistItem> Numbered(ChecklistWork work, string text) =>
        ListNumbers.In(text).Where(number => number > 0 && number <= work.Node.Items.Count)
            .Select(number => work.Node.Items[number - 1]).ToList();

    private static ChecklistCommand? Change(ChecklistWork work, string normalized)
    {
        if (Words.After(Words.In(work.Turn, EngineTexts.ChangeWords), normalized) is not { } rest) return null;
        if (rest.Length == 0) return new ChecklistCommand.Change();
        return Items(work, rest) is [var item, ..] ? new ChecklistCommand.Select(item) : null;
    }

    // "loket 3" and "3 loket", "bawa semua" and "semua dibawa": the word may stand before or after what it is about.
    private static ChecklistCommand.BringToCounter? Counter(ChecklistWork work, string normalized)
    {
        var words = Words.In(work.Turn, EngineTexts.CounterWords);
        if ((Words.After(words, normalized) ?? Words.Before(words, normalized)) is not { } rest) return InSentence(work, words, normalized);
        IReadOnlyList<ChecklistItem> items =
            rest.Length == 0 ? work.Current is { } current ? [current] : []
            : Words.After(Words.In(work.Turn, EngineTexts.AllWords), rest) is not null ? work.Open
            : Items(work, rest);
        return items.Count == 0 ? InSentence(work, words, normalized) : new ChecklistCommand.BringToCounter(items);
    }

    // "no 2 loket aja, no 3 jg", "kk nya dibawa aja": the word stands anywhere, and numbers, "semua" or a title say what it is about.
    private static ChecklistCommand.BringToCounter? InSentence(ChecklistWork work, IReadOnlyList<string> counter, string normalized)
    {
        var words = ChoiceWords.Of(normalized);
        if (words.Any(ChoiceWords.Denies) || normalized.Contains('?', StringComparison.Ordinal)
            || !words.Any(word => counter.Contains(word, StringComparer.Ordinal))) return null;
        var rest = string.Join(' ', words.Where(word => !counter.Contains(word, StringComparer.Ordinal)));
        IReadOnlyList<ChecklistItem> items = words.Intersect(Words.In(work.Turn, EngineTexts.AllWords), StringComparer.Ordinal).Any()
            ? work.Open
            : Numbered(work, normalized) is { Count: > 0 } numbered ? numbered
            : CaptionMatcher.Match(work, rest) is [var named] ? [named] : [];
        return items.Count == 0 ? null : new ChecklistCommand.BringToCounter(items);
    }

    // "Satu foto sudah keduanya", while an item with several things has fewer photos than it asks for.
    private static ChecklistCommand.Enough? Enough(ChecklistWork work, string normalized)
    {
        if (work.Current is not { } current || !work.IsPart(current)) return null;
        var said = string.Join(' ', ChoiceWords.WithoutFillers(ChoiceWords.Of(normalized)));
        return Words.In(work.Turn, EngineTexts.EnoughWords)
            .Any(words => string.Join(' ', ChoiceWords.WithoutFillers(ChoiceWords.Of(words))) == said)
            ? new ChecklistCommand.Enough(current)
            : null;
    }

    private static ChecklistCommand.Finish? Finish(ChecklistWork work, string normalized) =>
        Words.In(work.Turn, EngineTexts.FinishWords).Contains(normalized, StringComparer.Ordinal) ? new ChecklistCommand.Finish() : null;

    // The reply to a question about the list as a whole.
    private static ChecklistCommand? Reply(ChecklistWork work, string text, DateOnly today)
    {
        var turn = work.Turn;
        if (work.Cursor is not { Asking: not ChecklistQuestion.None }) return null;
        var said = turn.Checklist.Asking == ChecklistQuestion.BringRest
            ? RecognizerSet.All["yesno"].Recognize(text, new RecognizerContext(turn.Language, today)).Value
            : null;
        said ??= (PromptReader.Option(OfferedOptions.Stated(turn, work.Node), work.Node, text) as PromptReading.Answer)?.Value.Text;
        return said is null ? null : Chosen(said);
    }

    /// <summary>What an option of a question about the list stands for.</summary>
    internal static ChecklistCommand Chosen(string option) => option switch
    {
        OfferedOptions.Yes => new ChecklistCommand.BringRest(),
        OfferedOptions.No => new ChecklistCommand.KeepSending(),
        OfferedOptions.Change => new ChecklistCommand.Change(),
        _ => new ChecklistCommand.Finish(),
    };

    private static ChecklistCommand? Number(ChecklistWork work, string text, string normalized)
    {
        var named = Items(work, text);
        if (named.Count == 1) return new ChecklistCommand.Select(named[0]);
        return named.Count == 0 && normalized.Length <= 3
            && int.TryParse(normalized, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? new ChecklistCommand.UnknownNumber()
            : null;
    }
}
