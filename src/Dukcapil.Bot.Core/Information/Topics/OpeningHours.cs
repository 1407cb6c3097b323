using System.Globalization;
using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Time;

namespace Dukcapil.Bot.Core.Information.Topics;

/// <summary>Service hours in words, days with the same hours in one line.</summary>
internal static class OpeningHours
{
    private static readonly DayOfWeek[] Week =
    [
        DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday,
        DayOfWeek.Sunday,
    ];

    public static string Describe(OfficeCalendar calendar, TextCatalogue texts, Language language)
    {
        var culture = CultureInfo.GetCultureInfo(language == Language.En ? "en-GB" : "id-ID");
        var lines = new List<(DayOfWeek First, DayOfWeek Last, string Hours)>();
        foreach (var day in Week)
        {
            var hours = HoursOf(calendar.WeeklyHours(day), texts, language);
            if (lines is [.., var last] && last.Hours == hours) lines[^1] = last with { Last = day };
            else lines.Add((day, day, hours));
        }

        return string.Join('\n', lines.Select(line => $"{DaysOf(line.First, line.Last, culture)}: {line.Hours}"));
    }

    private static string DaysOf(DayOfWeek first, DayOfWeek last, CultureInfo culture)
    {
        var names = culture.DateTimeFormat;
        return first == last ? names.GetDayName(first) : $"{names.GetDayName(first)}–{names.GetDayName(last)}";
    }

    private static string HoursOf(DayHours? day, TextCatalogue texts, Language language)
    {
        if (day is null) return texts["kantor.tutup"].In(language);
        var key = day.BreakStart is not null ? "kantor.jam-dengan-istirahat" : "kantor.jam";
        return texts[key].Fill(language, name => name switch
        {
            "buka" => Format(day.Opens),
            "tutup" => Format(day.Closes),
            "istirahat" => Format(day.BreakStart),
            "kembali" => Format(day.BreakEnd),
            _ => null,
        });
    }

    private static string? Format(TimeOnly? time) => time?.ToString("HH.mm", CultureInfo.InvariantCulture);
}
