namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>
/// Finds the option a resident means: its number, a number word, an ordinal, its title, id or words, an unambiguous part of them, or
/// those with small typing errors. Numbers are exact or nothing: "10" never means option 1. What a sentence denies ("hilang, bukan rusak") is
/// never meant, and a sentence that only denies means nothing: the other option would be a guess.
/// </summary>
public static class ChoiceMatcher
{
    private const int MostWords = 20;

    /// <summary>Finds the option; candidates are numbered from 1 in the given order.</summary>
    public static ChoiceMatch Match(string text, IReadOnlyList<ChoiceCandidate> candidates)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        var words = ChoiceWords.Of(text);
        if (words.Count is 0 or > MostWords) return ChoiceMatch.None;
        var names = candidates.Select(candidate => new ChoiceNames(candidate)).ToList();
        if (!words.All(word => word.All(char.IsAsciiDigit)) || words.Count > 1)
        {
            var exact = names.Where(name => name.Equals(words)).ToList();
            if (exact.Count > 0) return Of(exact);
        }

        // "Buat" adds nothing to most sentences, but alone it may be what an option is called by.
        var meant = ChoiceWords.WithoutFillers(words) is { Count: > 0 } kept ? kept : words;
        if (ChoiceWords.Number(words) is { } number) return At(number, candidates);
        if (ByNumberAndName(meant, candidates, names) is { } numbered) return numbered;
        var statement = ChoiceStatement.Read(text, names);
        return statement.Denied.Count == 0 ? ByName(meant, names) : Undenied(meant, statement, names);
    }

    // "belum kawin kak" is a name that denies; "hilang bukan rusak" says one name and denies another.
    private static ChoiceMatch Undenied(IReadOnlyList<string> meant, ChoiceStatement statement, List<ChoiceNames> names)
    {
        if (names.Where(name => name.Equals(meant) || name.Holds(meant)).ToList() is { Count: > 0 } whole) return Of(whole);
        var said = ByName(ChoiceWords.WithoutFillers(statement.Said), names);
        var denied = statement.Denied.Select(words => ByName(ChoiceWords.WithoutFillers(words), names)).SelectMany(match => (IEnumerable<string>)(match.Id is { } id ? [id] : match.Ambiguous));
        return said.Id is null || denied.Contains(said.Id, StringComparer.Ordinal) ? ChoiceMatch.None : said;
    }

    private static ChoiceMatch At(int number, IReadOnlyList<ChoiceCandidate> candidates)
    {
        var at = number == NumberWords.Last ? candidates.Count : number;
        return at >= 1 && at <= candidates.Count ? new ChoiceMatch(candidates[at - 1].Id, []) : ChoiceMatch.None;
    }

    // "2 ktp hilang": the number counts when the words agree with it.
    private static ChoiceMatch? ByNumberAndName(IReadOnlyList<string> words, IReadOnlyList<ChoiceCandidate> candidates, List<ChoiceNames> names)
    {
        if (words.Count < 2 || NumberWords.Digits(words[0]) is not { } number || At(number, candidates).Id is not { } id) return null;
        return names[number - 1].Holds(words.Skip(1).ToList()) ? new ChoiceMatch(id, []) : null;
    }

    private static ChoiceMatch ByName(IReadOnlyList<string> words, List<ChoiceNames> names)
    {
        if (words.Count == 0) return ChoiceMatch.None;
        foreach (var test in (ReadOnlySpan<Func<ChoiceNames, bool>>)[name => name.Equals(words), name => name.Holds(words), name => name.IsIn(words)])
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
