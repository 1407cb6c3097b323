using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Content;

namespace Dukcapil.Bot.Core.Content;

/// <summary>State of a case, as <see cref="CaseRundown"/> words it.</summary>
public sealed record CaseStanding
{
    /// <summary>Case number.</summary>
    public required string Number { get; init; }

    /// <summary>The procedure it was started under.</summary>
    public required AlurDefinition Alur { get; init; }

    /// <summary>The person it is for; only the first name is told.</summary>
    public required string Name { get; init; }

    /// <summary>Its status.</summary>
    public required CaseStatus Status { get; init; }

    /// <summary>The step it is at.</summary>
    public required string StepId { get; init; }

    /// <summary>Why it is held or was rejected, as the officer wrote it; or null.</summary>
    public string? Reason { get; init; }

    /// <summary>The day until which the office holds it, as people read it; or null.</summary>
    public LocalizedText? HeldUntil { get; init; }

    /// <summary>Since when it stands there, as people read it; null where there is no clock.</summary>
    public LocalizedText? Since { get; init; }

    /// <summary>When its resident is expected at the counter, as people read it; or null.</summary>
    public LocalizedText? Appointment { get; init; }

    /// <summary>Its papers.</summary>
    public required IReadOnlyList<PaperStanding> Papers { get; init; }
}

/// <summary>State of one paper of a case.</summary>
/// <param name="ItemId">The paper.</param>
/// <param name="Status">Its status.</param>
/// <param name="Reason">Why it is wanted again, as the officer wrote it; or null.</param>
public sealed record PaperStanding(string ItemId, BerkasStatus Status, string? Reason = null);
