using System.Text.RegularExpressions;

namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>Hides the middle of a NIK or No. KK wherever people or logs may see it.</summary>
public static partial class IdMask
{
    private const int Head = 6;
    private const int Tail = 2;

    /// <summary>
    /// Keeps the first 6 and last 2 characters (<c>367201********01</c>). A text too short to hide anything that way is hidden whole.
    /// </summary>
    public static string Mask(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        var hidden = number.Length - Head - Tail;
        return hidden < Head
            ? new string('*', number.Length)
            : string.Concat(number.AsSpan(0, Head), new string('*', hidden), number.AsSpan(number.Length - Tail));
    }

    /// <summary>
    /// A text with every NIK and No. KK in it masked: runs of 14 digits or more, however they are parted by blanks, dots or dashes. One
    /// digit too few or too many is a typing error and still says whose number it is; telephone numbers are shorter.
    /// </summary>
    public static string InText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return LongNumber().Replace(text, found => Mask(string.Concat(found.Value.Where(char.IsAsciiDigit))));
    }

    [GeneratedRegex(@"(?<![0-9])[0-9](?:[ .\u00A0\u2010-\u2015-]?[0-9]){13,}", RegexOptions.None, 1000)]
    private static partial Regex LongNumber();
}
