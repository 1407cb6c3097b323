using Dukcapil.Bot.Core.Queues.Records;

namespace Dukcapil.Bot.Core.Queues;

/// <summary>Somebody who has come.</summary>
/// <param name="Visit">The visit.</param>
/// <param name="Standing">How they stand in the line; null when the visit was noted before.</param>
public sealed record CheckedIn(VisitRecord Visit, QueueStanding? Standing);
