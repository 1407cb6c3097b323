using System.Globalization;
using System.Text.RegularExpressions;

namespace Dukcapil.Bot.Dialogs.Recognizers.Moments;

/// <summary>Days that somebody said.</summary>
/// <param name="Days">Single days, in order. One that could be several ("selasa") holds every week of it, nearest first.</param>
/// <param name="Span">A stretch of days ("minggu depan", "bulan Januari"); or null.</param>
internal sealed record DaysSaid(IReadOnlyList<IReadOnlyList<DateOnly>> Days, (DateOnly First, DateOnly Last)? Span);

/// <summary>
/// Finds days as people say them: <c>7 Desember, tgl 7, 7/12, Dec 7, besok, lusa, 3 hari lagi, selasa depan, minggu depan</c>. Works on
/// <see cref="SpokenNumbers"/>, without the times that were said. Whole dates are read by <see cref="DateReader"/>; here is what only talk
/// has. Weeks begin on Monday; "selasa depan" is in the next one.
/// </summary>
internal static partial class DayPhrases
{
    private const int Milliseconds = 5000;
    private const int Weeks = 8;

    /// <summary>The days said; null when none are.</summary>
    public static DaysSaid? Find(string digits, DateOnly today)
    {
        var left = WithMonths(digits);
        List<IReadOnlyList<DateOnly>> dated = [.. Whole(ref left, today), .. Take(ref left, Dated(), match => Date(match, today))];
        List<IReadOnlyList<DateOnly>> days = [.. dated, .. Take(ref left, Ahead(), match => After(match, today))];
        var weekdays = Take(ref left, Weekday(), match => Named(match, today));
        // 31 February is no day, and not all of February either.
        if (days.Count == 0 && Dated().Matches(left).Any(match => match.Groups["name"].Success)) return null;
        // "Senin tgl 7": the date says it all, unless the 7th is another day; then both may be meant.
        if (days.Count == 0 || IsAnotherDay(dated, weekdays)) days.AddRange(weekdays);
        var span = days.Count == 0 && Stretch().Match(left) is { Success: true } stretch ? Span(stretch, today) : null;
        return days.Count > 0 || span is not null ? new DaysSaid(days, span) : null;
    }

    private static bool IsAnotherDay(List<IReadOnlyList<DateOnly>> dated, List<IReadOnlyList<DateOnly>> weekdays) =>
        dated is [[var date]] && weekdays is [var named] && named.All(day => day.DayOfWeek != date.DayOfWeek);

    // Months in one spelling, typing errors mended, so that "senin 7 des" is seen as a date and not as a name before a number.
    private static string WithMonths(string digits) =>
        string.Join(
            ' ',
            digits.Split(' ').Select(word => MonthNames.Find(word) is { } month ? MonthNames.Indonesian(month).ToLowerInvariant() : word));

    private static List<IReadOnlyList<DateOnly>> Take(ref string text, Regex pattern, Func<Match, IReadOnlyList<DateOnly>> read)
    {
        var found = pattern.Matches(text).Select(match => (match.Value, Days: read(match))).Where(found => found.Days.Count > 0).ToList();
        foreach (var (words, _) in found) text = text.Replace(words, " ", StringComparison.Ordinal);
        return found.Select(one => one.Days).ToList();
    }

    // A date that does not exist is none: what is left of it must not be read as another.
    private static List<IReadOnlyList<DateOnly>> Whole(ref string text, DateOnly today)
    {
        var found = DateReader.All(text, today.AddYears(1)).Where(found => found.Date.Date is not null).ToList();
        foreach (var (words, _) in found) text = text.Replace(words, " ", StringComparison.Ordinal);
        return [.. found.Select(one => (IReadOnlyList<DateOnly>)[one.Date.Date!.Value])];
    }

    private static List<DateOnly> Date(Match match, DateOnly today)
    {
        var day = int.Parse(match.Groups["d"].Value, CultureInfo.InvariantCulture);
        int? month = match.Groups["name"].Success ? MonthNames.Find(match.Groups["name"].Value)
            : match.Groups["mon"].Success ? int.Parse(match.Groups["mon"].Value, CultureInfo.InvariantCulture)
            : null;
        if (month is null && (match.Groups["name"].Success || !match.Groups["tgl"].Success)) return [];
        return Enumerable.Range(0, 366).Select(today.AddDays).Where(date => date.Day == day && (month is null || date.Month == month))
            .Take(1)
            .ToList();
    }

