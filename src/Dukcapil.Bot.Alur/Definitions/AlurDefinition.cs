using Dukcapil.Bot.Content;

namespace Dukcapil.Bot.Alur;

/// <summary>One written procedure (alur) of the office, as its YAML file states it. Immutable.</summary>
public sealed record AlurDefinition
{
    /// <summary>Stable id, such as <c>ktp-rusak-hilang</c>; the file is <c>alur/{id}.yaml</c>.</summary>
    public required string Id { get; init; }

    /// <summary>SHA-256 (hex) of the file's text. A case keeps the version it was started under.</summary>
    public required string Version { get; init; }

    /// <summary>Position in the list that residents choose from, from 1.</summary>
    public required int Order { get; init; }

    /// <summary>Short title, at most 24 characters, fit for a WhatsApp list row.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>One line that tells residents whether this is for them, at most 72 characters.</summary>
    public required LocalizedText Summary { get; init; }

    /// <summary>The heading lines of the office's text, word for word.</summary>
    public required IReadOnlyList<string> Heading { get; init; }

    /// <summary>What is printed, as people call it: <c>KK</c>, <c>KTP-el</c>, <c>SKTT</c>.</summary>
    public required IReadOnlyList<string> Prints { get; init; }

    /// <summary>Who gets the receipt and the result.</summary>
    public required Recipient Recipient { get; init; }

    /// <summary>What identifies the subject, in the order it is asked: only what this alur needs.</summary>
    public required IReadOnlyList<IdentityField> Identity { get; init; }

    /// <summary>The questions that decide which papers apply.</summary>
    public required IReadOnlyList<AlurQuestion> Questions { get; init; }

    /// <summary>The heading of the residents' part, word for word (<c>1. Penduduk membawa berkas:</c>).</summary>
    public required string BerkasHeading { get; init; }

    /// <summary>The papers, in the order of the procedure.</summary>
    public required IReadOnlyList<BerkasItem> Berkas { get; init; }

    /// <summary>What the resident does rather than brings ("Menyerahkan berkas …"), in the order of the procedure.</summary>
    public required IReadOnlyList<ResidentAction> ResidentActions { get; init; }

    /// <summary>The office's steps, in order. The last one hands over.</summary>
    public required IReadOnlyList<Langkah> Steps { get; init; }

    /// <summary>The office's deadline for the whole case; null when it has set none.</summary>
    public AlurDeadline? Deadline { get; init; }

    /// <summary>Notes on today's rules that the office can switch on; off by default.</summary>
    public required IReadOnlyList<AlurNote> Notes { get; init; }

    /// <summary>The step with this id, or null when this version has none.</summary>
    public Langkah? Step(string id) => Steps.FirstOrDefault(step => step.Id == id);

    /// <summary>The paper with this id, or null when this version has none.</summary>
    public BerkasItem? Paper(string id) => Berkas.FirstOrDefault(item => item.Id == id);
}

/// <summary>Within what time the office must have the result ready, from the moment the application came in (<c>tenggat</c>).</summary>
/// <param name="Hours">Working hours of the office calendar, without the time it waits for the resident.</param>
/// <param name="IsPromised">
/// Whether residents are told (<c>janji: true</c>). The published procedures name no time, so none is promised unless the office says so.
/// </param>
public sealed record AlurDeadline(int Hours, bool IsPromised);

/// <summary>Something the resident does at the office.</summary>
/// <param name="Source">The line of the office's text, word for word.</param>
/// <param name="Title">What residents read.</param>
public sealed record ResidentAction(string Source, LocalizedText Title);
