using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Reminders.Register.Records;

/// <summary>One line of what happened to a person of the register, written by trigger. The host can neither change nor delete it.</summary>
public sealed class UnrecordedEventRecord
{
    /// <summary>Key.</summary>
    public long Id { get; init; }

    /// <summary>Whom.</summary>
    public required long PersonId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary><c>added, status, phone, phone_status</c>; a change of number tells neither number.</summary>
    public required string What { get; init; }

    /// <summary>The term before (<see cref="RegisterTerms"/>).</summary>
    public string? Before { get; init; }

    /// <summary>The term after.</summary>
    public string? After { get; init; }

    /// <summary>By whom: <c>import, staff, resident, system</c>.</summary>
    public required string ActorKind { get; init; }

    /// <summary>The account, for staff.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>The import, for lists.</summary>
    public long? ImportId { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }
}

internal sealed class UnrecordedEventMapping : IEntityTypeConfiguration<UnrecordedEventRecord>
{
    public void Configure(EntityTypeBuilder<UnrecordedEventRecord> entity) => entity.ToTable("unrecorded_events");
}
