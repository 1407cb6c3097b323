namespace Dukcapil.Bot.Core.Content;

/// <summary>
/// What the content may ask of the service (<c>act:</c>), and the values that come back. <c>dialogs/README.md</c> tells editors the same.
/// </summary>
public static class HostActs
{
    /// <summary>Act to the outcomes it can have.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Outcomes { get; }
        = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            ["consent.check"] = ["given", "missing"],
            ["consent.record"] = ["ok"],
            ["intake.summary"] = ["ok"],
            ["case.submit"] = ["ok", "duplicate", "duplicate-elsewhere", "incomplete", "too-many"],
            ["case.list"] = ["none", "one", "many"],
            ["case.status"] = ["ok", "unknown"],
            ["case.cancel"] = ["ok", "refused"],
            ["resend.find"] = ["none", "one", "many"],
            ["resend.join"] = ["ok", "none"],
            ["resend.attach"] = ["ok", "gone"],
            ["resend.bring"] = ["ok", "gone"],
            ["data.check"] = ["ok", "kept"],
            ["data.erase"] = ["ok", "kept"],
            ["address.sure"] = ["ok", "doubt", "locked"],
            ["address.prove"] = ["ok", "wrong", "locked"],
            ["messages.stop"] = ["ok"],
            ["messages.start"] = ["ok"],
            ["office.info"] = ["ok"],
            ["booking.invite"] = ["open", "none"],
            ["booking.subjects"] = ["none", "some"],
            ["booking.ready"] = ["none", "one", "many"],
            ["booking.days"] = ["ok", "none", "has-one", "gone"],
            ["booking.times"] = ["ok", "halves", "none"],
            ["booking.hold"] = ["ok", "refused"],
            ["booking.confirm"] = ["ok", "changed", "refused"],
            ["booking.release"] = ["ok"],
            ["booking.list"] = ["none", "one", "many"],
            ["booking.show"] = ["ok", "gone"],
            ["booking.cancel"] = ["ok", "refused"],
            ["booking.wait"] = ["ok", "refused"],
            ["booking.unwait"] = ["ok", "none"],
            ["booking.take"] = ["ok", "changed", "refused", "gone"],
            ["booking.skip"] = ["ok", "gone"],
            ["complaint.submit"] = ["ok"],
            ["complaint.list"] = ["none", "one", "many"],
            ["complaint.show"] = ["ok", "unknown"],
            ["complaint.reopen"] = ["ok", "none"],
            ["topic.show"] = ["ok", "plain", "off"],
            ["topic.list"] = ["ok"],
            ["visits.place"] = ["one", "many", "city", "none"],
            ["visits.own"] = ["known", "unknown"],
            ["visits.list"] = ["ok"],
            ["subscription.add"] = ["ok", "stopped"],
            ["subscription.end"] = ["ok"],
            ["subscription.list"] = ["none", "some"],
            ["reminder.answer"] = ["ok", "none"],
        };

    /// <summary>Names of the values that acts set.</summary>
    public static IReadOnlyList<string> Values { get; } =
    [
        "hari-simpan", "ringkasan", "nomor", "kasus", "status-teks", "alasan", "kirim-ulang", "kirim-ulang-daftar", "berkas-judul",
        "alamat", "jam-layanan", "buka-sekarang", "kontak",
        "janji-id", "janji-kode", "janji-tanggal", "janji-pukul", "janji-keperluan", "janji-bawa", "janji-tempat", "janji-kalender",
        "janji-tahan", "janji-batas", "janji-daftar", "janji-daftar-teks", "janji-untuk", "janji-untuk-daftar", "janji-hari-daftar",
        "janji-jam-daftar", "janji-menunggu", "janji-menunggu-teks", "undangan",
        "aduan-nomor", "aduan-daftar", "aduan-status", "topik-teks", "topik-tombol", "topik-daftar",
        "kunjungan-kelurahan", "kunjungan-daftar", "kunjungan-teks", "kunjungan-diikuti", "langganan-daftar",
    ];
}
