using System.Globalization;
using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Casework.Records;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Web.Pages.Shared;

namespace Dukcapil.Bot.Web.Pages.Cases;

/// <summary>Says a line of a case's history in words.</summary>
public static class HistoryWords
{
    /// <summary>What was done, with the names of task, paper and step as the procedure has them.</summary>
    public static string Of(HistoryRecord line, AlurDefinition alur) => line.Action switch
    {
        CaseEvent.Submitted => line.ActorKind == ActorKind.Staff ? "Permohonan dibuat di loket" : "Permohonan masuk lewat WhatsApp",
        CaseEvent.Taken => "Mengambil permohonan ini",
        CaseEvent.TaskTicked => $"Mencentang: {Task(line, alur)}",
        CaseEvent.TaskUnticked => $"Membatalkan centang: {Task(line, alur)}",
        CaseEvent.BerkasAccepted => $"Menerima berkas: {Paper(line, alur)}",
        CaseEvent.BerkasRefused => $"Meminta berkas diganti: {Paper(line, alur)}",
        CaseEvent.BerkasAdded => $"Menambah foto di loket: {Paper(line, alur)}",
        CaseEvent.BerkasToCounter => $"Akan membawa berkas ke loket: {Paper(line, alur)}",
        CaseEvent.BerkasResent => $"Mengirim ulang berkas: {Paper(line, alur)}",
        CaseEvent.ResendComplete => "Berkas pengganti lengkap, permohonan dilanjutkan",
        CaseEvent.Forwarded => $"Diteruskan ke langkah: {Step(line, alur)}",
        CaseEvent.Returned => $"Mengembalikan ke langkah: {Step(line, alur)}",
        CaseEvent.Rejected => "Menolak permohonan",
        CaseEvent.Held => $"Menahan permohonan sampai {Day(Detail(line, "sampai"))}",
        CaseEvent.Released => "Melepas permohonan dari penahanan",
        CaseEvent.HoldEnded => "Masa tahan berakhir, permohonan dilanjutkan",
        CaseEvent.HandedOver => $"Menyerahkan hasil kepada: {StaffWords.Collector(Detail(line, "oleh") ?? "")}",
        CaseEvent.CollectionReminded => $"Mengingatkan penduduk bahwa hasilnya siap diambil (ke-{Detail(line, "pengingat")})",
        CaseEvent.NotCollected => "Menutup permohonan karena hasilnya tidak diambil",
        CaseEvent.Cancelled => "Membatalkan permohonan",
        CaseEvent.EraseRequested => "Meminta datanya dihapus (HAPUS DATA)",
        _ => line.Action.ToString(),
    };

    private static string Task(HistoryRecord line, AlurDefinition alur)
    {
        var id = Detail(line, "tugas");
        var step = alur.Step(line.Before?.GetValueOrDefault("langkah") ?? "");
        return step?.Tasks.FirstOrDefault(task => task.Id == id)?.Text ?? "";
    }

    private static string Paper(HistoryRecord line, AlurDefinition alur) => alur.Paper(Detail(line, "berkas") ?? "")?.Title.Id ?? "";

    private static string Step(HistoryRecord line, AlurDefinition alur) => alur.Step(Detail(line, "langkah") ?? "")?.Title ?? "";

    private static string? Detail(HistoryRecord line, string name) => line.After?.GetValueOrDefault(name);

    private static string Day(string? day) =>
        DateOnly.TryParseExact(day, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? OfficeClock.Format(date) : "";
}
