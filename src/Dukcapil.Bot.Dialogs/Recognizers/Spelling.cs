namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>How far two spellings are apart.</summary>
internal static class Spelling
{
    private const int LongestCompared = 60;

    /// <summary>Typing errors forgiven in a word of this length: none in short words, where an error makes another word.</summary>
    public static int Allowed(int length) => length switch { < 4 => 0, < 8 => 1, _ => 2 };

    /// <summary>Whether the typed word is probably the known one. Never for texts with digits.</summary>
    public static bool IsClose(string typed, string known) => Distance(typed, known) <= Allowed(Math.Min(typed.Length, known.Length));

    /// <summary>
    /// Damerau-Levenshtein distance (adjacent letters swapped count once); a large number when the words are too long or too
    /// different to be a typing error, or when either holds a digit.
    /// </summary>
    public static int Distance(string typed, string known)
    {
        if (typed == known) return 0;
        if (Math.Abs(typed.Length - known.Length) > 2 || Math.Max(typed.Length, known.Length) > LongestCompared) return int.MaxValue;
        if (typed.AsSpan().ContainsAnyInRange('0', '9') || known.AsSpan().ContainsAnyInRange('0', '9')) return int.MaxValue;
        var (older, previous, current) = (new int[known.Length + 1], new int[known.Length + 1], new int[known.Length + 1]);
        for (var j = 0; j <= known.Length; j++) previous[j] = j;
        for (var i = 1; i <= typed.Length; i++)
        {
            FillRow(typed, known, i, older, previous, current);
            (older, previous, current) = (previous, current, older);
        }

        return previous[known.Length];
    }

    /// <summary>Shortens every run of one letter to a single letter (<c>iyaaa</c>, <c>nggak</c>).</summary>
    public static string Squeeze(string word) => string.Concat(word.Where((c, i) => i == 0 || char.IsDigit(c) || c != word[i - 1]));

    private static void FillRow(string typed, string known, int i, int[] older, int[] previous, int[] current)
    {
        current[0] = i;
        for (var j = 1; j <= known.Length; j++)
        {
            var change = typed[i - 1] == known[j - 1] ? 0 : 1;
            current[j] = Math.Min(Math.Min(previous[j] + 1, current[j - 1] + 1), previous[j - 1] + change);
            if (i > 1 && j > 1 && typed[i - 1] == known[j - 2] && typed[i - 2] == known[j - 1])
                current[j] = Math.Min(current[j], older[j - 2] + 1);
        }
    }
}
