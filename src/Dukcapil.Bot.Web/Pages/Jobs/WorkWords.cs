using System.Globalization;
using System.Text.RegularExpressions;
using Dukcapil.Bot.Core.Scheduling;
using Dukcapil.Bot.Core.Time;

namespace Dukcapil.Bot.Web.Pages.Jobs;

/// <summary>Says in Indonesian when a row of scheduled work runs, and what becomes of a missed run.</summary>
public static partial class WorkWords
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
        return "Setiap hari " + string.Join(" dan ", day.Groups["hours"].Value.Split(',').Select(at => string.Create(CultureInfo.InvariantCulture, $"{int.Parse(at, CultureInfo.InvariantCulture):00}.{minute:00}"))) + " WIB";
    }

    /// <summary>The rule for missed runs, and on which days and hours it does not run.</summary>
    public static string Rule(ScheduledWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var missed = work.Missed switch
        {
            MissedRun.Inherent => "Tidak ada yang terlewat: setiap jalan mengerjakan semua yang sudah waktunya.",
            MissedRun.Latest => "Bila terlewat, dijalankan satu kali begitu layanan hidup lagi.",
            MissedRun.Each => "Bila terlewat, setiap hari yang terlewat disusulkan satu per satu, yang paling lama lebih dahulu.",
            _ => "Bila terlewat, tidak disusulkan.",
        };
        var days = work.OnlyOpenDays ? " Hanya pada hari kantor buka." : "";
        return missed + days + (work.TellsResidents ? " Tidak pernah pada pukul 20.00–07.00 dan hari libur." : "");
    }

    /// <summary>What a run stood for: its key with the day as people read it.</summary>
    public static string Key(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Day().Replace(key, day => DateOnly.TryParseExact(day.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? OfficeClock.Format(date) : day.Value);
    }

    /// <summary>How far a run in the ledger has come.</summary>
    public static string Outcome(string outcome) => outcome switch
    {
        "done" => "Selesai",
        "failed" => "Gagal",
        _ => "Sedang berjalan",
    };

    /// <summary>The colour that goes with it; the word always stands beside it.</summary>
    public static string Colour(string outcome) => outcome switch
    {
        "done" => "bg-green-lt",
        "failed" => "bg-red-lt",
        _ => "bg-azure-lt",
    };

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Day();

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
