using Dukcapil.Bot.Alur;

namespace Dukcapil.Bot.Core.Queues;

/// <summary>What an officer does to a visit, as the page sent it.</summary>
/// <param name="VisitId">The visit.</param>
/// <param name="Seen">
/// The last line of the visit's history that the page showed (<see cref="VisitLine.Seen"/>): what others did since is looked at first.
/// </param>
/// <param name="By">Who.</param>
public sealed record VisitCommand(long VisitId, long Seen, StaffActor By);
