using System.Globalization;
using Dukcapil.Bot.Alur;
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
        "submitted" => line.ActorKind == ActorKind.Staff ? "Permohonan dibuat di loket" : "Permohonan masuk lewat WhatsApp",
        "taken" => "Mengambil permohonan ini",
        "task-ticked" => $"Mencentang: {Task(line, alur)}",
        "task-unticked" => $"Membatalkan centang: {Task(line, alur)}",
        "berkas-accepted" => $"Menerima berkas: {Paper(line, alur)}",
        "berkas-refused" => $"Meminta berkas diganti: {Paper(line, alur)}",
        "berkas-added" => $"Menambah foto di loket: {Paper(line, alur)}",
        "berkas-to-counter" => $"Akan membawa berkas ke loket: {Paper(line, alur)}",
        "berkas-resent" => $"Mengirim ulang berkas: {Paper(line, alur)}",
        "resend-complete" => "Berkas pengganti lengkap, permohonan dilanjutkan",
        "forwarded" => $"Diteruskan ke langkah: {Step(line, alur)}",
        "returned" => $"Mengembalikan ke langkah: {Step(line, alur)}",
        "rejected" => "Menolak permohonan",
        "held" => $"Menahan permohonan sampai {Day(Detail(line, "sampai"))}",
        "released" => "Melepas permohonan dari penahanan",
        "hold-ended" => "Masa tahan berakhir, permohonan dilanjutkan",
        "handed-over" => $"Menyerahkan hasil kepada: {StaffWords.Collector(Detail(line, "oleh") ?? "")}",
        "collection-reminded" => $"Mengingatkan penduduk bahwa hasilnya siap diambil (ke-{Detail(line, "pengingat")})",
        "not-collected" => "Menutup permohonan karena hasilnya tidak diambil",
        "cancelled" => "Membatalkan permohonan",
        "erase-requested" => "Meminta datanya dihapus (HAPUS DATA)",
        _ => line.Action,
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
