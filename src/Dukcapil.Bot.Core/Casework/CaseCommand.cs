using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Messaging.Records;

namespace Dukcapil.Bot.Core.Casework;

/// <summary>What somebody wants done to a case: which one, the request that the state machine decides, and what is stored with it.</summary>
/// <param name="Request">The request.</param>
public sealed record CaseCommand(CaseRequest Request)
{
    /// <summary>Number of the case. Its lock is waited for.</summary>
    public string? Number { get; init; }

    /// <summary>Key of the case, in the place of its number, for jobs: a case that somebody holds at the moment is passed over.</summary>
    public long? CaseId { get; init; }

    /// <summary>The phone that the case must belong to, for residents; other phones learn nothing of it.</summary>
    public long? AddressId { get; init; }

    /// <summary>
    /// The last line of the case's history that the officer's page showed (<see cref="CaseView.Seen"/>): what others did since is looked
    /// at first. Null where nothing was shown.
    /// </summary>
    public long? Seen { get; init; }

    /// <summary>The step that the page showed, for a tick; null for the current one.</summary>
    public string? StepId { get; init; }

    /// <summary>Which visit to the step it is meant for; null for the current one.</summary>
    public int? Visit { get; init; }

    /// <summary>The day in whose morning a hold ends, at most <see cref="CaseOperations.LongestHold"/> days ahead.</summary>
    public DateOnly? HoldUntil { get; init; }

    /// <summary>Who collects a result: <c>penduduk, keluarga, sponsor, kuasa</c>.</summary>
    public string? CollectorKind { get; init; }

    /// <summary>Stored photos that take the place of a paper sent again.</summary>
    public IReadOnlyList<Guid> Files { get; init; } = [];

    /// <summary>A photo taken at the counter, stored with the change; when that is refused nothing is stored.</summary>
    public MediaRecord? NewFile { get; init; }
}
