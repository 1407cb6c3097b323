using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dukcapil.Bot.Core.Casework.Records;

/// <summary>A case: one person's request under one alur.</summary>
public sealed class CaseRecord
{
    /// <summary>Key.</summary>
    public long Id { get; init; }

    /// <summary>What people say; see <see cref="CaseNumber"/>.</summary>
    public required string Number { get; init; }

    /// <summary>Which alur.</summary>
    public required string AlurId { get; init; }

    /// <summary>Which version of it: a case keeps the procedure it was started under.</summary>
    public required string AlurVersion { get; init; }

    /// <summary>Who is told; null for a walk-in without WhatsApp.</summary>
    public long? AddressId { get; init; }

    /// <summary>Language of the messages.</summary>
    public required string Language { get; init; }

    /// <summary>For whom: <c>sendiri, keluarga, sponsor</c>; <c>loket</c> for a walk-in.</summary>
    public required string Relation { get; init; }

    /// <summary>Where it stands.</summary>
    public required CaseStatus Status { get; set; }

    /// <summary>The current step of the alur.</summary>
    public required string StepId { get; set; }

    /// <summary>The desk of the current step.</summary>
    public required StaffRole StepRole { get; set; }

    /// <summary>The person's name.</summary>
    public required string SubjectName { get; set; }

    /// <summary>Tells two cases of one person apart from cases of two persons; see the unique index.</summary>
    public byte[]? SubjectHash { get; init; }

    /// <summary>NIK, encrypted.</summary>
    public byte[]? NikEnc { get; init; }

    /// <summary>NIK, hashed for search.</summary>
    public byte[]? NikHash { get; init; }

    /// <summary>No. KK, encrypted.</summary>
    public byte[]? KkEnc { get; init; }

    /// <summary>No. KK, hashed for search.</summary>
    public byte[]? KkHash { get; init; }

    /// <summary>Birth date, where the alur asks it.</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>Code of the kelurahan.</summary>
    public string? Kelurahan { get; init; }

    /// <summary>Sponsor of a foreign resident.</summary>
    public string? SponsorName { get; init; }

    /// <summary>Telephone of the sponsor, encrypted.</summary>
    public byte[]? SponsorContactEnc { get; init; }

    /// <summary>Answers to the alur's questions (JSON object of texts).</summary>
    public required Dictionary<string, string> Answers { get; init; }

    /// <summary>Who has taken it.</summary>
    public Guid? AssigneeId { get; set; }

    /// <summary>Reason of a return, hold, rejection or closing, as staff wrote it.</summary>
    public string? Reason { get; set; }

    /// <summary>When it came in.</summary>
    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>Since when it is at this step.</summary>
    public required DateTimeOffset StepStartedAt { get; set; }

    /// <summary>Which visit to a step it is, from 1: another one begins with every step, also after a return.</summary>
    public int StepVisit { get; set; } = 1;

    /// <summary>When the step is due, worked out from the facts; null when no clock runs. Never told to residents.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>When the whole case is due, worked out likewise.</summary>
    public DateTimeOffset? CaseDueAt { get; set; }

    /// <summary>Since when the clocks stand still; null while they run.</summary>
    public DateTimeOffset? PausedAt { get; set; }

    /// <summary>On hold until then.</summary>
    public DateTimeOffset? HoldUntil { get; set; }

    /// <summary>It was forwarded from the first desk once: the resident can no longer cancel it, even when it comes back.</summary>
    public bool LeftFirstDesk { get; set; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Last change.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Row version; a page sends back the one it showed.</summary>
    public uint Version { get; private set; }

    /// <summary>Papers.</summary>
    public List<BerkasRecord> Berkas { get; } = [];

    /// <summary>Ticked tasks of all steps.</summary>
    public List<CaseTaskRecord> Tasks { get; } = [];

    /// <summary>When its clocks stood still.</summary>
    public List<CasePauseRecord> Pauses { get; } = [];

    /// <summary>Whether the case has ended.</summary>
    public bool IsClosed => ClosedAt is not null;

    /// <summary>What decides who may see its numbers and photos.</summary>
    public CaseStand Stand(AlurDefinition alur) => new(alur, StepId, AssigneeId, IsClosed);

    /// <summary>What the rules must know. Papers and ticks must be loaded.</summary>
    public CaseSnapshot Snapshot(DateTimeOffset now) => new(
        Status,
        StepId,
        Tasks.Where(task => task.StepId == StepId).Select(task => task.TaskId).ToHashSet(StringComparer.Ordinal),
        Berkas.ToDictionary(berkas => berkas.ItemId, berkas => berkas.Status, StringComparer.Ordinal),
        HoldUntil <= now,
        LeftFirstDesk);
}

internal sealed class CaseMapping : IEntityTypeConfiguration<CaseRecord>
{
    public void Configure(EntityTypeBuilder<CaseRecord> entity)
    {
        entity.ToTable("cases");
        entity.Property(record => record.Status).HasConversion<string>();
        entity.Property(record => record.StepRole).HasConversion<string>();
        entity.Property(record => record.Answers).IsJsonTexts();
        entity.Property(record => record.Version).HasColumnName("xmin").HasColumnType("xid").IsRowVersion();
        entity.Ignore(record => record.IsClosed);
        entity.HasMany(record => record.Berkas).WithOne().HasForeignKey(berkas => berkas.CaseId);
        entity.HasMany(record => record.Tasks).WithOne().HasForeignKey(task => task.CaseId);
        entity.HasMany(record => record.Pauses).WithOne().HasForeignKey(pause => pause.CaseId);
        entity.HasOne<StaffMember>().WithMany().HasForeignKey(record => record.AssigneeId);
    }
}
