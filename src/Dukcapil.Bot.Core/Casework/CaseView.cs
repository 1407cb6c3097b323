using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Casework.Records;
using Dukcapil.Bot.Core.Messaging.Records;

namespace Dukcapil.Bot.Core.Casework;

/// <summary>Everything the page of a case shows.</summary>
public sealed record CaseView
{
    /// <summary>The case with its papers and ticks.</summary>
    public required CaseRecord Record { get; init; }

    /// <summary>The procedure it was started under.</summary>
    public required AlurDefinition Alur { get; init; }

    /// <summary>Photos, oldest first, replaced ones included.</summary>
    public required IReadOnlyList<CaseFile> Files { get; init; }

    /// <summary>History, oldest first.</summary>
    public required IReadOnlyList<HistoryRecord> History { get; init; }

    /// <summary>The last line of <see cref="History"/>, by which a form says what its page showed; 0 when there is none.</summary>
    public long Seen => History.Count == 0 ? 0 : History[^1].Id;

    /// <summary>Messages by which the office spoke first, oldest first.</summary>
    public required IReadOnlyList<OutboxRecord> Messages { get; init; }

    /// <summary>Receipts given.</summary>
    public required IReadOnlyList<ReceiptRecord> Receipts { get; init; }

    /// <summary>Who collected the result, once somebody has.</summary>
    public HandoverRecord? Handover { get; init; }

    /// <summary>Names of accounts.</summary>
    public required IReadOnlyDictionary<Guid, string> StaffNames { get; init; }

    /// <summary>What the rules must know, for the buttons of the page.</summary>
    public CaseSnapshot Snapshot(DateTimeOffset now) => Record.Snapshot(now);
}

/// <summary>A photo of a case with what became of it.</summary>
/// <param name="File">Where it belongs.</param>
/// <param name="Status"><c>pending, stored, rejected, purged</c>.</param>
/// <param name="ContentType">What it is, once it is stored.</param>
/// <param name="Reason">Why it was rejected.</param>
public sealed record CaseFile(CaseFileRecord File, string Status, string? ContentType, string? Reason);
