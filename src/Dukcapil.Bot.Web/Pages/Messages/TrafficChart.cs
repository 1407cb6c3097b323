using System.Globalization;
using Dukcapil.Bot.Core.MessageOperations;
using Dukcapil.Bot.Core.Time;

namespace Dukcapil.Bot.Web.Pages.Messages;

/// <summary>The counts of the last hour as bars, without script or style.</summary>
/// <param name="Minutes">One entry a minute, the oldest first.</param>
/// <param name="clock">The office's time.</param>
public sealed record TrafficChart(IReadOnlyList<TrafficMinute> Minutes, OfficeClock clock)
{
    /// <summary>Height of a row of bars.</summary>
    public const int Height = 40;

    /// <summary>Width of one minute.</summary>
    public const int Step = 10;

    /// <summary>The rows: what is counted, its colour, and how many in each minute.</summary>
    public IReadOnlyList<TrafficRow> Rows { get; } =
    [
        new("Masuk", "traffic-in", Minutes.Select(minute => minute.Inbound).ToList()),
        new("Terkirim", "traffic-out", Minutes.Select(minute => minute.Outbound).ToList()),
        new("Gagal", "traffic-failed", Minutes.Select(minute => minute.Failed).ToList()),
        new("Belum pasti", "traffic-unknown", Minutes.Select(minute => minute.Unknown).ToList()),
    ];

    /// <summary>The minutes in which anything happened, newest first.</summary>
    public IEnumerable<TrafficMinute> Busy =>
        Minutes.Reverse().Where(minute => minute is not { Inbound: 0, Outbound: 0, Failed: 0, Unknown: 0 });

    /// <summary>The local time of a minute.</summary>
    public string At(TrafficMinute minute) => clock.Local(minute.At).ToString("HH.mm", CultureInfo.InvariantCulture);
}

/// <summary>A row of bars.</summary>
/// <param name="Title">What is counted.</param>
/// <param name="Style">Class of its colour.</param>
/// <param name="Counts">How many in each minute.</param>
public sealed record TrafficRow(string Title, string Style, IReadOnlyList<int> Counts)
{
    /// <summary>How many in the hour.</summary>
    public int Total => Counts.Sum();

    /// <summary>The height of a bar: the busiest minute fills the row, a minute with anything in it shows.</summary>
    public int HeightOf(int count) => count == 0 ? 0 : Math.Max(2, count * TrafficChart.Height / Math.Max(Counts.Max(), 4));
}
