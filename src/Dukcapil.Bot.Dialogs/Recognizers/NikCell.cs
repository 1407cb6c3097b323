using System.Text.RegularExpressions;

namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>A NIK as exports and spreadsheets write it.</summary>
public static partial class NikCell
{
    private const int PatternMilliseconds = 5000;

    /// <summary>
    /// The digits of <c>36.7202.050809.5013</c>, <c>3672 0205 0809 5013</c>, <c>="3672…"</c>, <c>'3672…</c>, <c>3672….0</c>, with
    /// invisible signs taken out, with a label before it (<c>NIK: 3672…</c>) or the owner's name behind it (<c>3672… a.n. Siti</c>).
    /// What holds anything else comes back as it is, for <see cref="NikRules.CheckNik"/> to refuse.
    /// </summary>
    public static string Digits(string text)
    {
        var clean = TextNormalizer.Clean(text).Trim('=', '"', '\'', ' ');
        if (Fraction().Match(clean) is { Success: true } number) return number.Groups["digits"].Value;
        var joined = Separators().Replace(clean, "");
        if (joined.Length > 0 && joined.All(char.IsAsciiDigit)) return joined;
        return Labelled().Match(clean) is { Success: true } labelled ? Separators().Replace(labelled.Groups["digits"].Value, "") : clean;
    }

    /// <summary>Whether a spreadsheet has made it a number of fifteen digits: <c>3,67201E+15</c>.</summary>
    public static bool IsRounded(string text) => Rounded().IsMatch(TextNormalizer.Clean(text));

    [GeneratedRegex(@"^(?<digits>[0-9]{16})[.,]0{1,2}$", RegexOptions.ExplicitCapture, PatternMilliseconds)]
    private static partial Regex Fraction();

    [GeneratedRegex(@"[ .,\-/_\u2010-\u2015\u2212]", RegexOptions.ExplicitCapture, PatternMilliseconds)]
    private static partial Regex Separators();

    [GeneratedRegex(
        @"^(nik|no\.? ?nik)?[.: ]*(?<digits>[0-9]([ .,\-]?[0-9]){15})( *\(?a[./]?n[. :]+[^0-9]*)?$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        PatternMilliseconds)]
    private static partial Regex Labelled();

    [GeneratedRegex(
        @"^[""'= ]*[0-9]+([.,][0-9]+)?E\+?[0-9]+[""']*$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, PatternMilliseconds)]
    private static partial Regex Rounded();
}
