namespace Dukcapil.Bot.Core.Queues;

/// <summary>Somebody in the line, as the order rule sees them: nothing here says who it is.</summary>
/// <param name="VisitId">The visit.</param>
/// <param name="Number">The day's number.</param>
/// <param name="IsBooked">Whether the visitor has a booking.</param>
/// <param name="IsPriority">Whether the visitor goes first by law.</param>
/// <param name="DueAt">When their time comes.</param>
/// <param name="Service">What they come for.</param>
/// <param name="OnlyCounterId">The one counter they were sent to; null when any counter that serves it will do.</param>
public sealed record QueueEntry(
    long VisitId, int Number, bool IsBooked, bool IsPriority, DateTimeOffset DueAt, string Service, int? OnlyCounterId);
