namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>
/// Reads one telephone number, Indonesian (<c>0812…</c>, <c>62812…</c>, <c>812…</c>) or international (<c>+60…</c>, <c>0060…</c>).
/// The value is E.164, at most 15 digits.
/// </summary>
public sealed class PhoneRecognizer : Recognizer
{
    private const string Indonesia = "62";

    /// <inheritdoc/>
    public override Recognition Recognize(string text, RecognizerContext context)
    {
        var numbers = Numbers(TextNormalizer.Clean(text));
        if (numbers.Count == 0) return Recognition.Failed("pengenal.telepon.kosong");
        if (numbers.Count > 1) return Recognition.Failed("pengenal.telepon.dua");
        var digits = InternationalDigits(numbers[0]);
        return (digits.Length - (IsIndonesian(digits) ? Indonesia.Length : 0), IsIndonesian(digits)) switch
        {
            ( < 8, _) => Recognition.Failed("pengenal.telepon.pendek"),
            ( > 12, true) or ( > 15, false) => Recognition.Failed("pengenal.telepon.panjang"),
            _ => Recognition.Understood($"+{digits}"),
        };
    }

    // Digits with a leading plus; blanks, dots, dashes and brackets belong to the number, anything else ends it.
    private static List<string> Numbers(string text)
    {
        var kept = string.Concat(text.Where(c => c is not (' ' or '.' or '-' or '–' or '(' or ')')).Select(c => char.IsAsciiDigit(c) || c == '+' ? c : ' '));
        return kept.Replace("+", " +", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(number => number.Count(char.IsAsciiDigit) >= 5).Distinct(StringComparer.Ordinal).ToList();
    }

    private static string InternationalDigits(string number)
    {
        var digits = number.TrimStart('+');
        if (number[0] == '+') return digits.StartsWith("620", StringComparison.Ordinal) ? Indonesia + digits[3..] : digits;
        if (digits.StartsWith("00", StringComparison.Ordinal)) return digits[2..];
        if (digits[0] == '0') return Indonesia + digits[1..];
        return digits[0] == '8' ? Indonesia + digits : digits;
    }

    private static bool IsIndonesian(string digits) => digits.StartsWith(Indonesia, StringComparison.Ordinal);
}
