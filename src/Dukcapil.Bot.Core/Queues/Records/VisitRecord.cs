using Dukcapil.Bot.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Queues.Records;

/// <summary>
/// Somebody at the office on a day. Says nothing about the person but whether they go first, and never why: that would be health data.
/// </summary>
public sealed class VisitRecord
{
    /// <summary>Key.</summary>
    public long Id { get; init; }

    /// <summary>The office's day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The day's number, given once.</summary>
    public required int Number { get; init; }

    /// <summary>The booking they came with; null for a walk-in.</summary>
    public long? BookingId { get; init; }

    /// <summary>The case it is about; null while there is none.</summary>
    public long? CaseId { get; set; }

    /// <summary>Who is told on WhatsApp; null for a walk-in without.</summary>
    public long? AddressId { get; init; }

    /// <summary>What they come for: the id of an alur, or of collecting a result.</summary>
    public required string Service { get; set; }

    /// <summary>Whether they go first by law.</summary>
    public required bool IsPriority { get; init; }

    /// <summary>Where the visit stands.</summary>
    public required VisitStatus Status { get; set; }

    /// <summary>The one counter they were sent to; null when any counter that serves it will do.</summary>
    public int? OnlyCounterId { get; set; }

    /// <summary>The counter that calls or serves them, or did last.</summary>
    public int? CounterId { get; set; }

    /// <summary>When they came.</summary>
    public required DateTimeOffset CheckedInAt { get; init; }

    /// <summary>When their time comes, by <see cref="QueueOrder"/>.</summary>
    public required DateTimeOffset DueAt { get; set; }

    /// <summary>The due time they began with: the wait is measured from it.</summary>
    public required DateTimeOffset FirstDueAt { get; init; }

    /// <summary>The first call; the wait ends with it.</summary>
    public DateTimeOffset? FirstCalledAt { get; set; }

    /// <summary>The last call.</summary>
    public DateTimeOffset? CalledAt { get; set; }

    /// <summary>Calls since they were last taken out of the line.</summary>
    public int CallCount { get; set; }

    /// <summary>How often they were taken out of the line.</summary>
    public int Turns { get; set; }

    /// <summary>How often they were skipped.</summary>
    public int Skips { get; set; }

    /// <summary>When they came to the counter.</summary>
    public DateTimeOffset? ServedAt { get; set; }

    /// <summary>When the visit ended.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>How it ended without an officer finishing it; null when one finished it, or it lasts.</summary>
    public VisitEnding? EndReason { get; set; }

    /// <summary>Row version: a write that lost a race fails.</summary>
    public uint Version { get; private set; }

    /// <summary>Whether they have a booking.</summary>
    public bool IsBooked => BookingId is not null;

    /// <summary>What people call them by.</summary>
    public string TicketText => Ticket.Of(Number, IsBooked);

    /// <summary>As the order rule sees it.</summary>
    public QueueEntry Place => new(Id, Number, IsBooked, IsPriority, DueAt, Service, OnlyCounterId);
}

internal sealed class VisitMapping : IEntityTypeConfiguration<VisitRecord>
{
    public void Configure(EntityTypeBuilder<VisitRecord> entity)
    {
        entity.ToTable("visits");
        entity.Property(visit => visit.Status).HasConversion<string>();
        entity.Property(visit => visit.EndReason).HasStoredNames();
        entity.Property(visit => visit.Version).HasColumnName("xmin").HasColumnType("xid").IsRowVersion();
        entity.Ignore(visit => visit.IsBooked);
        entity.Ignore(visit => visit.TicketText);
        entity.Ignore(visit => visit.Place);
    }
}
