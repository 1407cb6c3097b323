using Dukcapil.Bot.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Reminders.Imports.Records;

/// <summary>An import of a list of the office. At most one runs at a time, by a unique index.</summary>
public sealed class ImportRecord
{
    /// <summary>Key.</summary>
    public long Id { get; init; }

    /// <summary>Name of the file, without its folder.</summary>
    public required string FileName { get; init; }

    /// <summary>Its length in bytes, as far as the sender told.</summary>
    public long? FileBytes { get; init; }

    /// <summary>Who started it; null at the command line.</summary>
    public Guid? StartedBy { get; init; }

    /// <summary>When it started.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How far it is.</summary>
    public required ImportPhase Phase { get; set; }

    /// <summary>Until when it counts as running without a further sign, by the database's clock.</summary>
    public required DateTimeOffset LeaseUntil { get; set; }

    /// <summary>When somebody asked to stop it.</summary>
    public DateTimeOffset? CancelAskedAt { get; set; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>Why the file was refused, see <see cref="ImportRefusal"/>.</summary>
    public string? Refusal { get; set; }

    /// <summary>Where, from 1.</summary>
    public int? RefusalLine { get; set; }

    /// <summary>What exactly, such as the missing column.</summary>
    public string? RefusalDetail { get; set; }

    /// <summary>The heading as the file has it.</summary>
    public List<string> Columns { get; init; } = [];

    /// <summary>What separates its values.</summary>
    public string? Separator { get; init; }

    /// <summary>Bytes read.</summary>
    public long BytesRead { get; set; }

    /// <summary>Rows read, without the heading.</summary>
    public int RowsRead { get; set; }

    /// <summary>Rows not taken.</summary>
    public int RowsRejected { get; set; }

    /// <summary>Of these, rows whose NIK stood in the file before.</summary>
    public int RowsRepeated { get; set; }

    /// <summary>Rows taken whose kelurahan is none of the city's.</summary>
    public int RowsUnplaced { get; set; }

    /// <summary>People who were not in the register.</summary>
    public int PeopleNew { get; set; }

    /// <summary>People of whom the list says something else than the last.</summary>
    public int PeopleChanged { get; set; }

    /// <summary>People of whom it says the same.</summary>
    public int PeopleUnchanged { get; set; }

    /// <summary>People of whom it names another status than the one the office's own people gave, which stayed.</summary>
    public int PeopleKept { get; set; }

    /// <summary>Whether it runs.</summary>
    public bool IsRunning => Phase is ImportPhase.Reading or ImportPhase.Merging;

    /// <summary>Whether no other may begin: it runs, or waits for answers.</summary>
    public bool IsOpen => IsRunning || Phase == ImportPhase.Asking;
}

internal sealed class ImportMapping : IEntityTypeConfiguration<ImportRecord>
{
    public void Configure(EntityTypeBuilder<ImportRecord> entity)
    {
        entity.ToTable("register_imports");
        entity.Property(import => import.Phase).HasConversion(phase => SnakeCase.Of(phase.ToString()), term => Parse(term));
        entity.Ignore(import => import.IsRunning);
        entity.Ignore(import => import.IsOpen);
    }

    private static ImportPhase Parse(string term) =>
        Enum.Parse<ImportPhase>(term.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
}
