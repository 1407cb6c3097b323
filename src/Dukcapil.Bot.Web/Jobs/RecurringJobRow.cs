using Hangfire;

namespace Dukcapil.Bot.Web.Jobs;

/// <summary>One row of the table of recurring jobs: what is done, when, and what becomes of a run that was missed.</summary>
public sealed record RecurringJobRow
{
    /// <summary>Stable name: the id of the recurring job and the key of its settings.</summary>
    public required string Name { get; init; }

    /// <summary>What it does, in Indonesian for the page on jobs.</summary>
    public required string Title { get; init; }

    /// <summary>The plan as written in <c>Jobs:{Name}:Cron</c>: six fields, office time.</summary>
    public string Cron { get; init; } = "";

    /// <summary>The planned time after a moment; null when there is none any more.</summary>
    public Func<DateTimeOffset, DateTimeOffset?> NextAfter { get; init; } = _ => null;

    /// <summary>
    /// It runs often and each run does whatever is due by then: a missed or failed run is made up for by the next one, at any hour.
    /// </summary>
    public bool IsSweep { get; init; }

    /// <summary>
    /// After an outage <see cref="MisfireHandlingMode.Relaxed"/> makes one run for the latest planned time, and
    /// <see cref="MisfireHandlingMode.Strict"/> one for each.
    /// </summary>
    public required MisfireHandlingMode Misfire { get; init; }

    /// <summary>It is planned, and runs, only on days on which the office is open.</summary>
    public bool OnlyOpenDays { get; init; }

    /// <summary>It writes to residents, who are left alone at night and on holidays: a run waits until then.</summary>
    public bool TellsResidents { get; init; }

    /// <summary>Every host does it once more when it starts.</summary>
    public bool AtStart { get; init; }

    /// <summary>Does it for an office day, and says in Indonesian what came of it. Idempotent: jobs run at least once.</summary>
    public required Func<IServiceProvider, DateOnly, CancellationToken, Task<string>> DoAsync { get; init; }
}
