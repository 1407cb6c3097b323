using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Scheduling.Records;

/// <summary>One run in the ledger of scheduled work. The key makes it the only one of its kind, on any number of hosts.</summary>
public sealed class JobRunRecord
{
    /// <summary>Which work.</summary>
    public required string Name { get; init; }

    /// <summary>What the run stands for.</summary>
    public required string Key { get; init; }

    /// <summary>When it was planned; for a run by hand, when it was asked for.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Somebody, or the start of a host, asked for it: it settles no planned time.</summary>
    public required bool ByHand { get; init; }

    /// <summary>When the last try began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>A try that has not ended by then died with its host, and another host may take it.</summary>
    public required DateTimeOffset LeaseUntil { get; init; }

    /// <summary>When the last try ended.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Tries so far.</summary>
    public required int Attempts { get; init; }

    /// <summary><c>running, done, failed</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>What came of it, in Indonesian; for a failure, the kind of fault. Never personal data.</summary>
    public string? Result { get; init; }
}

internal sealed class JobRunMapping : IEntityTypeConfiguration<JobRunRecord>
{
    public void Configure(EntityTypeBuilder<JobRunRecord> entity) => entity.ToTable("job_runs").HasKey(run => new { run.Name, run.Key });
}
