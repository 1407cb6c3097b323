namespace Dukcapil.Bot.Core.Messaging.Incidents;

/// <summary>The kinds of incidents. The words are stored; pages show the incident's detail.</summary>
public static class IncidentKinds
{
    /// <summary>A template is rejected, paused or disabled, and its messages wait. Subject: the template's name.</summary>
    public const string Template = "templat";

    /// <summary>The provider refuses messages for a reason that concerns all of them. Subject: the code.</summary>
    public const string Refused = "ditolak-penyedia";
}
