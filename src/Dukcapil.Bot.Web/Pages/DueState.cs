using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Time;

namespace Dukcapil.Bot.Web.Pages;

/// <summary>How a case in a list stands to its earlier deadline.</summary>
public enum DueState
{
    /// <summary>No clock runs: the case waits for somebody else, or has ended.</summary>
    None,

    /// <summary>There is time.</summary>
    OnTime,

    /// <summary>The time is used up today.</summary>
    Today,

    /// <summary>The time is used up.</summary>
    Late,
}

/// <summary>Reads and words a <see cref="DueState"/>.</summary>
public static class DueStates
{
    /// <summary>How a case stands.</summary>
    public static DueState Of(CaseStatus status, DateTimeOffset? dueAt, OfficeClock clock)
    {
        if (dueAt is not { } due || status is not (CaseStatus.Submitted or CaseStatus.InProgress)) return DueState.None;
        if (due < clock.Now) return DueState.Late;
        return DateOnly.FromDateTime(clock.Local(due)) == clock.Today ? DueState.Today : DueState.OnTime;
    }

    /// <summary>The deadline in words; null when none runs.</summary>
    public static string? Text(DueState state, DateTimeOffset? dueAt, OfficeClock clock) => state switch
    {
        DueState.Late => $"Lewat tenggat {clock.Format(dueAt!.Value)}",
        DueState.Today => $"Tenggat hari ini {clock.Local(dueAt!.Value):HH.mm}",
        DueState.OnTime => $"Tenggat {clock.Format(dueAt!.Value)}",
        _ => null,
    };

    /// <summary>The style of the words.</summary>
    public static string Style(DueState state) => state switch
    {
        DueState.Late => "due-late",
        DueState.Today => "due-today",
        _ => "text-secondary",
    };
}