    private static IReadOnlyList<DateOnly> After(Match match, DateOnly today)
    {
        if (match.Groups["today"].Success) return [today];
        if (match.Groups["two"].Success) return [today.AddDays(2)];
        if (match.Groups["one"].Success) return [today.AddDays(1)];
        var count = match.Groups["n"].Value is "se" or "a" or "" ? 1 : int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture);
        return [today.AddDays(match.Groups["weeks"].Success ? count * 7 : count)];
    }

    private static List<DateOnly> Named(Match match, DateOnly today)
    {
        var name = DayNames.Find(match.Groups["day"].Value);
        var ahead = Enumerable.Range(0, Weeks * 7).Select(today.AddDays).Where(date => date.DayOfWeek == name).ToList();
        var monday = Monday(today);
        if (match.Groups["next"].Success) return ahead.Where(date => Monday(date) == monday.AddDays(7)).ToList();
        return match.Groups["this"].Success ? ahead.Where(date => Monday(date) == monday).DefaultIfEmpty(ahead[0]).ToList() : ahead;
    }

    private static (DateOnly First, DateOnly Last)? Span(Match match, DateOnly today)
    {
        var monday = Monday(today);
        if (match.Groups["week"].Success) return match.Groups["coming"].Success
            ? (monday.AddDays(7), monday.AddDays(13))
            : (today, monday.AddDays(6));
        var first = new DateOnly(today.Year, today.Month, 1);
        var month = match.Groups["coming"].Success ? first.AddMonths(1)
            : MonthNames.Find(match.Groups["name"].Value) is { } named
                ? Enumerable.Range(0, 12).Select(first.AddMonths).First(date => date.Month == named)
                : (DateOnly?)null;
        return month is { } begins ? (begins, begins.AddMonths(1).AddDays(-1)) : null;
    }

    private static DateOnly Monday(DateOnly date) => date.AddDays(-(((int)date.DayOfWeek + 6) % 7));

    private const string Month = "(?<name>januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember)";

    [GeneratedRegex(
        @"(?<![\d/.-])(?<d>\d{1,2})\s?[/.-]\s?(?<mon>\d{1,2})(?![\d/.-])"
        + @"|(?<!\d)(?<d>\d{1,2})(?:st|nd|rd|th)?[ -](?:of )?" + Month + @"\b"
        + @"|\b" + Month + @" (?<d>\d{1,2})(?:st|nd|rd|th)?\b"
        + @"|\b(?<tgl>tgl|tanggal|tggl|tg|the)\.? ?(?<d>\d{1,2})(?:st|nd|rd|th)?(?!\d|\s?[/.-]\s?\d|[ -](?:of )?" + Month + ")"
        + @"|\b(?<tgl>(?:atau|or|dan)) (?<d>\d{1,2})\b",
        RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex Dated();

    [GeneratedRegex(
        @"\b(?<today>hari ini|hr ini|today|skrg|skrang|sekarang|saiki|ayeuna)\b"
        + @"|\b(?<two>besok lusa|bsk lusa|lusa|pageto|(?:the )?day after tomorrow)\b"
        + @"|\b(?<n>\d{1,2}|se) ?(?:hari|hr|(?<weeks>minggu|mggu|pekan)) (?:lagi|dari sekarang|kemudian)\b"
        + @"|\bin (?<n>\d{1,2}|a) (?:days?|(?<weeks>weeks?))\b"
        + @"|\b(?<one>besok|besuk|bsok|bsk|esok|tomorrow|tmrw|sesuk|isukan|enjing)\b(?! *(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu))",
        RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex Ahead();

    [GeneratedRegex(
        @"(?:(?<next>(?:minggu|mggu|pekan) (?:depan|dpn)|next week)(?: (?:hari|hr|on))? |(?<next>next) "
        + @"|(?<this>(?:minggu|pekan) ini|this)(?: (?:hari|hr))? )?"
        + @"\b(?<day>senin|senen|snin|snn|selasa|selasah|slasa|sls|rabu|rebo|rbu|kamis|kemis|kmis|kms"
        + @"|jum'at|juma'at|jumaat|jumat|jumah|jemuah|jmt|jum|sabtu|sbtu|saptu|ahad"
        + @"|(?<=hari )minggu|minggu(?! (?:depan|dpn|ini|lagi|kemudian))"
        + @"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues|tue|wed|thurs|thu|fri|sat|sun)\b"
        + @"(?: (?<next>(?:(?:minggu|pekan) )?(?:depan|dpn)|next week)\b| (?<this>(?:(?:minggu|pekan) )?ini|this week)\b)?",
        RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex Weekday();

    [GeneratedRegex(
        @"\b(?<week>minggu|mggu|pekan) (?:(?<coming>depan|dpn)|ini)\b|\b(?<coming>next) (?<week>week)\b"
        + @"|\b(?:bulan (?<coming>depan|dpn)|(?<coming>next) month)\b|\b(?:bulan )?" + Month + @"\b",
        RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex Stretch();
}
