using Dukcapil.Bot.Core.Queues.Records;

namespace Dukcapil.Bot.Tests.Queues;

/// <summary>
/// The order rule written down a second time, in another way, over what the test itself has seen happen: it reads nothing from the
/// database and uses nothing of the program.
/// </summary>
internal sealed class DayOracle
{
    private readonly Dictionary<int, Entry> _waiting = [];

    /// <summary>How many wait.</summary>
    public int Count => _waiting.Count;

    public void Joins(VisitRecord visit, DayVisitor visitor, int minute)
    {
        var due = visitor.Slot is { } slot && minute - slot <= 15 ? slot : minute;
        _waiting.Add(visit.Number, new Entry(visit.Number, visitor.Slot is not null, visitor.IsPriority, due, visitor.Service));
    }

    /// <summary>Skipped: behind everybody whose time has come, for ten minutes.</summary>
    public void ComesBack(Entry entry, int minute) => _waiting.Add(entry.Number, entry with { Due = minute + 10 });

    /// <summary>Sent on: with the time they had.</summary>
    public void SentOn(Entry entry, string service) => _waiting.Add(entry.Number, entry with { Service = service });

    /// <summary>Whom a counter must call now; null when nobody waits for it.</summary>
    public Entry? Next(IReadOnlyCollection<string> services, int minute)
    {
        var mine = _waiting.Values.Where(entry => services.Count == 0 || services.Contains(entry.Service)).ToList();
        var due = mine.Where(entry => entry.Due <= minute).ToList();
        var group = due.Count > 0 ? due : mine;
        if (group.Exists(entry => entry.First)) group = group.FindAll(entry => entry.First);
        if (group.Count == 0) return null;
        var earliest = group.Min(entry => entry.Due);
        group = group.FindAll(entry => entry.Due == earliest);
        if (group.Exists(entry => entry.Booked)) group = group.FindAll(entry => entry.Booked);
        return group.MinBy(entry => entry.Number);
    }

    public void Leaves(int number) => _waiting.Remove(number).ShouldBeTrue();

    /// <summary>Somebody who waits.</summary>
    public sealed record Entry(int Number, bool Booked, bool First, int Due, string Service);
}
