namespace Dukcapil.Bot.Core.Information.Visits;

/// <summary>What several edits of visits come to, for somebody who knew how it was before the first of them; pure.</summary>
public static class FieldVisitFold
{
    /// <summary>What is worth telling, in the order of the visits' days. What was changed and changed back is not.</summary>
    /// <param name="changes">The edits nobody was told of yet, in order.</param>
    /// <param name="visits">The visits they concern, as they stand now.</param>
    /// <param name="today">The office's day: what was before it concerns nobody.</param>
    public static IReadOnlyList<FieldVisitNewsItem> Of(
        IReadOnlyList<FieldVisitChangeRecord> changes, IReadOnlyDictionary<long, FieldVisitRecord> visits, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(visits);
        return changes.GroupBy(change => change.VisitId).Select(edits => Item(edits.First(), visits[edits.Key], today))
            .OfType<FieldVisitNewsItem>()
            .OrderBy(item => item.Visit.Day)
            .ThenBy(item => item.Visit.Starts)
            .ThenBy(item => item.Visit.Id)
            .ToList();
    }

    private static FieldVisitNewsItem? Item(FieldVisitChangeRecord before, FieldVisitRecord visit, DateOnly today)
    {
        var stood = before.StateBefore is FieldVisitState.Planned or FieldVisitState.Changed && before.DayBefore >= today;
        var stands = visit.State != FieldVisitState.Cancelled && visit.Day >= today;
        return (stood, stands) switch
        {
            (false, true) => new FieldVisitNewsItem(visit, "kabar-baru", null),
            (true, false) => new FieldVisitNewsItem(visit, "kabar-batal", before),
            (true, true) when (before.DayBefore, before.StartsBefore, before.EndsBefore, before.PlaceBefore)
                != (visit.Day, visit.Starts, visit.Ends, visit.Place) =>
                new FieldVisitNewsItem(visit, "kabar-berubah", before),
            _ => null,
        };
    }
}

/// <summary>One thing worth telling.</summary>
/// <param name="Visit">The visit as it stands.</param>
/// <param name="Text">Its text below <c>kunjungan</c>.</param>
/// <param name="Before">How it was when residents last knew; null for a new visit.</param>
public sealed record FieldVisitNewsItem(FieldVisitRecord Visit, string Text, FieldVisitChangeRecord? Before);
