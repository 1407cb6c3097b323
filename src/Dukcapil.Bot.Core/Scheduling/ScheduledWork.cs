namespace Dukcapil.Bot.Core.Scheduling;

/// <summary>One row of the table of scheduled work: what is done, when, under which key, and what becomes of a missed run.</summary>
public sealed record ScheduledWork
{
    /// <summary>A run that is younger is not missed yet.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(15);

    /// <summary>Planned times further back are not made up for one by one.</summary>
    public static readonly TimeSpan LongestCatchUp = TimeSpan.FromDays(40);

    /// <summary>Stable name: the key of its settings, of its ledger, and of its job.</summary>
    public required string Name { get; init; }

    /// <summary>What it does, in Indonesian for the page on jobs.</summary>
    public required string Title { get; init; }

    /// <summary>The plan as written in <c>Jobs:{Name}:Cron</c>: Quartz cron in office time.</summary>
    public string Cron { get; init; } = "";

    /// <summary>The planned time after a moment, as the cron gives it; null when there is none any more.</summary>
    public Func<DateTimeOffset, DateTimeOffset?> NextAfter { get; init; } = _ => null;

    /// <summary>What becomes of a missed run.</summary>
    public required MissedRun Missed { get; init; }

    /// <summary>It runs several times a day, so that the time is part of the key; else the key is the day.</summary>
    public bool SeveralADay { get; init; }

    /// <summary>It is planned, and runs, only on days on which the office is open.</summary>
    public bool OnlyOpenDays { get; init; }

    /// <summary>It writes to residents, who are left alone at night and on holidays: a run waits until then.</summary>
    public bool TellsResidents { get; init; }

    /// <summary>Every host does it once more when it starts, whatever the ledger says.</summary>
    public bool AtStart { get; init; }

    /// <summary>Whether the ledger holds a row for each run.</summary>
    public bool KeepsLedger => Missed != MissedRun.Inherent;

    /// <summary>Does it, and says in Indonesian what came of it. Doing it twice must change nothing more than doing it once.</summary>
    public required Func<IServiceProvider, WorkRun, CancellationToken, Task<string>> DoAsync { get; init; }
}
