using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Casework.Records;

namespace Dukcapil.Bot.Core.Casework;

/// <summary>Where a case stands in its procedure.</summary>
/// <param name="AlurId">Procedure.</param>
/// <param name="AlurVersion">Its version.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="StepId">At which step.</param>
public sealed record CasePosition(string AlurId, string AlurVersion, CaseStatus Status, string StepId)
{
    /// <summary>Whether papers are to be brought to the counter.</summary>
    public bool HasPapersToBring { get; init; }

    /// <summary>The answers to the procedure's questions, by question.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The place of a record whose papers are loaded.</summary>
    public static CasePosition Of(CaseRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new CasePosition(record.AlurId, record.AlurVersion, record.Status, record.StepId)
        {
            HasPapersToBring = record.Berkas.Exists(paper => paper.Status == BerkasStatus.AtCounter),
            Answers = record.Answers,
        };
    }
}
