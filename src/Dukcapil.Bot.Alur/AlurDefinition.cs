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

    /// <summary>Notes on today's rules that the office can switch on; off by default.</summary>
    public required IReadOnlyList<AlurNote> Notes { get; init; }

    /// <summary>The step with this id, or null when this version has none.</summary>
    public Langkah? Step(string id) => Steps.FirstOrDefault(step => step.Id == id);

    /// <summary>The paper with this id, or null when this version has none.</summary>
    public BerkasItem? Paper(string id) => Berkas.FirstOrDefault(item => item.Id == id);
}

/// <summary>Who receives receipts and results.</summary>
public enum Recipient
{
    /// <summary>The resident.</summary>
    Penduduk,

    /// <summary>The sponsor (company or agent) of a foreign resident; <c>domain.md</c> §6.</summary>
    Sponsor,
}

/// <summary>Identity data that an alur can ask for.</summary>
public enum IdentityField
{
    /// <summary>Full name.</summary>
    Nama,

    /// <summary>NIK, 16 digits; not asked where the resident cannot have one yet.</summary>
    Nik,

    /// <summary>No. KK, 16 digits.</summary>
    Kk,

    /// <summary>Birth date.</summary>
    TanggalLahir,

    /// <summary>Kelurahan of residence, one of 43.</summary>
    Kelurahan,

    /// <summary>Name of the sponsor.</summary>
    Sponsor,

    /// <summary>Telephone of the sponsor.</summary>
    KontakSponsor,
}

/// <summary>A question whose answer decides which papers apply. Asked as a choice.</summary>
/// <param name="Id">Answer name, used in conditions.</param>
/// <param name="Text">The question.</param>
/// <param name="Options">The possible answers.</param>
/// <param name="When">The question is asked only when this holds.</param>
public sealed record AlurQuestion(string Id, LocalizedText Text, IReadOnlyList<AlurOption> Options, Condition When);

/// <summary>One answer to an <see cref="AlurQuestion"/>.</summary>
/// <param name="Id">Stored value.</param>
/// <param name="Title">At most 20 characters, so that it fits a quick-reply button.</param>
public sealed record AlurOption(string Id, LocalizedText Title);

/// <summary>One paper of a procedure.</summary>
/// <param name="Id">Stable id within the alur.</param>
/// <param name="Title">Short name for residents and staff, at most 60 characters.</param>
/// <param name="Form">Original, copy or form.</param>
/// <param name="When">The paper applies only when this holds; else it is shown as "tidak berlaku", never dropped.</param>
/// <param name="Source">The line of the office's text, word for word.</param>
/// <param name="Hint">Optional help for residents.</param>
public sealed record BerkasItem(string Id, LocalizedText Title, BerkasForm Form, Condition When, string Source, LocalizedText? Hint);

/// <summary>In which form a paper is brought.</summary>
public enum BerkasForm
{
    /// <summary>The original.</summary>
    Asli,

    /// <summary>A copy.</summary>
    Fotokopi,

    /// <summary>A form that is filled in.</summary>
    Formulir,
}

/// <summary>Something the resident does at the office.</summary>
/// <param name="Source">The line of the office's text, word for word.</param>
/// <param name="Title">What residents read.</param>
public sealed record ResidentAction(string Source, LocalizedText Title);

/// <summary>A remark on today's regulation; shown only when the office switches it on (<c>Features:Notes:{alur}:{id}</c>).</summary>
/// <param name="Id">Stable id within the alur.</param>
/// <param name="Text">What residents read.</param>
/// <param name="Basis">The regulation it rests on.</param>
public sealed record AlurNote(string Id, LocalizedText Text, string Basis);
