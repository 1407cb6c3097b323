namespace Dukcapil.Bot.Core.Scheduling;

/// <summary>What becomes of a planned run that no host made.</summary>
public enum MissedRun
{
    /// <summary>Nothing is lost: each run does whatever is due by then. Such work runs often and keeps no ledger.</summary>
    Inherent,

    /// <summary>Once, as soon as a host runs, for the latest planned time; earlier ones are covered by it.</summary>
    Latest,

    /// <summary>Each planned time by itself, the oldest first, as far back as <see cref="ScheduledWork.LongestCatchUp"/>.</summary>
    Each,

    /// <summary>Not made up for: what is late by more than <see cref="ScheduledWork.Grace"/> would come at the wrong time.</summary>
    Skip,
}
