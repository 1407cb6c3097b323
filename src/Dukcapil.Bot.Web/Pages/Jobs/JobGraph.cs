namespace Dukcapil.Bot.Web.Pages.Jobs;

/// <summary>The jobs of the last 24 hours as bars, without script or style.</summary>
/// <param name="Succeeded">How many succeeded in each hour (UTC).</param>
/// <param name="Failed">How many failed in each hour (UTC).</param>
public sealed record JobGraph(IDictionary<DateTime, long> Succeeded, IDictionary<DateTime, long> Failed)
{
    /// <summary>Height of a row of bars.</summary>
    public const int Height = 40;

    /// <summary>Width of an hour.</summary>
    public const int Step = 10;

    /// <summary>The rows: what is counted, the class of its colour, and how many in each hour, the oldest first.</summary>
    public IReadOnlyList<(string Title, string Style, IReadOnlyList<long> Counts)> Rows { get; } =
        [("Berhasil", "traffic-out", InOrder(Succeeded)), ("Gagal", "traffic-failed", InOrder(Failed))];

    /// <summary>The height of a bar: the busiest hour fills the row, an hour with anything in it shows.</summary>
    public static long HeightOf(long count, IReadOnlyList<long> counts) =>
        count == 0 ? 0 : Math.Max(2, count * Height / Math.Max(counts.Max(), 4));

    private static List<long> InOrder(IDictionary<DateTime, long> byHour) =>
        byHour.OrderBy(hour => hour.Key).Select(hour => hour.Value).ToList();
}
