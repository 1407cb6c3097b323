using Dukcapil.Bot.Core.MessageOperations;
using Dukcapil.Bot.Core.Messaging.Incidents;
using Dukcapil.Bot.Core.Messaging.Templates;

namespace Dukcapil.Bot.Web.Pages.Messages;

/// <summary>Words of the messages page for what the program calls by English names.</summary>
public static class MessageWords
{
    /// <summary>What messages to residents can be narrowed to.</summary>
    public static IReadOnlyList<MessageGroup> SentGroups { get; } =
    [
        new("menunggu", "Menunggu dikirim", ["pending", "sending"]),
        new("terkirim", "Terkirim", ["sent", "delivered", "read"]),
        new("gagal", "Gagal", ["failed"]),
        new("belum-pasti", "Belum pasti", ["unknown"]),
        new("tidak-dikirim", "Tidak dikirim", ["skipped", "expired"]),
    ];

    /// <summary>What messages from residents can be narrowed to.</summary>
    public static IReadOnlyList<MessageGroup> ReceivedGroups { get; } =
    [
        new("menunggu", "Menunggu ditangani", ["pending"]),
        new("ditangani", "Sudah ditangani", ["handled"]),
        new("tertahan", "Tertahan", ["parked"]),
    ];

    /// <summary>Why a message was written, by the word in the address.</summary>
    public static IReadOnlyDictionary<string, (string Kind, string Title)> Kinds { get; }
        = new Dictionary<string, (string, string)>(StringComparer.Ordinal)
        {
            ["balasan"] = ("reply", "Balasan percakapan"),
            ["kabar"] = ("push", "Kabar dari kantor"),
        };

    /// <summary>What messages by which the office speaks first are about, by the word in the address, which is the stored one.</summary>
    public static IReadOnlyDictionary<string, string> Topics { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [TemplateTopics.News] = "Kabar permohonan",
        [TemplateTopics.Paper] = "Permintaan berkas ulang",
        [TemplateTopics.Visits] = "Kabar jadwal keliling",
        [TemplateTopics.Complaint] = "Jawaban pengaduan",
        [TemplateTopics.Recording] = "Pengingat massal perekaman",
        [TemplateTopics.Broadcast] = "Siaran",
    };

    /// <summary>Why a message was written, and what it is about where that is known.</summary>
    public static string Kind(string kind, string? topic = null) => topic is not null && Topics.TryGetValue(topic, out var title)
        ? title
        : Kinds.Values.FirstOrDefault(entry => entry.Kind == kind).Title ?? kind;

    /// <summary>Where a message from a resident stands.</summary>
    public static string Received(string status) => status switch
    {
        "pending" => "Menunggu ditangani",
        "parked" => "Tertahan",
        _ => "Sudah ditangani",
    };

    /// <summary>The colour that goes with a state of either direction; the word always stands beside it.</summary>
    public static string Colour(string status) => status switch
    {
        "delivered" or "read" or "handled" => "bg-green-lt",
        "sent" => "bg-azure-lt",
        "failed" or "parked" => "bg-red-lt",
        "unknown" => "bg-yellow-lt",
        "expired" => "bg-orange-lt",
        _ => "bg-secondary-lt",
    };

    /// <summary>What an officer did.</summary>
    public static string Act(string act) => act switch
    {
        "replay" => "Diminta ditangani lagi",
        "resend" => "Diminta dikirim ulang",
        "reconcile" => "Diminta dicocokkan dengan catatan penyedia",
        _ => "Ditutup",
    };

    /// <summary>What happened to a resident.</summary>
    public static string Event(ResidentEvent item) => (item.Kind, item.Way) switch
    {
        ("flood", _) => "Menulis terlalu banyak dalam waktu singkat; dijawab sekali, lalu sementara tidak.",
        ("loop", _) => "Tampaknya penjawab otomatis; dijawab sekali, lalu sementara tidak.",
        ("linked", _) => "Nomor atau nama WhatsApp lain ternyata milik penduduk ini.",
        ("moved", _) => "Nomor telepon penduduk ini sekarang dipakai orang lain.",
        ("started", _) => "Bersedia menerima pesan lagi.",
        ("stopped", "resident") => "Meminta berhenti menerima pesan.",
        ("stopped", "provider") => "Meminta berhenti menerima pesan, menurut penyedia.",
        _ => "Memblokir nomor kantor.",
    };

    /// <summary>The heading of an incident.</summary>
    public static string Incident(string kind) => kind switch
    {
        IncidentKinds.Template => "Templat tidak dapat dipakai",
        IncidentKinds.Refused => "Penyedia menolak pesan kita",
        IncidentKinds.NoInbound => "Tidak ada pesan masuk",
        IncidentKinds.NoReports => "Kabar dari penyedia berhenti",
        IncidentKinds.ManyFailures => "Banyak pesan gagal",
        IncidentKinds.Parked => "Ada pesan penduduk yang tertahan",
        IncidentKinds.LongUnknown => "Ada pesan yang belum pasti terkirim",
        IncidentKinds.Backlog => "Pesan terlambat dikirim",
        IncidentKinds.Flood => "Pesan datang terlalu banyak",
        IncidentKinds.LongList => "Catatan penyedia tidak terbaca sampai akhir",
        IncidentKinds.NoDecree => "Hari libur belum dimasukkan",
        IncidentKinds.FailedJob => "Pekerjaan sistem gagal",
        _ => "Gangguan pesan",
    };
}

/// <summary>A state of messages as people look for it.</summary>
/// <param name="Slug">Its word in the address.</param>
/// <param name="Title">What is read.</param>
/// <param name="Statuses">The stored states.</param>
public sealed record MessageGroup(string Slug, string Title, IReadOnlyList<string> Statuses);
