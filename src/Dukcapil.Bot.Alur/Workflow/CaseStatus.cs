namespace Dukcapil.Bot.Alur;

/// <summary>Status of a case. Stored as text.</summary>
public enum CaseStatus
{
    /// <summary>Diajukan: sent in, nobody at the first desk has taken it.</summary>
    Submitted,

    /// <summary>Diproses: the desk of the current step works on it.</summary>
    InProgress,

    /// <summary>Sedang diteruskan: the step is finished and committed; the job moves the case to the next desk.</summary>
    Forwarding,

    /// <summary>Menunggu penduduk: named papers must be sent again; the deadline is paused.</summary>
    AwaitingResident,

    /// <summary>Ditahan: waits until a day, with a reason; the deadline is paused.</summary>
    OnHold,

    /// <summary>Selesai: handed over.</summary>
    Completed,

    /// <summary>Ditolak, with a reason.</summary>
    Rejected,

    /// <summary>Dibatalkan by the resident before the operator started.</summary>
    Cancelled,

    /// <summary>Tidak diambil: closed by the office because nobody collected the result.</summary>
    NotCollected,
}
