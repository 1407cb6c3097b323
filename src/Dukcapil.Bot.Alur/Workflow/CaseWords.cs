namespace Dukcapil.Bot.Alur;

/// <summary>Cases in the office's words.</summary>
internal static class CaseWords
{
    internal static readonly StateWords<CaseStatus, CaseAction> All = new(
        CaseStatus.Submitted,
        new Dictionary<CaseStatus, string>
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
        },
        new Dictionary<CaseAction, string>
        {
            [CaseAction.Take] = "ambil",
            [CaseAction.TickTask] = "centang tugas",
            [CaseAction.JudgeBerkas] = "nilai berkas",
            [CaseAction.AddBerkas] = "tambah foto berkas",
            [CaseAction.Advance] = "teruskan",
            [CaseAction.Return] = "kembalikan ke langkah sebelumnya",
            [CaseAction.Reject] = "tolak",
            [CaseAction.Hold] = "tahan",
            [CaseAction.Release] = "lepas",
            [CaseAction.HandOver] = "serahkan",
            [CaseAction.Resend] = "kirim ulang berkas",
            [CaseAction.LoseBerkas] = "foto tidak dapat dipakai",
            [CaseAction.Cancel] = "batalkan",
            [CaseAction.CloseUncollected] = "tutup karena tidak diambil",
        });
}
