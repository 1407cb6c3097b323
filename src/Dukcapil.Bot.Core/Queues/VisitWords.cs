using Dukcapil.Bot.Alur;

namespace Dukcapil.Bot.Core.Queues;

/// <summary>Visits in the office's words.</summary>
internal static class VisitWords
{
    internal static readonly StateWords<VisitStatus, VisitAction> All = new(
        VisitStatus.Waiting,
        new Dictionary<VisitStatus, string>
        {
            [VisitStatus.Waiting] = "Menunggu",
            [VisitStatus.Called] = "Dipanggil",
            [VisitStatus.Serving] = "Dilayani",
            [VisitStatus.Done] = "Selesai",
            [VisitStatus.NoShow] = "Tidak datang",
            [VisitStatus.Left] = "Pulang",
        },
        new Dictionary<VisitAction, string>
        {
            [VisitAction.Call] = "panggil",
            [VisitAction.Recall] = "panggil lagi",
            [VisitAction.Serve] = "layani",
            [VisitAction.Skip] = "lewati",
            [VisitAction.Transfer] = "pindahkan ke loket atau layanan lain",
            [VisitAction.Finish] = "selesai",
            [VisitAction.Leave] = "pulang tanpa dilayani",
            [VisitAction.Return] = "kembalikan ke antrean",
            [VisitAction.Close] = "antrean hari itu ditutup",
        });
}
