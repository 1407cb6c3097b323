using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Residents;

/// <summary>A consent, with the text that was shown (UU PDP 27/2022 Pasal 22, 24: keep proof).</summary>
public sealed class ConsentRecord
{
    /// <summary>Key.</summary>
    public long Id { get; init; }

    /// <summary>Who agreed.</summary>
    public required long AddressId { get; init; }

    /// <summary>Version of the text.</summary>
    public required string Version { get; init; }

    /// <summary>The text as it was shown.</summary>
    public required string Body { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset GivenAt { get; init; }

    /// <summary>When it was withdrawn (HAPUS DATA), or null.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }
}

internal sealed class ConsentMapping : IEntityTypeConfiguration<ConsentRecord>
{
    public void Configure(EntityTypeBuilder<ConsentRecord> entity) => entity.ToTable("consents");
}
