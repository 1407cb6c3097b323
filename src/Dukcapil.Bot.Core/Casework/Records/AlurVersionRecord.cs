using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Casework.Records;

/// <summary>An alur file as it stood when it was loaded. Insert-only for the host.</summary>
public sealed class AlurVersionRecord
{
    /// <summary>SHA-256 of the text, hexadecimal.</summary>
    public required string Version { get; init; }

    /// <summary>Which alur.</summary>
    public required string AlurId { get; init; }

    /// <summary>The text of the file.</summary>
    public required string Yaml { get; init; }

    /// <summary>When it was first loaded.</summary>
    public required DateTimeOffset LoadedAt { get; init; }
}

internal sealed class AlurVersionMapping : IEntityTypeConfiguration<AlurVersionRecord>
{
    public void Configure(EntityTypeBuilder<AlurVersionRecord> entity) =>
        entity.ToTable("alur_versions").HasKey(version => version.Version);
}
