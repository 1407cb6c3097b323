namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>
/// Finds the option a resident means: its number, a number word, an ordinal, its title, id or words, an unambiguous part of them, or
/// those with small typing errors. Numbers are exact or nothing: "10" never means option 1, and a number that stands in a title ("7
/// Desember") is that title before it is a position. What a sentence denies ("hilang, bukan rusak") is never meant, and a sentence that
/// only denies means nothing: the other option would be a guess. An option that cannot be taken back is never guessed
/// (<see cref="ChoiceCandidate.IsFinal"/>).
/// </summary>
public static class ChoiceMatcher
{
    private const int MostWords = 20;

    /// <summary>Finds the option; candidates are numbered from 1 in the given order.</summary>
    public static ChoiceMatch Match(string text, IReadOnlyList<ChoiceCandidate> candidates)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        var names = candidates.Select(candidate => new ChoiceNames(candidate)).ToList();
        if (names.Where((name, at) => name.IsFinal && name.IsPlainly(text, at + 1)).ToList() is [var plain]) return Of([plain]);
        var words = ChoiceWords.Of(text);
        if (words.Count is 0 or > MostWords) return ChoiceMatch.None;
        var open = names.Where(name => !name.IsFinal).ToList();
        if (!words.All(word => word.All(char.IsAsciiDigit)) || words.Count > 1)
        {
            var exact = open.Where(name => name.Equals(words)).ToList();
            if (exact.Count > 0) return Of(exact);
        }

        if (ChoiceWords.Number(words) is { } number) return Numbered(text, number, candidates);
        if (open.Count < names.Count && Questions.Asks(text)) return ChoiceMatch.None;
        // "Buat" adds nothing to most sentences, but alone it may be what an option is called by.
        var meant = ChoiceWords.WithoutFillers(words) is { Count: > 0 } kept ? kept : words;
        if (WithNumber(meant, candidates, names) is { } numbered) return numbered;
        var statement = ChoiceStatement.Read(text, open);
        return statement.Denied.Count == 0 ? ByName(meant, open) : Undenied(meant, statement, open);
    }

    // "belum kawin kak" is a name that denies; "hilang bukan rusak" says one name and denies another.
    private static ChoiceMatch Undenied(IReadOnlyList<string> meant, ChoiceStatement statement, List<ChoiceNames> names)
    {
        if (names.Where(name => name.Equals(meant) || name.Holds(meant)).ToList() is { Count: > 0 } whole) return Of(whole);
        var said = ByName(ChoiceWords.WithoutFillers(statement.Said), names);
        var denied = statement.Denied.Select(words => ByName(ChoiceWords.WithoutFillers(words), names))
            .SelectMany(match => (IEnumerable<string>)(match.Id is { } id ? [id] : match.Ambiguous));
        return said.Id is null || denied.Contains(said.Id, StringComparer.Ordinal) ? ChoiceMatch.None : said;
    }

    // "1?" asks about the option rather than choosing what cannot be taken back.
    private static ChoiceMatch Numbered(string text, int number, IReadOnlyList<ChoiceCandidate> candidates) =>
        At(number, candidates) is { } at && !(at.IsFinal && Questions.HasMark(text)) ? new ChoiceMatch(at.Id, []) : ChoiceMatch.None;

    private static ChoiceCandidate? At(int number, IReadOnlyList<ChoiceCandidate> candidates)
    {
        var listed = candidates.Any(candidate => !candidate.IsBeside)
            ? candidates.Count(candidate => !candidate.IsBeside)
            : candidates.Count;
        return candidates.ElementAtOrDefault((number == NumberWords.Last ? listed : number) - 1);
    }

    // "7 desember" is the title that holds both words; "2 ktp hilang" is the second option when the words agree with it.
    private static ChoiceMatch? WithNumber(IReadOnlyList<string> words, IReadOnlyList<ChoiceCandidate> candidates, List<ChoiceNames> names)
    {
        if (words.Count < 2 || NumberWords.Digits(words[0]) is not { } number) return null;
        if (names.Where(name => !name.IsFinal && name.Holds(words)).ToList() is { Count: > 0 } titled) return Of(titled);
        return At(number, candidates) is { IsFinal: false } at && !names[number - 1].HasNumber
            && names[number - 1].Holds(words.Skip(1).ToList())
            ? new ChoiceMatch(at.Id, [])
            : null;
    }

    private static ChoiceMatch ByName(IReadOnlyList<string> words, List<ChoiceNames> names)
    {
        if (words.Count == 0) return ChoiceMatch.None;
        foreach (var test in (ReadOnlySpan<Func<ChoiceNames, bool>>)
            [name => name.Equals(words), name => name.Holds(words), name => name.IsIn(words)])
        {
            var found = names.Where(test).ToList();
            if (found.Count > 0) return Of(found);
        }

        var near = names.GroupBy(name => name.Distance(words)).Where(group => group.Key is not null).MinBy(group => group.Key);
        return near is null ? ChoiceMatch.None : Of(near.ToList());
    }

    private static ChoiceMatch Of(List<ChoiceNames> found) =>
        found.Count == 1 ? new ChoiceMatch(found[0].Id, []) : new ChoiceMatch(null, found.Select(name => name.Id).ToList());
}
