using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Dukcapil.Bot.Core.Reminders.Register.Records;

/// <summary>
/// A citizen whom the office's lists name as not yet recorded, or who was once named so. Triggers keep the history
/// (<see cref="UnrecordedEventRecord"/>), <see cref="StatusBy"/>, <see cref="RecordedAt"/> and the numbers known to be wrong, whoever
/// writes.
/// </summary>
public sealed class UnrecordedPersonRecord
{
    /// <summary>Key.</summary>
    public long Id { get; init; }

    /// <summary>Hash of the NIK, as <c>cases.nik_hash</c>; one row for each NIK.</summary>
    public required byte[] NikHash { get; init; }

    /// <summary>Encrypted NIK.</summary>
    public required byte[] NikEnc { get; init; }

    /// <summary>Encrypted name.</summary>
    public required byte[] NameEnc { get; set; }

    /// <summary>As the office gave it, never derived from the NIK (<c>docs/aturan-kantor.md</c> "NIK and No. KK").</summary>
    public required DateOnly BirthDate { get; set; }

    /// <summary>Is or was married.</summary>
    public required bool EverMarried { get; set; }

    /// <summary>Encrypted address of the telephone, <c>whatsapp:+62…</c>; null when the list gives none.</summary>
    public byte[]? PhoneEnc { get; set; }

    /// <summary>Hash of that address, as <c>address_aliases.value_hash</c>.</summary>
    public byte[]? PhoneHash { get; set; }

    /// <summary>What is known of the number. A new number starts as unknown.</summary>
    public PhoneStatus PhoneStatus { get; set; }

    /// <summary>Code of the kelurahan; null when it is none of the city's.</summary>
    public string? KelurahanCode { get; set; }

    /// <summary>Where the person stands.</summary>
    public required PersonStatus Status { get; set; }

    /// <summary>Who gave the status: <c>import, staff, resident, system</c>. A list cannot undo what others closed.</summary>
    public required string StatusBy { get; set; }

    /// <summary>When this service learned of the recording.</summary>
    public DateTimeOffset? RecordedAt { get; set; }

    /// <summary>Who brought the person here: <c>import, staff, resident</c>.</summary>
    public required string Source { get; init; }

    /// <summary>The import that last changed the person.</summary>
    public long? LastImportId { get; set; }

    /// <summary>Keyed hash of what the last list says, to see whether another says the same.</summary>
    public byte[]? RowHash { get; set; }

    /// <summary>Since when the person is here.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The last change; every writer sets it.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Who made the last change: <c>import, staff, resident, system</c>; every writer sets it.</summary>
    public required string ActorKind { get; set; }

    /// <summary>The account, for staff.</summary>
    public Guid? ActorId { get; set; }

    /// <summary>Why.</summary>
    public string? Reason { get; set; }

    /// <summary>Row version; a page sends back the one it showed.</summary>
    public uint Version { get; private set; }
}

internal sealed class UnrecordedPersonMapping : IEntityTypeConfiguration<UnrecordedPersonRecord>
{
    public void Configure(EntityTypeBuilder<UnrecordedPersonRecord> entity)
    {
        entity.ToTable("unrecorded_people");
        entity.Property(person => person.Status).HasConversion(new ValueConverter<PersonStatus, string>(
            status => RegisterTerms.Of(status), term => RegisterTerms.ParseStatus(term)));
        entity.Property(person => person.PhoneStatus).HasConversion(new ValueConverter<PhoneStatus, string>(
            status => RegisterTerms.Of(status), term => RegisterTerms.ParsePhoneStatus(term)));
        entity.Property(person => person.Version).HasColumnName("xmin").HasColumnType("xid").IsRowVersion();
    }
}
