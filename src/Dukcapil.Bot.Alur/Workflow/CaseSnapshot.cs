namespace Dukcapil.Bot.Alur;

/// <summary>What the rules must know of a case; no database type, so that they stay pure.</summary>
/// <param name="Status">Where the case stands.</param>
/// <param name="StepId">The current step.</param>
/// <param name="DoneTasks">Ids of the ticked tasks of the current step.</param>
/// <param name="Berkas">Paper id to its status.</param>
/// <param name="HoldEnded">Whether the hold's day has come (meaningful only in <see cref="CaseStatus.OnHold"/>).</param>
/// <param name="LeftFirstDesk">
/// Whether the case was ever forwarded from its first step. A case that was returned there looks fresh otherwise, and the resident
/// could cancel what the operator has already worked on.
/// </param>
public sealed record CaseSnapshot(
    CaseStatus Status,
    string StepId,
    IReadOnlySet<string> DoneTasks,
    IReadOnlyDictionary<string, BerkasStatus> Berkas,
    bool HoldEnded = false,
    bool LeftFirstDesk = false);
