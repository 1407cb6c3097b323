namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>What is wrong with a NIK or No. KK.</summary>
public enum IdNumberFault
{
    /// <summary>Nothing: it is well formed. That says nothing about whether it is registered.</summary>
    None,

    /// <summary>Fewer than 16 digits.</summary>
    TooShort,

    /// <summary>More than 16 digits.</summary>
    TooLong,

    /// <summary>Something other than the digits 0-9, such as the letter O.</summary>
    NotDigits,

    /// <summary>NIK: the birth date in digits 7-12 cannot exist.</summary>
    ImpossibleDate,

    /// <summary>NIK: the sequence is 0000; SIAK starts at 0001.</summary>
    ZeroSequence,

    /// <summary>No. KK: digits 7-8 are 41 to 71, a woman's birth day, so that this is a NIK.</summary>
    LooksLikeNik,
}

/// <summary>
/// The form of NIK and No. KK (<c>docs/aturan-kantor.md</c> "NIK and No. KK"; PP 40/2019). The region is never checked: a NIK keeps the
/// region where it was first issued, and regions were split and renumbered since.
/// </summary>
public static class NikRules
{
    /// <summary>Digits in a NIK and in a No. KK.</summary>
    public const int Length = 16;

    private const int WomanOffset = 40;

    /// <summary>Checks a NIK: 16 digits, a birth date that exists in 19YY or 20YY (women: day + 40), a sequence from 0001.</summary>
    public static IdNumberFault CheckNik(string digits)
    {
        if (CheckDigits(digits) is not IdNumberFault.None and var fault) return fault;
        if (!HasBirthDate(digits)) return IdNumberFault.ImpossibleDate;
        return digits.EndsWith("0000", StringComparison.Ordinal) ? IdNumberFault.ZeroSequence : IdNumberFault.None;
    }

    /// <summary>Checks a No. KK: 16 digits and no woman's NIK. Its date part is not checked, as it is not reliable.</summary>
    public static IdNumberFault CheckFamilyCard(string digits)
    {
        if (CheckDigits(digits) is not IdNumberFault.None and var fault) return fault;
        return Two(digits, 6) is > WomanOffset and <= WomanOffset + 31 ? IdNumberFault.LooksLikeNik : IdNumberFault.None;
    }

    /// <summary>Whether a date is the birth date in a well-formed NIK, whose year has two digits (women: day + 40).</summary>
    public static bool HasBirthDate(string digits, DateOnly date)
    {
        var day = Two(digits, 6);
        return (day > WomanOffset ? day - WomanOffset : day) == date.Day && Two(digits, 8) == date.Month
            && Two(digits, 10) == date.Year % 100;
    }

    private static IdNumberFault CheckDigits(string digits)
    {
        ArgumentNullException.ThrowIfNull(digits);
        if (!digits.All(char.IsAsciiDigit)) return IdNumberFault.NotDigits;
        return digits.Length switch { < Length => IdNumberFault.TooShort, > Length => IdNumberFault.TooLong, _ => IdNumberFault.None };
    }

    private static bool HasBirthDate(string digits)
    {
        var (day, month, year) = (Two(digits, 6), Two(digits, 8), Two(digits, 10));
        if (day > WomanOffset) day -= WomanOffset;
        return month is >= 1 and <= 12 && day >= 1
            && (day <= DateTime.DaysInMonth(1900 + year, month) || day <= DateTime.DaysInMonth(2000 + year, month));
    }

    private static int Two(string digits, int at) => ((digits[at] - '0') * 10) + (digits[at + 1] - '0');
}
