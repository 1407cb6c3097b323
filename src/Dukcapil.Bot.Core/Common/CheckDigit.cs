namespace Dukcapil.Bot.Core.Common;

/// <summary>
/// The check digit of numbers that people say and type (ISO 7064 mod 11,10): it catches every single wrong digit and nearly every swap.
/// </summary>
public static class CheckDigit
{
    /// <summary>The check digit of a run of digits.</summary>
    public static char Of(string digits)
    {
        ArgumentNullException.ThrowIfNull(digits);
        var product = 10;
        foreach (var digit in digits)
        {
            var sum = (digit - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }

        return (char)('0' + (11 - product) % 10);
    }
}
