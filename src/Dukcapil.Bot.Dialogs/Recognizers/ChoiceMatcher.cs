namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>
/// Finds the option a resident means: its number, a number word, an ordinal, its title, id or words, an unambiguous part of them, or
/// those with small typing errors. Numbers are exact or nothing: "10" never means option 1.
/// </summary>
public static class ChoiceMatcher
{
    private const int MostWords = 20;

    /// <summary>Finds the option; candidates are numbered from 1 in the given order.</summary>
    public static ChoiceMatch Match(string text, IReadOnlyList<ChoiceCandidate> candidates)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        var words = TextNormalizer.Words(text);
        if (words.Count is 0 or > MostWords) return ChoiceMatch.None;
        var names = candidates.Select(candidate => new ChoiceNames(candidate)).ToList();
        if (!words.All(word => word.All(char.IsAsciiDigit)) || words.Count > 1)
        {
            var exact = names.Where(name => name.Equals(words)).ToList();
            if (exact.Count > 0) return Of(exact);
        }

        var meant = ChoiceWords.WithoutFillers(words);
        if (ChoiceWords.Number(words) is { } number) return At(number, candidates);
        return ByNumberAndName(meant, candidates, names) ?? ByName(meant, names);
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
