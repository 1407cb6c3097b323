using System.Globalization;
using Dukcapil.Bot.Core.Casework.Deadlines;

namespace Dukcapil.Bot.Web.Pages.Deadlines;

/// <summary>Words for deadlines. Times are working hours of the office calendar.</summary>
public static class DeadlineWords
{
    /// <summary>Working time as people say it, without its sign.</summary>
    public static string Hours(TimeSpan time)
    {
        var minutes = (long)Math.Round(time.Duration().TotalMinutes, MidpointRounding.AwayFromZero);
        var (hours, rest) = (minutes / 60, minutes % 60);
        return (hours, rest) switch
        {
            (0, _) => string.Create(CultureInfo.InvariantCulture, $"{rest} menit kerja"),
            (_, 0) => string.Create(CultureInfo.InvariantCulture, $"{hours} jam kerja"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{hours} jam {rest} menit kerja"),
        };
    }

    /// <summary>How much time is left.</summary>
    public static string Left(DeadlineStand stand)
    {
        ArgumentNullException.ThrowIfNull(stand);
        return stand switch
        {
            { State: DeadlineState.Paused, Left.Ticks: <= 0 } => $"Berhenti, sudah lewat {Hours(stand.Left)}",
            { State: DeadlineState.Paused } => $"Berhenti, sisa {Hours(stand.Left)}",
            { State: DeadlineState.Over } => $"Lewat {Hours(stand.Left)}",
            _ => $"Sisa {Hours(stand.Left)}",
        };
    }

    /// <summary>The style of those words.</summary>
    public static string Style(DeadlineState state) => state switch
    {
        DeadlineState.Over => "due-late",
        DeadlineState.Soon => "due-today",
        _ => "text-secondary",
    };

    /// <summary>What a deadline is for.</summary>
    public static string Scope(DeadlineScope scope) => scope == DeadlineScope.Step ? "langkah ini" : "seluruh permohonan";

    /// <summary>Why somebody is told.</summary>
    public static string Reason(DeadlineNotice notice, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return notice switch
        {
            { Level: WarningLevel.Office } => $"Tenggat {Scope(notice.Scope)} sudah lama lewat",
            _ when notice.DueAt <= now => $"Tenggat {Scope(notice.Scope)} sudah habis",
            _ => $"Tenggat {Scope(notice.Scope)} hampir habis",
        };
    }
}
