namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>Numbers from one to twelve in words: Indonesian, English, Javanese and Sundanese.</summary>
internal static class NumberWords
{
    /// <summary>Stands for the last option, whatever its number.</summary>
    public const int Last = -1;

    private static readonly string[][] Cardinals =
    [
        ["satu", "siji", "hiji", "one"], ["dua", "loro", "two"], ["tiga", "telu", "tilu", "three"],
        ["empat", "papat", "opat", "four"], ["lima", "limo", "five"], ["enam", "nem", "genep", "six"],
        ["tujuh", "pitu", "seven"], ["delapan", "lapan", "wolu", "dalapan", "eight"], ["sembilan", "sanga", "songo", "salapan", "nine"],
        ["sepuluh", "sapuluh", "sepuloh", "ten"], ["sebelas", "eleven"], ["duabelas", "twelve"],
    ];

    private static readonly string[][] Ordinals =
    [
        ["pertama", "first", "1st"], ["second", "2nd"], ["third", "3rd"], ["fourth", "4th"], ["fifth", "5th"], ["sixth", "6th"],
        ["seventh", "7th"], ["eighth", "8th"], ["ninth", "9th"], ["tenth", "10th"],
    ];

    private static readonly Dictionary<string, int> CardinalValues = Number(Cardinals);
    private static readonly Dictionary<string, int> OrdinalValues = Number(Ordinals);

    /// <summary>The value of a number word; null for any other word.</summary>
    public static int? Cardinal(string word) => CardinalValues.TryGetValue(word, out var value) ? value : null;

    /// <summary>The place a word names: <c>kedua, ke2, pertama, second, 2nd, terakhir</c>; null for any other word.</summary>
    public static int? Ordinal(string word)
    {
        if (word is "terakhir" or "last") return Last;
        if (OrdinalValues.TryGetValue(word, out var value)) return value;
        if (!word.StartsWith("ke", StringComparison.Ordinal)) return null;
        return Cardinal(word[2..]) ?? Digits(word[2..]);
    }

    /// <summary>The value of a word of at most three digits.</summary>
    public static int? Digits(string word) =>
        word.Length is >= 1 and <= 3 && word.All(char.IsAsciiDigit)
            ? int.Parse(word, System.Globalization.CultureInfo.InvariantCulture)
            : null;

    private static Dictionary<string, int> Number(string[][] words) =>
        words.SelectMany((forms, i) => forms.Select(form => (form, i + 1)))
            .ToDictionary(pair => pair.form, pair => pair.Item2, StringComparer.Ordinal);
}
