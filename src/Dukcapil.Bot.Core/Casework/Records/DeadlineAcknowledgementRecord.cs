using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Casework.Records;

/// <summary>Somebody who was told of a deadline has taken note. Neither changed nor deleted.</summary>
public sealed class DeadlineAcknowledgementRecord
{
    /// <summary>The warning.</summary>
    public required long WarningId { get; init; }

    /// <summary>Who.</summary>
    public required Guid StaffId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}

internal sealed class DeadlineAcknowledgementMapping : IEntityTypeConfiguration<DeadlineAcknowledgementRecord>
{
    public void Configure(EntityTypeBuilder<DeadlineAcknowledgementRecord> entity)
    {
        entity.ToTable("deadline_acknowledgements").HasKey(note => note.WarningId);
        entity.Property(note => note.WarningId).ValueGeneratedNever();
    }
}
