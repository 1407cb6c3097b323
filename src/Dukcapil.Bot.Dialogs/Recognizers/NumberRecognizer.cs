using System.Globalization;

namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>
/// Reads one whole number from 0 to 999,999,999, in digits (<c>3</c>, <c>1.500</c>) or as a number word; words around it are allowed.
/// </summary>
public sealed class NumberRecognizer : Recognizer
{
    private const int MostDigits = 9;

    /// <inheritdoc/>
    public override Recognition Recognize(string text, RecognizerContext context)
    {
        var normal = TextNormalizer.Normalize(text);
        var found = normal.Split(' ').Select(Read).OfType<int>().Distinct().ToList();
        if (found.Count == 1 && !normal.StartsWith('-')) return Recognition.Understood(found[0].ToString(CultureInfo.InvariantCulture));
        return Recognition.Failed("pengenal.angka.bentuk");
    }

    private static int? Read(string word)
    {
        var bare = word.Trim(',', '.', '(', ')', ':');
        if (NumberWords.Cardinal(bare) is { } value) return value;
        var groups = bare.Split('.');
        var grouped = groups.Length > 1 && groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(group => group.Length == 3);
        var digits = grouped ? string.Concat(groups) : bare;
        return digits.Length is >= 1 and <= MostDigits && digits.All(char.IsAsciiDigit)
            ? int.Parse(digits, CultureInfo.InvariantCulture)
            : null;
    }
}
