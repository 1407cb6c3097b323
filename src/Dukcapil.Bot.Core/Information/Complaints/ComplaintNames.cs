using Dukcapil.Bot.Alur;

namespace Dukcapil.Bot.Core.Information.Complaints;

/// <summary>Complaints in the office's words.</summary>
internal static class ComplaintNames
{
    internal static readonly StateWords<ComplaintState, ComplaintAct> All = new(
        ComplaintState.New,
        new Dictionary<ComplaintState, string>
        {
            [ComplaintState.New] = "Baru",
            [ComplaintState.Taken] = "Ditangani",
            [ComplaintState.Answered] = "Dijawab",
            [ComplaintState.Closed] = "Selesai",
        },
        new Dictionary<ComplaintAct, string>
        {
            [ComplaintAct.Take] = "tangani",
            [ComplaintAct.Answer] = "jawab",
            [ComplaintAct.Close] = "tutup",
            [ComplaintAct.Reopen] = "belum selesai menurut penduduk",
        });
}
