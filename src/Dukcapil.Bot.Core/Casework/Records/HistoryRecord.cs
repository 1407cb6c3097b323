using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Casework.Records;

/// <summary>One line of a case's history. The database role of the host can insert it but neither change nor delete it.</summary>
public sealed class HistoryRecord
{
    /// <summary>Key.</summary>
    public long Id { get; init; }

    /// <summary>The case.</summary>
    public required long CaseId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who did it.</summary>
    public required ActorKind ActorKind { get; init; }

    /// <summary>The officer, for <c>staff</c>.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>What was done.</summary>
    public required CaseEvent Action { get; init; }

    /// <summary>What it was before.</summary>
    public Dictionary<string, string>? Before { get; init; }

    /// <summary>What it is after.</summary>
    public Dictionary<string, string>? After { get; init; }

    /// <summary>The reason as it was written.</summary>
    public string? Reason { get; init; }

    /// <summary>A line that comes with no change of the case: the resident asked for their data to be erased.</summary>
    public static HistoryRecord EraseRequested(CaseRecord record, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new() { CaseId = record.Id, At = now, ActorKind = ActorKind.Resident, Action = CaseEvent.EraseRequested };
    }
}

internal sealed class HistoryMapping : IEntityTypeConfiguration<HistoryRecord>
{
    public void Configure(EntityTypeBuilder<HistoryRecord> entity)
    {
        entity.ToTable("case_history");
        entity.Property(line => line.ActorKind).HasStoredNames();
        entity.Property(line => line.Action).HasStoredNames();
        entity.Property(line => line.Before).IsOptionalJsonTexts();
        entity.Property(line => line.After).IsOptionalJsonTexts();
    }
}
