namespace Dukcapil.Bot.Core.Queues;

/// <summary>A counter of the office.</summary>
/// <param name="Id">Key.</param>
/// <param name="Name">What stands above it.</param>
/// <param name="Services">What it serves, as alur ids; empty: everything.</param>
public sealed record QueueCounter(int Id, string Name, IReadOnlyCollection<string> Services)
{
    /// <summary>Whether it serves something.</summary>
    public bool Serves(string service) => Services.Count == 0 || Services.Contains(service);

    /// <summary>Whether it may call somebody.</summary>
    public bool MayCall(QueueEntry place) => place.OnlyCounterId is { } only ? only == Id : Serves(place.Service);
}
