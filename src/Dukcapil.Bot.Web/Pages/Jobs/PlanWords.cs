using System.Globalization;
using System.Text.RegularExpressions;
using Dukcapil.Bot.Web.Jobs;
using Hangfire;

namespace Dukcapil.Bot.Web.Pages.Jobs;

/// <summary>Says in Indonesian when a recurring job runs, and what becomes of a missed run.</summary>
public static partial class PlanWords
{
    /// <summary>A plan in words; the cron itself where it is none of the usual ones.</summary>
    public static string When(string cron)
    {
        if (EverySeconds().Match(cron) is { Success: true } seconds) return $"Setiap {seconds.Groups["n"].Value} detik";
        if (EveryMinutes().Match(cron) is { Success: true } minutes) return $"Setiap {minutes.Groups["n"].Value} menit";
        if (EveryMinute().IsMatch(cron)) return "Setiap menit";
        if (EveryHour().Match(cron) is { Success: true } hour) return $"Setiap jam, menit ke-{hour.Groups["n"].Value}";
        if (EveryDay().Match(cron) is not { Success: true } day) return cron;
        var minute = int.Parse(day.Groups["n"].Value, CultureInfo.InvariantCulture);
        var times = day.Groups["hours"].Value.Split(',')
            .Select(at => string.Create(CultureInfo.InvariantCulture, $"{int.Parse(at, CultureInfo.InvariantCulture):00}.{minute:00}"));
        return $"Setiap hari {string.Join(" dan ", times)} WIB";
    }

    /// <summary>The rule for missed runs, and on which days and hours it does not run.</summary>
    public static string Rule(RecurringJobRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var missed = row switch
        {
            { IsSweep: true } => "Tidak ada yang terlewat: setiap jalan mengerjakan semua yang sudah waktunya.",
            { Misfire: MisfireHandlingMode.Strict } => "Bila terlewat, setiap hari yang terlewat disusulkan satu per satu.",
            _ => "Bila terlewat, dijalankan satu kali begitu layanan hidup lagi.",
        };
        var days = row.OnlyOpenDays ? " Hanya pada hari kantor buka." : "";
        return missed + days + (row.TellsResidents ? " Tidak pernah pada pukul 20.00–07.00 dan hari libur." : "");
    }

    [GeneratedRegex(@"^\d+/(?<n>\d+) \* \* \* \* \?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EverySeconds();

    [GeneratedRegex(@"^\d+ \d+/(?<n>\d+) \* \* \* \?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EveryMinutes();

    [GeneratedRegex(@"^\d+ \* \* \* \* \?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EveryMinute();

    [GeneratedRegex(@"^\d+ (?<n>\d+) \* \* \* \?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EveryHour();

    [GeneratedRegex(@"^\d+ (?<n>\d+) (?<hours>\d+(,\d+)*) \* \* \?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EveryDay();
}
