namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>What a list says of a person's recording of KTP-el.</summary>
public enum RecordingStatus
{
    /// <summary>Belum perekaman.</summary>
    NotRecorded,

    /// <summary>Recorded, whether or not the card is printed.</summary>
    Recorded,

    /// <summary>Died.</summary>
    Died,

    /// <summary>Moved out of the city.</summary>
    Moved,
}

/// <summary>
/// The one reader of recording status: the office's words, and the states of the national KTP-el system (a record is sent on, searched for
/// doubles, made ready and printed only after the person was recorded). Only what is certain is read; failures and doubles of the national
/// system, arrivals and everything unknown have to be asked.
/// </summary>
public static class RecordingStatusReader
{
    private static readonly HashSet<string> NotRecorded = new(StringComparer.Ordinal)
    {
        "belum", "belum perekaman", "belum pernah perekaman", "belum sudah perekaman", "tidak perekaman", "belum ada perekaman",
        "wajib belum perekaman", "wktp belum perekaman", "wajib perekaman", "belum perekaman belum cetak", "perekaman belum",
        "not recorded", "not enrolled", "not captured", "pemula belum perekaman", "belum perekaman pemula", "tidak pernah perekaman",
    };

    private static readonly HashSet<string> Recorded = new(StringComparer.Ordinal)
    {
        "sudah", "sudah perekaman", "perekaman sudah", "sudah pernah perekaman", "sudah perekaman belum cetak", "perekaman belum cetak",
        "sudah perekaman sudah cetak", "sudah perekaman tidak cetak", "sudah cetak", "sudah perekaman cetak", "siap cetak",
        "sudah terbit", "sudah punya", "sudah memiliki", "sudah jadi", "sudah perekaman prr", "recorded", "enrolled", "prr",
        "print ready record", "print ready", "bio captured", "captured", "biometric captured", "card printed", "card issued",
        "card delivered", "card shipped", "card activated", "card personalized", "sent for card printing", "sent for printing",
        "ready for card printing", "sent for enrollment", "sent for enrolment", "sent for dedup", "sent for deduplication",
        "sent for search", "sent to center", "processing", "record processed", "received at center", "received at central",
        "enrolled at central", "enroll success", "card printing", "printed", "selesai perekaman", "perekaman selesai",
    };

    private static readonly HashSet<string> Died = new(StringComparer.Ordinal)
    {
        "mati", "mati dunia", "sudah mati", "sudah mati dunia", "md", "almarhum", "almarhumah", "alm", "almh", "deceased", "died", "dead",
    };

    private static readonly HashSet<string> Moved = new(StringComparer.Ordinal)
    {
        "pindah", "sudah pindah", "pindah keluar", "sudah pindah keluar", "pindah keluar kota", "pindah keluar keluar kota",
        "pindah keluar daerah", "pindah keluar keluar daerah", "pindah keluar kabupaten", "pindah keluar provinsi",
        "pindah keluar negeri", "pindah keluar keluar negeri", "pindah keluar cilegon", "pindah alamat keluar kota", "moved", "moved out",
        "pindah antar kota", "pindah antar kabupaten", "pindah antar kab kota", "pindah antar provinsi", "pindah antar kabupaten kota",
    };

    /// <summary>The status; null when it is not certain. Nothing written is of a list of people not yet recorded.</summary>
    public static RecordingStatus? Read(string text)
    {
        var said = OfficeWords.Of(text);
        if (said.Length == 0 || NotRecorded.Contains(said)) return RecordingStatus.NotRecorded;
        if (Recorded.Contains(said)) return RecordingStatus.Recorded;
        if (Died.Contains(said)) return RecordingStatus.Died;
        return Moved.Contains(said) ? RecordingStatus.Moved : null;
    }
}
