namespace Dukcapil.Bot.Alur;

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
