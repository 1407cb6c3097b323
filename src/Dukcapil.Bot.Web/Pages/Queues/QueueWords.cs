using System.Globalization;

namespace Dukcapil.Bot.Web.Pages.Queues;

/// <summary>Words and figures of the pages on the line.</summary>
public static class QueueWords
{
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    /// <summary>A time of day: <c>09.15</c>.</summary>
    public static string Hour(DateTime local) => local.ToString("HH.mm", Indonesian);

    /// <summary>A length in minutes, or "–" when nothing was measured.</summary>
    public static string Minutes(double? seconds) =>
        seconds is { } length ? $"{Math.Round(length / 60).ToString(Indonesian)} menit" : "–";

    /// <summary>A share, or "–" of nothing.</summary>
    public static string Share(int part, int all) => all == 0 ? "–" : $"{Math.Round(100.0 * part / all).ToString(Indonesian)}%";
}
