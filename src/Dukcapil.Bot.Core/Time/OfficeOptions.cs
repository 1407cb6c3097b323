namespace Dukcapil.Bot.Core.Time;

/// <summary>The office, as it states itself in the settings (<c>Office:*</c>).</summary>
public sealed class OfficeOptions
{
    /// <summary>Name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Street address.</summary>
    public string Address { get; set; } = "";

    /// <summary>A link to the office on a map, or empty.</summary>
    public string MapUrl { get; set; } = "";

    /// <summary>Telephone, or empty when the office states none.</summary>
    public string Phone { get; set; } = "";

    /// <summary>Social accounts, as people read them.</summary>
    public string Accounts { get; set; } = "";

    /// <summary>IANA zone of office days.</summary>
    public string TimeZone { get; set; } = "Asia/Jakarta";

    /// <summary>Days after a case has ended at which its photos are deleted.</summary>
    public int KeepFilesDays { get; set; } = 30;
}
