namespace Dukcapil.Bot.Dialogs.Recognizers.Moments;

/// <summary>
/// Turns spoken numbers below sixty into digits, so that days and times are read in one form: "dua puluh lima" becomes 25.
/// </summary>
internal static class SpokenNumbers
{
    /// <summary>The text in lower case with numbers as digits, everything else as it was.</summary>
    public static string ToDigits(string text)
    {
        var words = TextNormalizer.Clean(text).ToLowerInvariant()
            .Split([' ', ',', ';', '(', ')', '!'], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.TrimEnd('.', ':', '?')).ToList();
        var read = new List<string>(words.Count);
        for (var at = 0; at < words.Count; at++)
        {
            var next = words.ElementAtOrDefault(at + 1);
            if (Value(words[at]) is not { } value)
            {
                read.Add(words[at]);
            }
            else if (next is "belas")
            {
                read.Add($"{10 + value}");
                at++;
            }
            else if (next is "puluh")
            {
                var ones = Value(words.ElementAtOrDefault(at + 2) ?? "");
                read.Add($"{(value * 10) + (ones is < 10 ? ones.Value : 0)}");
                at += ones is < 10 ? 2 : 1;
            }
            else
            {
                read.Add($"{value}");
            }
        }

        return string.Join(' ', read);
    }

    private static int? Value(string word) => word.Length > 0 && !char.IsAsciiDigit(word[0]) ? NumberWords.Cardinal(word) : null;
}
