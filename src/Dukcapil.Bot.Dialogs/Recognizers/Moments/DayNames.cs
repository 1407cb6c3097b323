using Dukcapil.Bot.Content;

namespace Dukcapil.Bot.Dialogs.Recognizers.Moments;

/// <summary>Names of the days of the week, as printed and as typed.</summary>
internal static class DayNames
{
    // From Sunday on, as DayOfWeek counts: printed Indonesian name, printed English name, then what people type.
    private static readonly string[][] Forms =
    [
        ["Minggu", "Sunday", "ahad", "sun"],
        ["Senin", "Monday", "senen", "snin", "snn", "mon"],
        ["Selasa", "Tuesday", "slasa", "sls", "selasah", "tue", "tues"],
        ["Rabu", "Wednesday", "rebo", "rbu", "wed"],
        ["Kamis", "Thursday", "kemis", "kms", "kmis", "thu", "thurs"],
        ["Jumat", "Friday", "jum'at", "jumaat", "jumah", "jemuah", "jmt", "jum", "juma'at", "fri"],
        ["Sabtu", "Saturday", "sbtu", "saptu", "sab", "sat"],
    ];

    /// <summary>The day that a known name means.</summary>
    public static DayOfWeek Find(string name) =>
        (DayOfWeek)Array.FindIndex(Forms, forms => forms.Contains(name, StringComparer.OrdinalIgnoreCase));

    /// <summary>"Sabtu, 5 Desember".</summary>
    public static LocalizedText Title(DateOnly day)
    {
        var forms = Forms[(int)day.DayOfWeek];
        return new LocalizedText(
            $"{forms[0]}, {day.Day} {MonthNames.Indonesian(day.Month)}", $"{forms[1]}, {day.Day} {MonthNames.English(day.Month)}");
    }
}
