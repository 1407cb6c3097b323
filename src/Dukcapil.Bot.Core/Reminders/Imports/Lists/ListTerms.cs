using Dukcapil.Bot.Core.Reminders.Register;
using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Core.Reminders.Imports.Lists;

/// <summary>What the words in a list mean for the register, by the readers that chat and pages use.</summary>
internal static class ListTerms
{
    private static readonly string[] NoPhone
        = ["", "-", "--", "0", "null", "tidak ada", "tidak punya", "tdk ada", "belum ada", "kosong", "n/a", "na", "nihil"];
    private static readonly string[] Citizen = ["", "wni", "indonesia", "warganegaraindonesia", "id", "idn"];

    /// <summary>The address of a telephone, null when the list says there is none; or why it cannot be written to.</summary>
    public static (string? Address, string? Code) Phone(string text) => NoPhone.Contains(text, StringComparer.OrdinalIgnoreCase)
        ? (null, null)
        : PhoneReader.Read(text) switch
        {
            { Number: null } => (null, RejectionCode.PhoneUnreadable),
            { IsMobile: false } => (null, RejectionCode.PhoneNotMobile),
            { Number: { } number } => ($"whatsapp:{number}", null),
        };

    /// <summary>A status; null when it is not certain.</summary>
    public static PersonStatus? Status(string text) => RecordingStatusReader.Read(text) switch
    {
        RecordingStatus.NotRecorded => PersonStatus.Unrecorded,
        RecordingStatus.Recorded => PersonStatus.Recorded,
        RecordingStatus.Died => PersonStatus.Died,
        RecordingStatus.Moved => PersonStatus.Moved,
        _ => null,
    };

    /// <summary>Whether the list says that this is a citizen.</summary>
    public static bool IsCitizen(string text) => Citizen.Contains(CellText.Key(text), StringComparer.Ordinal);
}
