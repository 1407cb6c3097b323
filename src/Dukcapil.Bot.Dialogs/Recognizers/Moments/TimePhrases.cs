using System.Globalization;
using System.Text.RegularExpressions;

namespace Dukcapil.Bot.Dialogs.Recognizers.Moments;

/// <summary>A time of day that somebody said.</summary>
/// <param name="Possible">The moments it can mean, likeliest first: "jam 1" is 01.00 or 13.00.</param>
/// <param name="IsMarked">Words say that it is a time ("jam 8", "8 wib", "setengah sembilan").</param>
/// <param name="HasMinutes">It has minutes ("8.15", "0815") and so is no bare number, but may be a date.</param>
/// <param name="Text">The words it was read from.</param>
internal sealed record TimeSaid(IReadOnlyList<TimeOnly> Possible, bool IsMarked, bool HasMinutes, string Text);

/// <summary>
/// Finds times of day as people say them: <c>jam 9, pukul 09.00, 9 wib, setengah sepuluh, jam 9 kurang seperempat, jam 1 siang, 9 am, half
/// past nine</c>. Works on <see cref="SpokenNumbers"/>.
/// </summary>
internal static partial class TimePhrases
{
    private const int Milliseconds = 5000;
    private const int FirstOfficeHour = 6;
    private static readonly string[] Marks = ["mark", "half", "op", "part", "zone", "about"];

    /// <summary>All times in a text, in order.</summary>
    public static IReadOnlyList<TimeSaid> Find(string digits) => Time().Matches(digits).Select(Read).OfType<TimeSaid>().ToList();

    /// <summary>The part of a day that is named without a time: <c>pagi</c> or <c>siang</c>; null when none is.</summary>
    public static string? Part(string digits) => Day().Match(digits) is { Success: true } found
        ? found.Value is "pagi" or "morning" or "isuk" or "enjing" ? "pagi" : "siang"
        : null;

    private static TimeSaid? Read(Match match)
    {
        var compact = match.Groups["compact"].Success;
        var hour = Number(match.Groups[compact ? "ch" : "h"]);
        var minute = match.Groups[compact ? "cm" : "m"] is { Success: true } stated ? Number(stated) : 0;
        minute += Shift(match);
        if (hour > 24 || minute is < -59 or > 119) return null;
        var since = (hour * 60) + minute;
        if (since is < 0 or >= 24 * 60) return null;
        var time = TimeOnly.MinValue.AddMinutes(since);
        var hasMinutes = compact || match.Groups["m"].Success;
        var isMarked = Marks.Any(mark => match.Groups[mark].Success);
        return new TimeSaid(Possible(time, match.Groups["part"].Value), isMarked, hasMinutes, match.Value.Trim());
    }

    // "Setengah sembilan" is half an hour before nine, "half past nine" half an hour after it.
    private static int Shift(Match match)
    {
        var half = match.Groups["half"].Value switch
        {
            "" => 0,
            var words when words.StartsWith("half", StringComparison.Ordinal) => 30,
            _ => -30,
        };
        if (!match.Groups["op"].Success) return half;
        var minutes = match.Groups["n"].Value switch
        {
            "seperempat" or "quarter" => 15,
            "setengah" => 30,
            var digits => int.Parse(digits, CultureInfo.InvariantCulture),
        };
        return half + (match.Groups["op"].Value is "kurang" or "krg" ? -minutes : minutes);
    }

    // The office is open by day: an hour before six that nobody calls "pagi" is in the afternoon.
    private static IReadOnlyList<TimeOnly> Possible(TimeOnly time, string part)
    {
        if (time.Hour >= 12) return [time];
        var later = time.AddHours(12);
        return part switch
        {
            "pagi" or "am" or "morning" => [time],
            "malam" when time.Hour < FirstOfficeHour => [time],
            "sore" or "malam" or "pm" or "afternoon" => [later],
            "siang" => time.Hour >= 10 ? [time] : [later],
            _ => time.Hour < FirstOfficeHour ? [later, time] : [time, later],
        };
    }

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"(?<!(?:\b(?:tgl|tanggal|tg|the)\.? ?)|[\d.:/-])(?:\b(?<mark>jam|jm|pukul|pkl|tabuh|at)\s*)?"
        + @"(?:(?<half>s[ae]?t[ea]?ngah|stgh|stngh|half past)\s+)?"
        + @"(?:(?<compact>(?<ch>[01]\d|2[0-3])(?<cm>[0-5]\d))|(?<h>\d{1,2})(?:[.:](?<m>[0-5]\d))?)(?![\d/-]|[.:]\d)"
        + @"(?<about> ?an\b)?(?!\s+(?:lewat|lebih|kurang|krg)\b(?!\s+(?:\d|seperempat|setengah|quarter)))"
        + @"(?:\s+(?<op>lewat|lewt|lebih|kurang|krg)\s+(?<n>\d{1,2}|seperempat|setengah|quarter)(?:\s+menit)?)?"
        + @"(?:\s*(?<part>pagi|siang|sore|malam|am|pm|in the morning|morning|afternoon)\b)?(?:\s*(?<zone>wib)\b)?",
        RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex Time();

    [GeneratedRegex(
        @"\b(pagi|siang|sore|morning|afternoon|isuk|enjing|awan|d?[zh]uhur|dzuhur|dhuhur|lohor|ashar)\b",
        RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex Day();
}
