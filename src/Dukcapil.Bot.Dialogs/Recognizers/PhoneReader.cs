using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PhoneNumbers;

namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>
/// The one reader of telephone numbers, as people type them and as lists hold them: which digits are meant is found here, whether such a
/// number exists and of which kind it is, libphonenumber says. About 4 µs for an Indonesian number. Never throws.
/// </summary>
public static partial class PhoneReader
{
    private const int PatternMilliseconds = 5000;
    private const string Indonesia = "62";

    /// <summary>Fewer digits are something else, such as an extension or a house number.</summary>
    private const int FewestDigits = 5;

    /// <summary>From here on a fraction of zeros is what a spreadsheet made of a number without its leading zero.</summary>
    private const int FewestBeforeFraction = 8;

    private const int ShortestWithCountry = 11;
    private const int LongestNumber = 15;

    private static readonly PhoneNumberUtil Library = PhoneNumberUtil.GetInstance();

    /// <summary>
    /// Reads the one number of a text: Indonesian (<c>0812…</c>, <c>62812…</c>, <c>812…</c>) or international (<c>+60…</c>,
    /// <c>0060…</c>). A country code or zero typed twice (<c>+62 62 812…</c>, <c>+62 0812…</c>) counts once.
    /// </summary>
    public static PhoneReading Read(string text)
    {
        var clean = WithoutFraction(TextNormalizer.Clean(text));
        if (IsRounded(clean)) return PhoneReading.Failed("pendek");
        if (IsMasked(clean)) return PhoneReading.Failed("salah");
        var numbers = Numbers(clean).Select(International).Distinct(StringComparer.Ordinal).ToList();
        return numbers switch
        {
            [] => PhoneReading.Failed("kosong"),
            [var digits] => Judge(digits),
            _ => TheMobileOf(numbers) ?? PhoneReading.Failed("dua"),
        };
    }

    // "(0254) 391234 / 0812…": only one of them can have WhatsApp.
    private static PhoneReading? TheMobileOf(List<string> numbers)
    {
        var read = numbers.Select(Judge).ToList();
        return read.TrueForAll(one => one.Problem is null) && read.FindAll(one => one.IsMobile) is [var mobile] ? mobile : null;
    }

    private static PhoneReading Judge(string digits)
    {
        if (Parse(digits) is not { } number) return PhoneReading.Failed(WhyNot(digits));
        var kind = Library.GetNumberType(number);
        if (kind == PhoneNumberType.UNKNOWN) return PhoneReading.Failed(WhyNot(digits, number));
        var isMobile = kind is PhoneNumberType.MOBILE or PhoneNumberType.FIXED_LINE_OR_MOBILE;
        return new PhoneReading($"+{number.CountryCode}{Library.GetNationalSignificantNumber(number)}", isMobile, null);
    }

    private static string WhyNot(string digits) => digits.Length switch
    {
        < FewestBeforeFraction => "pendek",
        > LongestNumber => "panjang",
        _ => "salah",
    };

    // Landlines are shorter than mobile numbers: how long a number should be depends on which it is meant to be.
    private static string WhyNot(string digits, PhoneNumber number)
    {
        var length = IsLikeMobile(digits)
            ? Library.IsPossibleNumberForTypeWithReason(number, PhoneNumberType.MOBILE)
            : Library.IsPossibleNumberWithReason(number);
        return length switch
        {
            PhoneNumberUtil.ValidationResult.TOO_LONG => "panjang",
            PhoneNumberUtil.ValidationResult.TOO_SHORT or PhoneNumberUtil.ValidationResult.IS_POSSIBLE_LOCAL_ONLY => "pendek",
            _ => "salah",
        };
    }

    // The library's parser is for texts of every form and ten times as slow; which country an Indonesian number has is known here.
    private static PhoneNumber? Parse(string digits)
    {
        if (IsIndonesian(digits) && ulong.TryParse(digits.AsSpan(Indonesia.Length), CultureInfo.InvariantCulture, out var national))
            return new PhoneNumber.Builder().SetCountryCode(62).SetNationalNumber(national).Build();
        try
        {
            return Library.Parse($"+{digits}", null);
        }
        catch (NumberParseException)
        {
            return null; // No such country, or far too long.
        }
    }

    // Digits with a leading plus; blanks, dots, dashes of every kind and brackets belong to the number, anything else ends it.
    private static IEnumerable<string> Numbers(string text)
    {
        var kept = new StringBuilder(text.Length + 2);
        foreach (var c in text)
        {
            if (char.IsDigit(c)) kept.Append((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)));
            else if (c == '+') kept.Append(" +");
            else if (!IsWithinNumber(c)) kept.Append(' ');
        }

        return kept.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(number => number.Count(char.IsAsciiDigit) >= FewestDigits);
    }

    private static bool IsWithinNumber(char c) =>
        c is ' ' or '.' or '(' or ')' or '\u2212' || char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation;

    // Two zeros stand for the plus; any other number of zeros is one that was typed too often or not at all.
    private static string International(string number)
    {
        var digits = number.TrimStart('+');
        var rest = digits.TrimStart('0');
        var zeros = digits.Length - rest.Length;
        var namesCountry = rest.Length > 0 && (zeros == 2 || (zeros == 0 && (number[0] == '+' || rest[0] != '8')));
        return Once(namesCountry ? rest : Indonesia + rest);
    }

    // "+62 62 812…" and "+62 0812…". Landlines of 062x are shorter than a mobile number with its country.
    private static string Once(string digits)
    {
        while (IsIndonesian(digits))
        {
            var national = digits[Indonesia.Length..].TrimStart('0');
            if (national.Length < ShortestWithCountry || !IsIndonesian(national)) return Indonesia + national;
            digits = national;
        }

        return digits;
    }

    // "81234567890.0" of a spreadsheet that took the number for an amount.
    private static string WithoutFraction(string text)
    {
        var end = text.TrimEnd('0').Length;
        if (end == text.Length || end <= FewestBeforeFraction || text.Length - end > 2 || text[end - 1] is not ('.' or ',')) return text;
        var whole = text[..(end - 1)];
        return whole.TrimStart('+').All(char.IsAsciiDigit) ? whole : text;
    }

    // "8,12346E+11": its last digits are lost.
    private static bool IsRounded(string text) => NikCell.IsRounded(text);

    // "0812-3450-00**": some of its digits are hidden.
    private static bool IsMasked(string text) => HiddenDigits().IsMatch(text);

    private static bool IsIndonesian(string digits) => digits.StartsWith(Indonesia, StringComparison.Ordinal);

    private static bool IsLikeMobile(string digits) => digits.StartsWith("628", StringComparison.Ordinal);

    [GeneratedRegex(
        @"[0-9][-. ]?(\*{2}|•|[xX]{2})|(\*{2}|•|[xX]{2})[-. ]?[0-9]|[0-9]\*[0-9]", RegexOptions.ExplicitCapture, PatternMilliseconds)]
    private static partial Regex HiddenDigits();
}
