namespace Dukcapil.Bot.Core.Messaging.Templates;

/// <summary>A wording at the provider, and how far its approval is.</summary>
/// <param name="Name">The template's name.</param>
/// <param name="Language"><c>id</c> or <c>en</c>.</param>
/// <param name="Version">Which wording.</param>
/// <param name="Body">The wording, with <c>{name}</c> placeholders.</param>
/// <param name="ContentSid">The provider's id.</param>
/// <param name="Status"><c>unsubmitted, received, pending, approved, rejected, paused, disabled</c> (<c>docs/twilio.md</c> "Templates and
/// menus").</param>
/// <param name="Reason">The provider's reason for a rejection, or null.</param>
/// <param name="CheckedAt">When the provider was last asked.</param>
public sealed record TemplateState(
    string Name, string Language, string Version, string Body, string ContentSid, string Status, string? Reason, DateTimeOffset CheckedAt)
{
    /// <summary>Whether messages may go out with it.</summary>
    public bool IsApproved => Status == "approved";

    /// <summary>Whether WhatsApp has turned it off, so that a person must act.</summary>
    public bool IsStopped => Status is "rejected" or "paused" or "disabled";

    /// <summary>The status in Indonesian, for staff.</summary>
    public string StatusWords => Status switch
    {
        "unsubmitted" => "belum diajukan",
        "received" or "pending" => "menunggu persetujuan WhatsApp",
        "approved" => "disetujui",
        "rejected" => "ditolak WhatsApp",
        "paused" => "dihentikan sementara oleh WhatsApp",
        _ => "dinonaktifkan",
    };
}
