using Dukcapil.Bot.Alur;

namespace Dukcapil.Bot.Web.Pages.Shared;

/// <summary>Words of the pages for what the program calls by English names (<c>docs/istilah.md</c>).</summary>
public static class StaffWords
{
    /// <summary>The tabs of a work list: the word in the address and the title.</summary>
    public static IReadOnlyList<StatusTab> Tabs { get; } =
    [
        new(null, "", "Semua"),
        new(CaseStatus.Submitted, "baru", "Baru"),
        new(CaseStatus.InProgress, "diproses", "Diproses"),
        new(CaseStatus.AwaitingResident, "menunggu", "Menunggu penduduk"),
        new(CaseStatus.OnHold, "ditahan", "Ditahan"),
        new(CaseStatus.Forwarding, "diteruskan", "Diteruskan"),
    ];

    /// <summary>A desk.</summary>
    public static string Desk(StaffRole role) => role switch
    {
        StaffRole.Petugas => "Petugas Pelayanan",
        StaffRole.Operator => "Operator Dinas",
        StaffRole.Kasi => "Kepala Seksi",
        StaffRole.Kabid => "Kepala Bidang",
        _ => "Kepala Dinas",
    };

    /// <summary>Where a case stands.</summary>
    public static string Status(CaseStatus status) => status switch
    {
        CaseStatus.Submitted => "Baru",
        CaseStatus.InProgress => "Diproses",
        CaseStatus.Forwarding => "Sedang diteruskan",
        CaseStatus.AwaitingResident => "Menunggu penduduk",
        CaseStatus.OnHold => "Ditahan",
        CaseStatus.Completed => "Selesai",
        CaseStatus.Rejected => "Ditolak",
        CaseStatus.Cancelled => "Dibatalkan penduduk",
        _ => "Tidak diambil",
    };

    /// <summary>The colour that goes with a status, as a Tabler class; the word always stands beside it.</summary>
    public static string Colour(CaseStatus status) => status switch
    {
        CaseStatus.Submitted => "bg-blue-lt",
        CaseStatus.InProgress => "bg-azure-lt",
        CaseStatus.Forwarding => "bg-purple-lt",
        CaseStatus.AwaitingResident => "bg-yellow-lt",
        CaseStatus.OnHold => "bg-orange-lt",
        CaseStatus.Completed => "bg-green-lt",
        CaseStatus.Rejected => "bg-red-lt",
        _ => "bg-secondary-lt",
    };

    /// <summary>Where a paper stands.</summary>
    public static string Paper(BerkasStatus status) => status switch
    {
        BerkasStatus.Missing => "Belum ada",
        BerkasStatus.Sent => "Perlu dinilai",
        BerkasStatus.AtCounter => "Dibawa ke loket",
        BerkasStatus.Accepted => "Diterima",
        BerkasStatus.ReplacementNeeded => "Perlu diganti",
        _ => "Tidak berlaku",
    };

    /// <summary>The colour that goes with a paper's status.</summary>
    public static string Colour(BerkasStatus status) => status switch
    {
        BerkasStatus.Sent => "bg-azure-lt",
        BerkasStatus.AtCounter => "bg-cyan-lt",
        BerkasStatus.Accepted => "bg-green-lt",
        BerkasStatus.ReplacementNeeded => "bg-yellow-lt",
        _ => "bg-secondary-lt",
    };

    /// <summary>In which form a paper is brought.</summary>
    public static string Form(BerkasForm form) => form switch
    {
        BerkasForm.Asli => "asli",
        BerkasForm.Fotokopi => "fotokopi",
        _ => "formulir",
    };

    /// <summary>For whom a case is.</summary>
    public static string Relation(string relation) => relation switch
    {
        "sendiri" => "diajukan sendiri lewat WhatsApp",
        "keluarga" => "diajukan keluarga lewat WhatsApp",
        "sponsor" => "diajukan sponsor lewat WhatsApp",
        _ => "diajukan di loket, tanpa WhatsApp",
    };

    /// <summary>Who collected a result.</summary>
    public static string Collector(string collector) => Collectors.GetValueOrDefault(collector, collector);

    /// <summary>Everybody who may collect a result, by stored value.</summary>
    public static IReadOnlyDictionary<string, string> Collectors { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["penduduk"] = "Penduduk yang bersangkutan",
        ["keluarga"] = "Anggota keluarga",
        ["sponsor"] = "Sponsor",
        ["kuasa"] = "Penerima kuasa",
    };

    /// <summary>How far a message has come.</summary>
    public static string Delivery(string status) => status switch
    {
        "pending" => "Menunggu dikirim",
        "sending" => "Sedang dikirim",
        "sent" => "Terkirim, belum sampai di ponsel",
        "delivered" => "Sampai di ponsel",
        "read" => "Sudah dibaca",
        "failed" => "Gagal dikirim",
        "unknown" => "Belum pasti terkirim, sedang diperiksa",
        "skipped" => "Tidak dikirim",
        _ => "Kedaluwarsa sebelum terkirim",
    };

    /// <summary>A stretch of time as people say it.</summary>
    public static string Age(TimeSpan age) => age switch
    {
        { TotalDays: >= 1 } => $"{(int)age.TotalDays} hari",
        { TotalHours: >= 1 } => $"{(int)age.TotalHours} jam",
        { TotalMinutes: >= 1 } => $"{(int)age.TotalMinutes} menit",
        _ => "baru saja",
    };
}

/// <summary>A tab of a work list.</summary>
/// <param name="Status">What it shows; null for everything.</param>
/// <param name="Slug">Its word in the address.</param>
/// <param name="Title">What is read on it.</param>
public sealed record StatusTab(CaseStatus? Status, string Slug, string Title);
