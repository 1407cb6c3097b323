using System.Globalization;
using System.Text.RegularExpressions;

namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>
/// The one reader of whole dates, in chat, in lists and on pages: <c>17-08-1995, 17/8/95, 17 agustus 1995, 17-AGT-95, 1995-08-17, 17081995,
/// August 17, 1995</c>, words around it allowed. Day comes before month. Never throws.
/// </summary>
public static partial class DateReader
{
    private const int LongestRead = 200;

    // Far above need on 200 characters, so that only a defect in a pattern can reach it, never a busy machine.
    private const int PatternMilliseconds = 5000;

    /// <summary>The day from which spreadsheets count (with the leap day of 1900 that never was).</summary>
    private static readonly DateOnly SpreadsheetStart = new(1899, 12, 30);

    /// <summary>Serial numbers below this are of 1927 and before, and could be anything else.</summary>
    private const int FirstSerial = 10_000;

    /// <summary>
    /// Reads the date in a text. Null when none is there. Two digits of a year mean the latest century in which the date is not later than
    /// <paramref name="latest"/>.
    /// </summary>
    public static DateReading? Read(string text, DateOnly latest)
    {
        var normal = Normal(text);
        return Find(normal.Length > LongestRead ? normal[..LongestRead] : normal, latest);
    }

    /// <summary>
    /// Every date that stands in a normalised text, with the words it was read from, also one that does not exist. Numbers parted by
    /// nothing but spaces are no date without four digits of a year: they may be times or rows.
    /// </summary>
    internal static List<(string Words, DateReading Date)> All(string normalized, DateOnly latest)
    {
        var left = normalized.Length > LongestRead ? normalized[..LongestRead] : normalized;
        var found = new List<(string Words, DateReading Date)>();
        foreach (var pattern in (ReadOnlySpan<Regex>)[YearFirst(), DayFirst(), Compact(), DayAndName(), NameAndDay()])
        {
            foreach (Match match in pattern.Matches(left))
                if (IsWritten(match) && Of(match, latest) is { } read) found.Add((match.Value, read));
            foreach (var (words, _) in found) left = left.Replace(words, " ", StringComparison.Ordinal);
        }

        return found;
    }

    private static bool IsWritten(Match match) =>
        match.Groups["year"].Length == 4 || match.Value.Any(char.IsLetter) || match.Value.AsSpan().IndexOfAny('-', '/', '.') >= 0;

    /// <summary>
    /// Reads the value of a list's column: as <see cref="Read"/>, also with a time behind it, as <c>yyyyMMdd</c>, and as the serial number
    /// a spreadsheet keeps (<c>39813</c>).
    /// </summary>
    public static DateReading? ReadCell(string text, DateOnly latest)
    {
        var normal = Normal(text);
        if (normal.Length > LongestRead) return null;
        if (Serial().Match(normal) is { Success: true } serial && Number(serial.Groups["days"].Value) is var days && days >= FirstSerial)
            return SpreadsheetStart.AddDays(days) is var day && day <= latest
                ? new DateReading(day.Year, day.Month, day.Day, isOrderKnown: true)
                : null;
        if (YearFirstCompact().Match(normal) is { Success: true } compact && Of(compact, latest) is { Date: not null } known) return known;
        var untimed = WithTime().Replace(normal, "");
        return HasTwoDates(untimed, latest) ? null : Find(untimed, latest) ?? Find(normal, latest);
    }

    // "04/03/2001 atau 03/04/2001": nothing says which.
    private static bool HasTwoDates(string text, DateOnly latest) =>
        All(text, latest).Select(found => found.Date.Date).Where(date => date is not null).Distinct().Count() > 1;

    // Copied dates have dashes of every kind.
    private static string Normal(string text) =>
        string.Concat(TextNormalizer.Normalize(text)
            .Select(c => c == '\u2212' || char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation ? '-' : c));

    private static DateReading? Find(string text, DateOnly latest)
    {
        foreach (var pattern in (ReadOnlySpan<Regex>)[YearFirst(), DayFirst(), Compact(), DayAndName(), NameAndDay()])
        {
            foreach (Match match in pattern.Matches(text))
                if (Of(match, latest) is { } read) return read;
        }

        return null;
    }

    private static DateReading? Of(Match match, DateOnly latest)
    {
        var isNamed = match.Groups["name"].Success;
        var month = isNamed ? MonthNames.Find(match.Groups["name"].Value) : Number(match.Groups["month"].Value);
        if (month is not { } known) return null;
        var day = Number(match.Groups["day"].Value);
        return new DateReading(FullYear(match.Groups["year"].Value, day, known, latest), known, day, isNamed);
    }

    private static int FullYear(string year, int day, int month, DateOnly latest)
    {
        if (year.Length == 4) return Number(year);
        var recent = 2000 + Number(year);
        return recent > latest.Year || (DateReading.Of(recent, month, day) is { } date && date > latest) ? recent - 100 : recent;
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"(?<!\d)(?<year>[0-9]{4}) ?[-/. ] ?(?<month>[0-9]{1,2}) ?[-/. ] ?(?<day>[0-9]{1,2})(?!\d)",
        RegexOptions.ExplicitCapture, PatternMilliseconds)]
    private static partial Regex YearFirst();

    [GeneratedRegex(
        @"(?<!\d)(?<day>[0-9]{1,2}) ?[-/. ] ?(?<month>[0-9]{1,2}) ?[-/. ] ?(?<year>[0-9]{4}|[0-9]{2})(?!\d)",
        RegexOptions.ExplicitCapture, PatternMilliseconds)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"(?<!\d)(?<day>[0-9]{2})(?<month>[0-9]{2})(?<year>[0-9]{4})(?!\d)", RegexOptions.ExplicitCapture, PatternMilliseconds)]
    private static partial Regex Compact();

    [GeneratedRegex(
        @"(?<!\d)(?<day>[0-9]{1,2})(st|nd|rd|th)?[-/. ]{0,2}(?<name>[a-z]{3,12})[-/., ]{0,2}(?<year>[0-9]{4}|[0-9]{2})(?!\d)",
        RegexOptions.ExplicitCapture, PatternMilliseconds)]
    private static partial Regex DayAndName();

    [GeneratedRegex(
        @"(?<name>[a-z]{3,12})[. ]{1,2}(?<day>[0-9]{1,2})(st|nd|rd|th)?[, ]{1,2}(?<year>[0-9]{4})(?!\d)",
        RegexOptions.ExplicitCapture, PatternMilliseconds)]
    private static partial Regex NameAndDay();

    [GeneratedRegex(@"^(?<year>(19|20)[0-9]{2})(?<month>[0-9]{2})(?<day>[0-9]{2})$", RegexOptions.ExplicitCapture, PatternMilliseconds)]
    private static partial Regex YearFirstCompact();

    [GeneratedRegex(@"^(?<days>[0-9]{5})([.,][0-9]{1,12})?$", RegexOptions.ExplicitCapture, PatternMilliseconds)]
    private static partial Regex Serial();

    [GeneratedRegex(
        @"(?<=[0-9])[t ,]+[0-2]?[0-9][:.][0-5][0-9]([:.][0-5][0-9]([.,][0-9]+)?)? ?(am|pm|wib|z|[+-][0-9]{2}:?[0-9]{2})?$",
        RegexOptions.ExplicitCapture, PatternMilliseconds)]
    private static partial Regex WithTime();
}
