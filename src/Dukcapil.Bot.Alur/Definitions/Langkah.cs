using Dukcapil.Bot.Content;

namespace Dukcapil.Bot.Alur;

/// <summary>One step (langkah) of the office in an alur.</summary>
/// <param name="Id">Stable id within the alur, such as <c>operator-cetak</c>.</param>
/// <param name="Source">The heading of the step in the office's text, word for word (<c>4. Operator Dinas</c>).</param>
/// <param name="Role">The only role that may work on it.</param>
/// <param name="Title">Short name for staff, Indonesian, such as <c>Verifikasi berkas</c>.</param>
/// <param name="Tasks">The tasks, in the order of the procedure.</param>
/// <param name="VerifiesBerkas">Whether the step is finished only when every applicable paper is accepted.</param>
/// <param name="DeadlineHours">Working hours within which the desk must be done (<c>tenggat</c>), or null for none: never told to
/// residents.</param>
/// <param name="Started">Optional text pushed when the step begins.</param>
/// <param name="Done">Text pushed when the step is done: what happened, at which desk, what comes next.</param>
public sealed record Langkah(
    string Id,
    string Source,
    StaffRole Role,
    string Title,
    IReadOnlyList<Tugas> Tasks,
    bool VerifiesBerkas,
    int? DeadlineHours,
    LocalizedText? Started,
    LocalizedText Done)
{
    /// <summary>
    /// For whom the step is a perekaman, at which nobody can stand in for the resident: everybody (<c>perlu-hadir: true</c>), who answered
    /// so (<c>perlu-hadir-jika</c>), or nobody (null).
    /// </summary>
    public Condition? InPersonWhen { get; init; }

    /// <summary>Whether the result is handed over at this step.</summary>
    public bool HandsOver => Tasks.Any(task => task.Kind == TaskKind.Penyerahan);

    /// <summary>Whether a resident who gave these answers must come to the office for this step.</summary>
    public bool NeedsResident(Func<string, string?> answer) => HandsOver || InPersonWhen?.Holds(answer) == true;
}
