using Dukcapil.Bot.Alur;

namespace Dukcapil.Bot.Core.Casework;

/// <summary>A request before it is a case.</summary>
public sealed record NewCase
{
    /// <summary>The procedure.</summary>
    public required AlurDefinition Alur { get; init; }

    /// <summary>Who is told; null for a walk-in without WhatsApp.</summary>
    public long? AddressId { get; init; }

    /// <summary><c>id</c> or <c>en</c>.</summary>
    public string Language { get; init; } = "id";

    /// <summary><c>sendiri, keluarga, sponsor, loket</c>.</summary>
    public required string Relation { get; init; }

    /// <summary>The person's name.</summary>
    public required string Name { get; init; }

    /// <summary>NIK, 16 digits, where the alur asks it.</summary>
    public string? Nik { get; init; }

    /// <summary>No. KK, 16 digits, where the alur asks it.</summary>
    public string? Kk { get; init; }

    /// <summary>Birth date, where the alur asks it.</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>Code of the kelurahan.</summary>
    public string? Kelurahan { get; init; }

    /// <summary>Sponsor's name.</summary>
    public string? Sponsor { get; init; }

    /// <summary>Sponsor's telephone.</summary>
    public string? SponsorContact { get; init; }

    /// <summary>Answers to the alur's questions.</summary>
    public required Dictionary<string, string> Answers { get; init; }

    /// <summary>What was given for each paper; a paper not named counts as missing.</summary>
    public required IReadOnlyDictionary<string, NewBerkas> Berkas { get; init; }

    /// <summary>The officer who entered a walk-in, or null for a request from chat.</summary>
    public StaffActor? EnteredBy { get; init; }
}

/// <summary>What was given for one paper.</summary>
/// <param name="Media">Photos.</param>
/// <param name="AtCounter">It is brought to the counter.</param>
public sealed record NewBerkas(IReadOnlyList<Guid> Media, bool AtCounter);

/// <summary>What became of a request.</summary>
/// <param name="Number">The number of the new case, or of the open one that stands in the way.</param>
/// <param name="IsNew">False when the same person has an open case under the same alur.</param>
/// <param name="AddressId">Whose phone the case belongs to.</param>
public sealed record Submitted(string Number, bool IsNew, long? AddressId)
{
    /// <summary>No case was made: the phone has as many open ones as one phone may have.</summary>
    public static Submitted TooMany { get; } = new("", false, null);
}
