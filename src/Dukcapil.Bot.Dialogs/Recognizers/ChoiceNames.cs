namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>Everything one option can be called, ready to compare.</summary>
internal sealed class ChoiceNames(ChoiceCandidate candidate)
{
    private const string Yes = "ya";
    private const int ShortestPart = 3;
    private const int ShortestInside = 4;
    private const int ShortestStem = 5;
    private const int LongestSentence = 6;

    private readonly List<IReadOnlyList<string>> _names =
        candidate.Titles.Concat(candidate.Words).Append(candidate.Id).Select(ChoiceWords.OfName).Where(words => words.Count > 0).ToList();

    /// <summary>The option's id.</summary>
    public string Id { get; } = candidate.Id;

    /// <summary>See <see cref="ChoiceCandidate.IsFinal"/>.</summary>
    public bool IsFinal { get; } = candidate.IsFinal;

    /// <summary>
    /// Whether a text is nothing but this option, said in one of its names, its position before it or not; "ya" among them stands for every
    /// plain yes.
    /// </summary>
    public bool IsPlainly(string text, int position)
    {
        var names = candidate.Titles.Concat(candidate.Words).Append(candidate.Id).ToList();
        if (!names.Contains(Yes, StringComparer.OrdinalIgnoreCase)) return PlainAnswer.IsMadeOf(text, names, position);
        return PlainAnswer.IsYesSign(text) || PlainAnswer.IsMadeOf(text, names.Concat(YesNoWords.PlainYes), position);
    }

    /// <summary>Whether the words are one of its names, blanks not counted.</summary>
    public bool Equals(IReadOnlyList<string> words)
    {
        var typed = string.Concat(words);
        return _names.Any(name => string.Concat(name) == typed);
    }

    /// <summary>Whether every word is a word, the start of a word or its stem, of one of its names.</summary>
    public bool Holds(IReadOnlyList<string> words) => !words.All(IsNumber)
        && Alike(words).Any(name => words.All(word => name.Any(part => part == word || IsStart(word, part))));

    /// <summary>
    /// Whether a number stands in one of its names, so that a number typed beside words speaks of that and of no position.
    /// </summary>
    public bool HasNumber => _names.Any(name => name.Any(IsNumber));

    /// <summary>
    /// How many words from a place on are a name of several words that denies something ("belum kawin"); 0 when none stands there.
    /// </summary>
    public int DenyingNameAt(IReadOnlyList<string> words, int at) => _names
        .Where(name => name.Count > 1 && name.Any(ChoiceWords.Denies)
            && words.Skip(at).Take(name.Count).SequenceEqual(name, StringComparer.Ordinal))
        .Select(name => name.Count).DefaultIfEmpty().Max();

    /// <summary>Whether one of its names stands in a short sentence.</summary>
    public bool IsIn(IReadOnlyList<string> words) => words.Count <= LongestSentence
        && _names.Any(name => string.Concat(name).Length >= ShortestInside && Enumerable.Range(0, Math.Max(0, words.Count - name.Count + 1))
            .Any(start => words.Skip(start).Take(name.Count).SequenceEqual(name, StringComparer.Ordinal)));

    /// <summary>How many typing errors away its nearest name, or a part of it, is; null when too far.</summary>
    public int? Distance(IReadOnlyList<string> words)
    {
        var typed = string.Concat(words);
        var names = Alike(words).ToList();
        var whole = names.Select(name => string.Concat(name)).Where(name => Spelling.IsClose(typed, name))
            .Select(name => (int?)Spelling.Distance(typed, name))
            .Min();
        return whole ?? names.Select(name => PartDistance(words, name)).Min();
    }

    // A part of "tidak benar" that leaves out the denial says the opposite.
    private IEnumerable<IReadOnlyList<string>> Alike(IReadOnlyList<string> words) =>
        words.Any(ChoiceWords.Denies) ? _names : _names.Where(name => !name.Any(ChoiceWords.Denies));

    private static int? PartDistance(IReadOnlyList<string> words, IReadOnlyList<string> name)
    {
        var sum = 0;
        foreach (var word in words)
        {
            var near = name.Where(part => Spelling.IsClose(word, part)).Select(part => (int?)Spelling.Distance(word, part)).Min();
            if (near is null) return null;
            sum += near.Value;
        }

        return sum;
    }

    private static bool IsStart(string word, string part) =>
        word.Length >= ShortestPart && !IsNumber(word)
        && (part.StartsWith(word, StringComparison.Ordinal)
            || (word.Length >= ShortestStem && part.Contains(word, StringComparison.Ordinal)));

    private static bool IsNumber(string word) => word.All(char.IsDigit);
}
