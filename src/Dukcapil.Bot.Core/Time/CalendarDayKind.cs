namespace Dukcapil.Bot.Core.Time;

/// <summary>What an exception to the weekly plan does. The names are stored.</summary>
public enum CalendarDayKind
{
    /// <summary>National holiday (libur nasional): closed.</summary>
    Holiday,

    /// <summary>Collective leave (cuti bersama): closed.</summary>
    CutiBersama,

    /// <summary>Closed by the office's own decision, for an election, or for another reason: closed.</summary>
    Closure,

    /// <summary>Other hours on days that are open anyway, as in Ramadan.</summary>
    SpecialHours,

    /// <summary>Opened by announcement, even on a holiday or at the weekend.</summary>
    Opening,
}
