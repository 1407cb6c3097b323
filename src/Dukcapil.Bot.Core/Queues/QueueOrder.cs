namespace Dukcapil.Bot.Core.Queues;

/// <summary>
/// The order in which numbers are called; the whole rule stands here.
/// <list type="number">
/// <item>Every visitor has a time at which their turn comes (<see cref="DueAt"/>): booked and on time, the start of the slot; booked but
/// late, the arrival; walk-in, the arrival.</item>
/// <item>Whose time has come goes before those whose time is still ahead. So a booked visitor who is early is called before the slot
/// only when nobody else waits for that counter, and a skipped number lets others pass.</item>
/// <item>Then the elderly, the disabled and the pregnant (UU 25/2009 Pasal 29).</item>
/// <item>Then the earlier time; at the same time booked before walk-in, then the smaller number.</item>
/// </list>
/// A transfer keeps the time, so nobody queues twice.
/// </summary>
public static class QueueOrder
{
    /// <summary>
    /// The rule as PostgreSQL sorts by it; <c>@now</c> is the instant. Says the same as <see cref="At"/>, which a test holds against it.
    /// </summary>
    public const string Sql = "due_at > @now, not is_priority, due_at, booking_id is null, number";

    /// <summary>When a visitor's time comes.</summary>
    /// <param name="slotStart">Start of the booked slot; null for a walk-in.</param>
    /// <param name="arrival">When they checked in.</param>
    /// <param name="grace">How long after the start of the slot they still count as on time.</param>
    public static DateTimeOffset DueAt(DateTimeOffset? slotStart, DateTimeOffset arrival, TimeSpan grace) =>
        slotStart is { } start && arrival <= start + grace ? start : arrival;

    /// <summary>The rule at an instant.</summary>
    public static IComparer<QueueEntry> At(DateTimeOffset now) =>
        Comparer<QueueEntry>.Create((one, other) => KeyOf(one, now).CompareTo(KeyOf(other, now)));

    private static (bool Ahead, bool Ordinary, DateTimeOffset Due, bool WalkIn, int Number) KeyOf(QueueEntry place, DateTimeOffset now) =>
        (place.DueAt > now, !place.IsPriority, place.DueAt, !place.IsBooked, place.Number);
}
