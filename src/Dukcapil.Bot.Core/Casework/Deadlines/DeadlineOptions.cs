namespace Dukcapil.Bot.Core.Casework.Deadlines;

/// <summary>How the office treats its deadlines (<c>Deadlines:*</c>). Residents are told none of it.</summary>
public sealed class DeadlineOptions
{
    /// <summary>
    /// Working hours for a step that its alur gives no <c>tenggat</c>; 0 for none. Not for steps at which the resident must come.
    /// </summary>
    public int StepHours { get; set; }

    /// <summary>Hundredths of the time used at which the holder is warned.</summary>
    public int HolderPercent { get; set; } = 75;

    /// <summary>Hundredths at which the next in rank is told, the head of section as a rule.</summary>
    public int SectionPercent { get; set; } = 100;

    /// <summary>Hundredths at which the head of office is told.</summary>
    public int OfficePercent { get; set; } = 150;

    /// <summary>Working hours left at which a deadline counts as near.</summary>
    public int SoonHours { get; set; } = 4;

    /// <summary>What is wrong with these settings, in one line that names the key; null when nothing is.</summary>
    public string? Problem() => this switch
    {
        { StepHours: < 0 } => "Deadlines:StepHours is negative.",
        { SoonHours: < 0 } => "Deadlines:SoonHours is negative.",
        { HolderPercent: <= 0 } => "Deadlines:HolderPercent must be above 0.",
        _ when HolderPercent > SectionPercent || SectionPercent > OfficePercent =>
            "Deadlines:HolderPercent, SectionPercent and OfficePercent must not decrease in this order: whoever is higher is told later.",
        _ => null,
    };
}
