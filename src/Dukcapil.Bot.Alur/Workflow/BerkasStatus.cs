namespace Dukcapil.Bot.Alur;

/// <summary>Status of one paper of a case. Stored as text.</summary>
public enum BerkasStatus
{
    /// <summary>Neither sent nor promised.</summary>
    Missing,

    /// <summary>Photos or files were sent in chat and wait for a verdict.</summary>
    Sent,

    /// <summary>The resident brings it to the counter.</summary>
    AtCounter,

    /// <summary>Diterima by an officer.</summary>
    Accepted,

    /// <summary>Perlu diganti, with a reason; the resident is asked for exactly this paper.</summary>
    ReplacementNeeded,

    /// <summary>Tidak berlaku for this resident.</summary>
    NotApplicable,
}
