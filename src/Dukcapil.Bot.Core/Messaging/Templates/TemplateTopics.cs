namespace Dukcapil.Bot.Core.Messaging.Templates;

/// <summary>
/// The kinds of messages that may go to a closed window, and the values that each of them brings. A template serves one or more of
/// them (<c>topik</c>) and may use only their values.
/// </summary>
public static class TemplateTopics
{
    /// <summary>News of a case. Several of one case in a short time become one.</summary>
    public const string News = "kabar";

    /// <summary>A paper must be sent again; each is told.</summary>
    public const string Paper = "berkas";

    /// <summary>Where somebody who waits at the office stands in the line.</summary>
    public const string Line = "antrean";

    /// <summary>An appointment that comes near.</summary>
    public const string Reminder = "pengingat";

    /// <summary>An appointment that the office made, moved or cancelled.</summary>
    public const string Appointment = "janji";

    /// <summary>An earlier place is offered.</summary>
    public const string Offer = "tawaran";

    /// <summary>An application left in the middle; only ever told while the window is open.</summary>
    public const string Draft = "isian";

    /// <summary>Visits to a kelurahan changed, for those who asked to be told.</summary>
    public const string Visits = "jadwal-kelurahan";

    /// <summary>The answer to a complaint.</summary>
    public const string Complaint = "pengaduan";

    /// <summary>A reminder to be recorded for KTP-el, sent to many.</summary>
    public const string Recording = "perekaman";

    /// <summary>An announcement to those who asked for a topic or have an open case.</summary>
    public const string Broadcast = "siaran";

    /// <summary>The message itself, as one line.</summary>
    public const string TextValue = "kabar";

    /// <summary>How many changes the message tells of.</summary>
    public const string CountValue = "jumlah";

    /// <summary>The case's number.</summary>
    public const string NumberValue = "nomor";

    /// <summary>The booking's code, or the complaint's number.</summary>
    public const string CodeValue = "kode";

    /// <summary>What the office wrote, without the words that are put around it inside the window.</summary>
    public const string BodyValue = "isi";

    private static readonly Dictionary<string, string[]> Values = new(StringComparer.Ordinal)
    {
        [News] = [TextValue, CountValue, NumberValue],
        [Paper] = [TextValue, NumberValue],
        [Line] = [TextValue],
        [Reminder] = [TextValue, CodeValue],
        [Appointment] = [TextValue, CodeValue],
        [Offer] = [TextValue, CodeValue],
        [Draft] = [TextValue],
        [Visits] = [TextValue],
        [Complaint] = [TextValue, CodeValue],
        [Recording] = [BodyValue],
        [Broadcast] = [BodyValue],
    };

    /// <summary>The known topics.</summary>
    public static IEnumerable<string> All => Values.Keys;

    /// <summary>The values that messages of a topic bring; null when there is no such topic.</summary>
    public static IReadOnlyList<string>? ValuesOf(string topic) => Values.GetValueOrDefault(topic);
}
