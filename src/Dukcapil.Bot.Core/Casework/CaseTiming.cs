using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Casework.Records;
using Dukcapil.Bot.Core.Time;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Core.Casework;

/// <summary>The office's own targets: set when a step begins, paused while the case waits. Residents are never told one.</summary>
public sealed class CaseTiming(OfficeClock clock, IOptions<OfficeOptions> office)
{
    /// <summary>Starts a step now.</summary>
    public void Start(CaseRecord record, Langkah step)
    {
        record.StepStartedAt = clock.Now;
        record.PausedAt = null;
        record.DueAt = Target(step, clock.Now);
    }

    /// <summary>The target of a step that starts at the given moment.</summary>
    public DateTimeOffset Target(Langkah step, DateTimeOffset start) =>
        clock.AddWorkingTime(start, TimeSpan.FromHours(step.TargetHours ?? office.Value.StepTargetHours));

    /// <summary>Stops the clock of a case.</summary>
    public void Pause(CaseRecord record) => record.PausedAt ??= clock.Now;

    /// <summary>Lets the clock go on: the working time that was left is left again.</summary>
    public void Resume(CaseRecord record)
    {
        if (record is { PausedAt: { } paused, DueAt: { } due }) record.DueAt = clock.AddWorkingTime(clock.Now, clock.WorkingTimeBetween(paused, due));
        record.PausedAt = null;
    }
}
