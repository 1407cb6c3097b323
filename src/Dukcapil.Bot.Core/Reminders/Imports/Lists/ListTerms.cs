using System.Globalization;
using Dukcapil.Bot.Core.Reminders.Register;
using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Core.Reminders.Imports.Lists;

/// <summary>Reads what the office writes into a list: dates, telephone numbers, words for a status.</summary>
internal static class ListTerms
{
    private static readonly string[] DateForms = ["yyyy-M-d", "d-M-yyyy", "d/M/yyyy", "d.M.yyyy", "yyyy/M/d"];
    private static readonly string[] NoPhone = ["", "-", "--", "0", "null", "tidak ada", "tidak punya", "n/a", "na"];
    private static readonly string[] Yes = ["ya", "y", "1", "true", "sudah", "pernah"];
    private static readonly string[] No = ["", "n", "t", "0", "false"];
    private static readonly string[] Citizen = ["", "wni", "indonesia", "warganegaraindonesia", "id", "idn"];

    /// <summary>
    /// A date, day before month: <c>2008-12-31</c>, <c>31-12-2008</c>, <c>31/12/2008</c>, <c>31.12.2008</c>, also with the midnight that
    /// spreadsheets append. The year has four digits: two could be either century.
    /// </summary>
    public static DateOnly? Date(string text)
    {
        var day = text.AsSpan();
        var end = day.IndexOfAny(' ', 'T');
        if (end > 0 && day[(end + 1)..].StartsWith("00:00")) day = day[..end];
        return DateOnly.TryParseExact(day, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
    }

    /// <summary>The address of a telephone, null when the list says there is none; or why it cannot be written to.</summary>
    public static (string? Address, string? Code) Phone(string text) => NoPhone.Contains(text, StringComparer.OrdinalIgnoreCase)
        ? (null, null)
        : PhoneReader.Read(text) switch
        {
            { Number: null } => (null, RejectionCode.PhoneUnreadable),
            { IsMobile: false } => (null, RejectionCode.PhoneNotMobile),
            { Number: { } number } => ($"whatsapp:{number}", null),
        };

    /// <summary>A status: belum, sudah, meninggal, pindah, alone or with more words. An empty value is of a list of people not yet recorded.</summary>
    public static PersonStatus? Status(string text)
    {
        var key = CellText.Key(text);
        return key switch
        {
            "" => PersonStatus.Unrecorded,
            _ when key.Contains("meninggal", StringComparison.Ordinal) || key.Contains("wafat", StringComparison.Ordinal) => PersonStatus.Died,
            _ when key.Contains("pindah", StringComparison.Ordinal) => PersonStatus.Moved,
            _ when key.Contains("belum", StringComparison.Ordinal) => PersonStatus.Unrecorded,
            _ when key.Contains("sudah", StringComparison.Ordinal) || key.Contains("telah", StringComparison.Ordinal) => PersonStatus.Recorded,
            _ => null,
        };
    }

    /// <summary>Whether a person is or was married, as yes or no or as SIAK's status (belum kawin, kawin, cerai hidup, cerai mati).</summary>
    public static bool? EverMarried(string text)
    {
        var key = CellText.Key(text);
        if (No.Contains(key, StringComparer.Ordinal) || key.StartsWith("belum", StringComparison.Ordinal) || key.StartsWith("tidak", StringComparison.Ordinal)) return false;
        var says = Yes.Contains(key, StringComparer.Ordinal) || key.Contains("kawin", StringComparison.Ordinal)
            || key.Contains("nikah", StringComparison.Ordinal) || key.Contains("cerai", StringComparison.Ordinal) || key is "janda" or "duda";
        return says ? true : null;
    }

    /// <summary>Whether the list says that this is a citizen.</summary>
    public static bool IsCitizen(string text) => Citizen.Contains(CellText.Key(text), StringComparer.Ordinal);
}
