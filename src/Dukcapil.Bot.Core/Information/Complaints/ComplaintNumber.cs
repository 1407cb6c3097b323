using System.Globalization;

namespace Dukcapil.Bot.Core.Information.Complaints;

/// <summary>
/// The number of a complaint as people say it: P, a running number and a check digit, as <c>P-0417-2</c>. See <see cref="CheckDigit"/>.
/// </summary>
public static class ComplaintNumber
{
    /// <summary>The number of a complaint.</summary>
    public static string Of(long id)
    {
        var body = id.ToString("0000", CultureInfo.InvariantCulture);
        return $"P-{body}-{CheckDigit.Of(body)}";
    }

    /// <summary>The complaint that a number names, as somebody typed it; null when it is none or its check digit is wrong.</summary>
    public static long? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var bare = string.Concat(text.Where(letter => letter is not (' ' or '-' or '.' or '#')));
        if (bare.Length is < 6 or > 19 || bare[0] is not ('P' or 'p')) return null;
        var (body, check) = (bare[1..^1], bare[^1]);
        return body.All(char.IsAsciiDigit) && check == CheckDigit.Of(body) ? long.Parse(body, CultureInfo.InvariantCulture) : null;
    }
}
