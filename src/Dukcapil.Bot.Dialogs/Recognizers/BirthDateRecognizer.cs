using System.Globalization;
using System.Text.RegularExpressions;
using Dukcapil.Bot.Content;

namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>
/// Reads a birth date: <c>17-08-1995, 17/8/95, 17 agustus 1995, 17 agt 95, 1995-08-17, 17081995, August 17, 1995</c>, words around it allowed.
/// Day comes before month. The value is <c>yyyy-MM-dd</c>. Refuses dates that do not exist, lie in the future or more than 120 years back.
/// </summary>
public sealed partial class BirthDateRecognizer : Recognizer
{
    private const int OldestAge = 120;
    private const int LongestRead = 200;
    // Far above need on 200 characters, so that only a defect in a pattern can reach it, never a busy machine.
    private const int PatternMilliseconds = 5000;

    /// <inheritdoc/>
    public override Recognition Recognize(string text, RecognizerContext context)
    {
        var normal = TextNormalizer.Normalize(text);
        var read = Read(normal.Length > LongestRead ? normal[..LongestRead] : normal);
        if (read is not var (day, month, yearText)) return Recognition.Failed("pengenal.tanggal.bentuk");
        var year = FullYear(yearText, day, month, context.Today);
        if (!Exists(year, month, day)) return Recognition.Failed("pengenal.tanggal.mustahil");
        var date = new DateOnly(year, month, day);
        if (date > context.Today) return Recognition.Failed("pengenal.tanggal.depan");
        return date < context.Today.AddYears(-OldestAge) ? Recognition.Failed("pengenal.tanggal.lampau") : Understood(date);
    }

    private static Recognition Understood(DateOnly date)
    {
        var label = new LocalizedText($"{date.Day} {MonthNames.Indonesian(date.Month)} {date.Year}", $"{date.Day} {MonthNames.English(date.Month)} {date.Year}");
        return Recognition.Understood(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), label);
    }

    private static (int Day, int Month, string Year)? Read(string text)
    {
        foreach (var pattern in (ReadOnlySpan<Regex>)[YearFirst(), DayFirst(), Compact(), DayAndName(), NameAndDay()])
        {
            foreach (Match match in pattern.Matches(text))
            {
                var month = match.Groups["name"].Success ? MonthNames.Find(match.Groups["name"].Value) : Number(match.Groups["month"].Value);
                if (month is { } known) return (Number(match.Groups["day"].Value), known, match.Groups["year"].Value);
            }
        }

        return null;
    }

    // Two digits mean the latest century that does not put the date in the future.
    private static int FullYear(string year, int day, int month, DateOnly today)
    {
        if (year.Length == 4) return Number(year);
        var recent = 2000 + Number(year);
        return recent > today.Year || (Exists(recent, month, day) && new DateOnly(recent, month, day) > today) ? recent - 100 : recent;
    }

    private static bool Exists(int year, int month, int day) =>
        year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<!\d)(?<year>[0-9]{4}) ?[-/. ] ?(?<month>[0-9]{1,2}) ?[-/. ] ?(?<day>[0-9]{1,2})(?!\d)", RegexOptions.ExplicitCapture, PatternMilliseconds)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"(?<!\d)(?<day>[0-9]{1,2}) ?[-/. ] ?(?<month>[0-9]{1,2}) ?[-/. ] ?(?<year>[0-9]{4}|[0-9]{2})(?!\d)", RegexOptions.ExplicitCapture, PatternMilliseconds)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"(?<!\d)(?<day>[0-9]{2})(?<month>[0-9]{2})(?<year>[0-9]{4})(?!\d)", RegexOptions.ExplicitCapture, PatternMilliseconds)]
    private static partial Regex Compact();

    [GeneratedRegex(@"(?<!\d)(?<day>[0-9]{1,2})(st|nd|rd|th)?[-/. ]{0,2}(?<name>[a-z]{3,12})[-/., ]{0,2}(?<year>[0-9]{4}|[0-9]{2})(?!\d)", RegexOptions.ExplicitCapture, PatternMilliseconds)]
    private static partial Regex DayAndName();

    [GeneratedRegex(@"(?<name>[a-z]{3,12})[. ]{1,2}(?<day>[0-9]{1,2})(st|nd|rd|th)?[, ]{1,2}(?<year>[0-9]{4})(?!\d)", RegexOptions.ExplicitCapture, PatternMilliseconds)]
    private static partial Regex NameAndDay();
}
