namespace Dukcapil.Bot.Core.Messaging.Incidents;

/// <summary>The kinds of incidents. The words are stored; pages show the incident's detail.</summary>
public static class IncidentKinds
{
    /// <summary>A template is rejected, paused or disabled, and its messages wait. Subject: the template's name.</summary>
    public const string Template = "templat";

    /// <summary>The provider refuses messages for a reason that concerns all of them. Subject: the code.</summary>
    public const string Refused = "ditolak-penyedia";

    /// <summary>No message comes in although the office is open.</summary>
    public const string NoInbound = "tanpa-pesan-masuk";

    /// <summary>The provider no longer reports what becomes of messages.</summary>
    public const string NoReports = "tanpa-kabar-penyedia";

    /// <summary>Too many messages fail.</summary>
    public const string ManyFailures = "banyak-gagal";

    /// <summary>Messages of residents could not be handled and wait for a person.</summary>
    public const string Parked = "pesan-tertahan";

    /// <summary>Messages have been unknown for too long.</summary>
    public const string LongUnknown = "belum-pasti";

    /// <summary>The provider's list of incoming messages could not be read to its end: messages may be missed.</summary>
    public const string LongList = "daftar-penyedia";

    /// <summary>Somebody, or a machine that answers every answer, writes more than is answered.</summary>
    public const string Flood = "banjir-pesan";

    /// <summary>Messages that are due are not sent.</summary>
    public const string Backlog = "antrean-macet";

    /// <summary>The holidays of a year are not entered. Subject: the year.</summary>
    public const string NoDecree = "tanpa-skb";

    /// <summary>A scheduled work fails again and again. Subject: its name.</summary>
    public const string FailedJob = "pekerjaan-gagal";
}
