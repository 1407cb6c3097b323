using System.Globalization;
using System.Text;

namespace Dukcapil.Bot.Alur;

/// <summary>Draws the transition table. Nothing is said here that the table does not say.</summary>
internal static class WorkflowDrawing
{
    private static readonly Dictionary<CaseStatus, string> Statuses = new()
    {
        [CaseStatus.Submitted] = "Diajukan",
        [CaseStatus.InProgress] = "Diproses",
        [CaseStatus.Forwarding] = "Sedang diteruskan",
        [CaseStatus.AwaitingResident] = "Menunggu penduduk",
        [CaseStatus.OnHold] = "Ditahan",
        [CaseStatus.Completed] = "Selesai",
        [CaseStatus.Rejected] = "Ditolak",
        [CaseStatus.Cancelled] = "Dibatalkan",
        [CaseStatus.NotCollected] = "Tidak diambil",
    };

    private static readonly Dictionary<CaseAction, string> Actions = new()
    {
        [CaseAction.Take] = "ambil",
        [CaseAction.TickTask] = "centang tugas",
        [CaseAction.JudgeBerkas] = "nilai berkas",
        [CaseAction.AddBerkas] = "tambah foto berkas",
        [CaseAction.Advance] = "teruskan",
        [CaseAction.Return] = "kembalikan",
        [CaseAction.Reject] = "tolak",
        [CaseAction.Hold] = "tahan",
        [CaseAction.Release] = "lepas",
        [CaseAction.HandOver] = "serahkan",
        [CaseAction.Resend] = "kirim ulang berkas",
        [CaseAction.LoseBerkas] = "foto tidak dapat dipakai",
        [CaseAction.Cancel] = "batalkan",
        [CaseAction.CloseUncollected] = "tutup karena tidak diambil",
    };

    internal static string Draw(IReadOnlyList<WorkflowTransition> rows)
    {
        var text = new StringBuilder("stateDiagram-v2\n");
        foreach (var (status, name) in Statuses) text.Append(CultureInfo.InvariantCulture, $"    state \"{name}\" as {status}\n");
        text.Append(CultureInfo.InvariantCulture, $"    [*] --> {CaseStatus.Submitted}\n");
        foreach (var row in rows)
            foreach (var from in row.From)
                foreach (var outcome in row.Outcomes)
                    text.Append(CultureInfo.InvariantCulture, $"    {from} --> {outcome.Status} : {Label(row, outcome)}\n");
        foreach (var end in Statuses.Keys.Where(CaseWorkflow.IsTerminal)) text.Append(CultureInfo.InvariantCulture, $"    {end} --> [*]\n");
        return text.ToString();
    }

    private static string Label(WorkflowTransition row, WorkflowOutcome outcome)
    {
        var detail = outcome.Label ?? outcome.Move switch
        {
            StepMove.Next => "ke langkah berikutnya",
            StepMove.Named => "ke langkah sebelumnya",
            _ => null,
        };
        return $"{Actions[row.Action]}{(detail is null ? "" : $", {detail}")} ({row.By.Label})";
    }
}
