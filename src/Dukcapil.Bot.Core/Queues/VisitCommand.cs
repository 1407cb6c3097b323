using Dukcapil.Bot.Core.Casework;

namespace Dukcapil.Bot.Core.Queues;

/// <summary>What an officer does to a visit, as the page sent it.</summary>
/// <param name="VisitId">The visit.</param>
/// <param name="Version">The row version the page showed: a visit that changed since is not touched.</param>
/// <param name="By">Who.</param>
public sealed record VisitCommand(long VisitId, uint Version, StaffActor By);
