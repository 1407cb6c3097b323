namespace Dukcapil.Bot.Core.Queues;

/// <summary>
/// How long somebody may have to wait, from what the last visits took. No promise: it is told as such, and not at all where too
/// little was measured or no counter is open.
/// </summary>
public static class WaitEstimate
{
    private const int Step = 5;

    /// <summary>Minutes, rounded up to the next five; null when nothing can be said.</summary>
    /// <param name="visitId">Whose wait.</param>
    /// <param name="line">The line.</param>
    /// <param name="means">Mean length of a visit by service.</param>
    public static int? Minutes(long visitId, WaitingLine line, IReadOnlyDictionary<string, TimeSpan> means)
    {
        if (line.Places.FirstOrDefault(place => place.VisitId == visitId) is not { } own) return null;
        var counters = line.CountersFor(own).Count;
        if (counters == 0 || !means.TryGetValue(own.Service, out var ownMean)) return null;
        // Those at the counters now are on average halfway through.
        var work = line.AheadOf(visitId)
            .Aggregate(ownMean / 2 * counters, (sum, ahead) => sum + means.GetValueOrDefault(ahead.Service, ownMean));
        var wait = work / counters;
        // Who is early waits for the slot at least, as far as anybody can know.
        if (own.DueAt - line.Now > wait) wait = own.DueAt - line.Now;
        return (int)Math.Ceiling(wait.TotalMinutes / Step) * Step;
    }
}
