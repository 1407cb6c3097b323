namespace Dukcapil.Bot.Core.Time;

/// <summary>The office, as it states itself in the settings (<c>Office:*</c>).</summary>
public sealed class OfficeOptions
{
    /// <summary>Name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Street address.</summary>
    public string Address { get; set; } = "";

    /// <summary>Telephone, or empty when the office states none.</summary>
    public string Phone { get; set; } = "";

    /// <summary>Social accounts, as people read them.</summary>
    public string Accounts { get; set; } = "";

    /// <summary>IANA zone of office days.</summary>
    public string TimeZone { get; set; } = "Asia/Jakarta";

    /// <summary>Service hours by day of the week; a day without an entry is closed.</summary>
    public Dictionary<DayOfWeek, OfficeDay> Hours { get; init; } = [];

    /// <summary>Days on which the office is closed: national holidays and cuti bersama (<c>domain.md</c> §9).</summary>
    public List<DateOnly> Holidays { get; init; } = [];

    /// <summary>Target for a step that its alur gives none, in working hours. Internal: residents are never told.</summary>
    public int StepTargetHours { get; set; } = 8;

    /// <summary>Days after a case has ended at which its photos are deleted.</summary>
    public int KeepFilesDays { get; set; } = 30;
}

/// <summary>Service hours of one day, local time.</summary>
public sealed class OfficeDay
{
    /// <summary>Opens.</summary>
    public TimeOnly Open { get; set; }

    /// <summary>Closes.</summary>
    public TimeOnly Close { get; set; }

    /// <summary>The break begins; equal to <see cref="BreakEnd"/> when there is none.</summary>
    public TimeOnly BreakStart { get; set; }

    /// <summary>The break ends.</summary>
    public TimeOnly BreakEnd { get; set; }
}
