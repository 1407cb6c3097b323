namespace Dukcapil.Bot.Core.Telemetry;

/// <summary>What stands in the database at a moment, as far as monitoring asks.</summary>
/// <param name="OutboxDepth">Messages that are due and not yet with the provider.</param>
/// <param name="OutboxAge">How long the oldest of them has been due; zero for none.</param>
/// <param name="FreePlaces">Places free in the slots of the next seven days.</param>
/// <param name="OpenCases">Cases that are not closed, by status.</param>
public sealed record OfficeMetrics(long OutboxDepth, TimeSpan OutboxAge, long FreePlaces, IReadOnlyDictionary<string, long> OpenCases);
