using Dukcapil.Bot.Core.Queues.Records;

namespace Dukcapil.Bot.Core.Queues;

/// <summary>What became of noting who has come.</summary>
/// <param name="Visit">The visit; also one that was noted before.</param>
/// <param name="Standing">How they stand in the line.</param>
/// <param name="Refusal">Why nothing was noted; null when it was.</param>
public sealed record CheckedIn(VisitRecord? Visit, QueueStanding? Standing, Refusal? Refusal)
{
    /// <summary>Nothing was noted, for the named reason.</summary>
    public static CheckedIn Refused(string code, string? name = null, string? value = null) =>
        new(
            null,
            null,
            new Refusal(code, name is null ? null : new Dictionary<string, string>(StringComparer.Ordinal) { [name] = value ?? "" }));
}
