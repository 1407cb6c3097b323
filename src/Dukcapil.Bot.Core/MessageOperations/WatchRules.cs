using Dukcapil.Bot.Core.Messaging.Incidents;

namespace Dukcapil.Bot.Core.MessageOperations;

/// <summary>Decides from figures alone which incidents there are. Each kind is judged each time: what is not found is over.</summary>
public static class WatchRules
{
    /// <summary>The kinds that are judged here; others are opened and closed where they are noticed.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    [
        IncidentKinds.NoInbound, IncidentKinds.NoReports, IncidentKinds.ManyFailures, IncidentKinds.Parked, IncidentKinds.LongUnknown, IncidentKinds.Backlog,
        IncidentKinds.Flood,
    ];

    /// <summary>The incidents there are now.</summary>
    public static IReadOnlyList<Finding> Judge(WatchMetrics figures, WatchOptions options) =>
        All(figures, options).Where(rule => rule.Applies).Select(rule => rule.Finding).ToList();

    private static IEnumerable<(bool Applies, Finding Finding)> All(WatchMetrics figures, WatchOptions options)
    {
        yield return (
            figures is { IsOfficeTime: true, Inbound: 0 } && figures.UsualInbound >= options.QuietUsual,
            new(IncidentKinds.NoInbound, $"Tidak ada pesan masuk selama {options.QuietMinutes} menit jam layanan, padahal biasanya ada. Periksa alamat webhook di Twilio dan sambungan internet kantor."));
        yield return (
            figures.Reported == 0 && figures.Reportable >= options.ReportsMissing,
            new(IncidentKinds.NoReports, $"Penyedia tidak mengabarkan nasib pesan yang sudah lebih dari {options.ReportMinutes} menit terkirim. Pesan mungkin tetap sampai; periksa apakah alamat sistem ini dapat dibuka dari internet."));
        yield return (
            figures.Finished >= options.FailureLeast && figures.Failed * 100 >= figures.Finished * options.FailurePercent,
            new(IncidentKinds.ManyFailures, $"Sedikitnya {options.FailurePercent} dari 100 pesan yang dikirim dalam 15 menit terakhir gagal. Lihat alasannya pada daftar pesan yang gagal."));
        yield return (
            figures.Parked > 0,
            new(
                IncidentKinds.Parked,
                "Ada pesan penduduk yang tidak dapat ditangani sistem. Setelah penyebabnya diperbaiki, tekan “Tangani lagi”."));
        yield return (
            figures.LongUnknown > 0,
            new(IncidentKinds.LongUnknown, $"Ada pesan yang lebih dari {options.UnknownMinutes} menit belum pasti terkirim. Cocokkan dengan catatan penyedia, atau tutup dengan alasan."));
        yield return (
            figures.Overdue > 0,
            new(IncidentKinds.Backlog, $"Ada pesan yang terlambat dikirim lebih dari {options.BacklogMinutes} menit. Periksa apakah program berjalan dan penyedia menjawab."));
        yield return (
            figures.Silenced > 0,
            new(IncidentKinds.Flood, $"Ada nomor yang menulis terlalu banyak atau berulang-ulang dalam {options.FloodMinutes} menit terakhir, sehingga sementara tidak dijawab. Lihat daftarnya pada halaman pesan; bila itu warga, hubungi dengan cara lain."));
    }
}

/// <summary>An incident that the rules found.</summary>
/// <param name="Kind">One of <see cref="WatchRules.Kinds"/>.</param>
/// <param name="Detail">What it is and what to do, in Indonesian for staff.</param>
public sealed record Finding(string Kind, string Detail);
