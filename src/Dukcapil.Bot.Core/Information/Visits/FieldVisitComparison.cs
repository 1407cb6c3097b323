namespace Dukcapil.Bot.Core.Information.Visits;

/// <summary>
/// Compares a file of field visits with those stored; pure and idempotent. A line matches the visit of the same kelurahan, kind, day and
/// beginning; where one line and one stored visit of a day are left over, the visit has moved to another time. What the file does not
/// mention stays.
/// </summary>
public static class FieldVisitComparison
{
    /// <summary>Compares.</summary>
    public static FieldVisitDiff Compare(IReadOnlyList<FieldVisitPlan> plans, IReadOnlyList<FieldVisitRecord> stored)
    {
        ArgumentNullException.ThrowIfNull(plans);
        ArgumentNullException.ThrowIfNull(stored);
        var left = stored.ToList();
        var diff = new FieldVisitDiff();
        var open = new List<FieldVisitPlan>();
        foreach (var plan in plans)
        {
            if (left.Find(visit => KeyOf(visit) == plan.Key) is { } same) Settle(plan, same);
            else open.Add(plan);
        }

        foreach (var group in open.GroupBy(plan => (plan.Kelurahan, plan.Kind, plan.Day)))
        {
            var others = left.Where(
                visit => (visit.Kelurahan, visit.Kind, visit.Day) == group.Key && visit.State != FieldVisitState.Cancelled).ToList();
            if (group.ToList() is [var only] && others is [var other]) Settle(only, other);
            else diff.Added.AddRange(group.Where(plan => !plan.IsCancelled));
        }

        return diff;

        void Settle(FieldVisitPlan plan, FieldVisitRecord visit)
        {
            left.Remove(visit);
            if (IsSame(plan, visit)) diff.Unchanged++;
            else diff.Changed.Add((visit, plan));
        }
    }

    private static (string, FieldVisitKind, DateOnly, TimeOnly) KeyOf(FieldVisitRecord visit) =>
        (visit.Kelurahan, visit.Kind, visit.Day, visit.Starts);

    private static bool IsSame(FieldVisitPlan plan, FieldVisitRecord visit) =>
        plan.IsCancelled == (visit.State == FieldVisitState.Cancelled)
        && (plan.IsCancelled || (plan.Starts, plan.Ends, plan.Place, plan.Note) == (visit.Starts, visit.Ends, visit.Place, visit.Note));
}

/// <summary>What a file changes.</summary>
public sealed class FieldVisitDiff
{
    /// <summary>Visits that are not stored yet.</summary>
    public List<FieldVisitPlan> Added { get; } = [];

    /// <summary>Stored visits that become otherwise, cancelled ones included.</summary>
    public List<(FieldVisitRecord Visit, FieldVisitPlan Plan)> Changed { get; } = [];

    /// <summary>Lines that say what is stored already.</summary>
    public int Unchanged { get; set; }
}
