using Dukcapil.Bot.Content;

namespace Dukcapil.Bot.Alur;

/// <summary>One step (langkah) of the office in an alur.</summary>
/// <param name="Id">Stable id within the alur, such as <c>operator-cetak</c>.</param>
/// <param name="Source">The heading of the step in the office's text, word for word (<c>4. Operator Dinas</c>).</param>
/// <param name="Role">The only role that may work on it.</param>
/// <param name="Title">Short name for staff, Indonesian, such as <c>Verifikasi berkas</c>.</param>
/// <param name="Tasks">The tasks, in the order of the procedure.</param>
/// <param name="VerifiesBerkas">Whether the step is finished only when every applicable paper is accepted.</param>
/// <param name="TargetHours">Office target in working hours, or null: never told to residents.</param>
/// <param name="Started">Optional text pushed when the step begins.</param>
/// <param name="Done">Text pushed when the step is done: what happened, at which desk, what comes next.</param>
public sealed record Langkah(
    string Id,
    string Source,
    StaffRole Role,
    string Title,
    IReadOnlyList<Tugas> Tasks,
    bool VerifiesBerkas,
    int? TargetHours,
    LocalizedText? Started,
    LocalizedText Done);

/// <summary>One task (tugas) of a step.</summary>
/// <param name="Id">Stable id within the step.</param>
/// <param name="Text">The task, word for word as the procedure has it; staff read exactly this.</param>
/// <param name="Kind">What ticking it means.</param>
public sealed record Tugas(string Id, string Text, TaskKind Kind);

/// <summary>What ticking a task means beyond "done".</summary>
public enum TaskKind
{
    /// <summary>Ordinary work.</summary>
    Kerja,

    /// <summary>A paraf (initials), recorded with who and when.</summary>
    Paraf,

    /// <summary>A tanda tangan (signature), recorded with who and when.</summary>
    TandaTangan,

    /// <summary>A tanda terima given at intake: opens the printable receipt.</summary>
    TandaTerima,

    /// <summary>The hand-over with tanda terima: needs the name of whoever collects, and ends the case.</summary>
    Penyerahan,
}
