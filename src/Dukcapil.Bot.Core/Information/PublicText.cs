namespace Dukcapil.Bot.Core.Information;

/// <summary>Check of texts that any resident may read.</summary>
public static class PublicText
{
    /// <summary>The sentence for staff about a NIK or No. KK in such a text.</summary>
    public const string PersonalNumberProblem = "Teks ini memuat angka sepanjang NIK atau No. KK. Jangan menulis data pribadi di sini.";

    private const int PersonalDigits = 16;

    /// <summary>
    /// Whether a text holds a run of at least 16 digits, blanks, dots and dashes between them not counted: a NIK or No. KK.
    /// </summary>
    public static bool HoldsPersonalNumber(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var digits = 0;
        foreach (var letter in text)
        {
            if (char.IsAsciiDigit(letter)) digits++;
            else if (letter is not (' ' or '.' or '-')) digits = 0;
            if (digits == PersonalDigits) return true;
        }

        return false;
    }
}
