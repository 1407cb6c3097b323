using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Appointments.Records;
using Dukcapil.Bot.Core.Casework.Records;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Queues.Records;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Queues;

/// <summary>What an officer at a counter sees of today.</summary>
public sealed class QueueOverview(IDbContextFactory<BotDbContext> contexts, CounterDuties duties, OfficeClock clock)
{
    /// <summary>The line and the counters at this moment.</summary>
    public async Task<QueueToday> ReadAsync(StaffActor by, CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        var today = clock.Today;
        var mine = await duties.MineAsync(data, by, cancellationToken);
        var counters = await duties.ListAsync(cancellationToken);
        var visits = await (from visit in data.Visits.AsNoTracking()
                            where visit.Day == today && visit.Status != VisitStatus.Done
                            select new VisitLine(
                                visit,
                                data.Set<CaseRecord>().Where(record => record.Id == visit.CaseId).Select(record => record.Number)
                                    .FirstOrDefault(),
                                data.Set<CounterRecord>().Where(counter => counter.Id == visit.CounterId).Select(counter => counter.Name)
                                    .FirstOrDefault(),
                                data.Set<VisitEventRecord>().Where(line => line.VisitId == visit.Id).Max(line => (long?)line.Id) ?? 0))
            .ToListAsync(cancellationToken);
        var order = QueueOrder.At(clock.Now);
        return new QueueToday
        {
            Mine = mine,
            Counters = counters,
            Current = visits.Find(line => mine is not null && line.IsAtCounter && line.Visit.CounterId == mine.Id),
            Line = visits.Where(line => line.Visit.Status == VisitStatus.Waiting).OrderBy(line => line.Visit.Place, order).ToList(),
            AtCounters = visits.Where(line => line.IsAtCounter && line.Visit.CounterId != mine?.Id).OrderBy(line => line.Visit.CounterId)
                .ToList(),
            Away = visits.Where(line => line.Visit.Status is VisitStatus.NoShow or VisitStatus.Left)
                .OrderByDescending(line => line.Visit.FinishedAt)
                .ToList(),
        };
    }

    /// <summary>
    /// The visit that an officer serves now, for the page of its case; null when it is about another case or there is none.
    /// </summary>
    public async Task<VisitLine?> ServingAsync(StaffActor by, long caseId, CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        if (await duties.MineAsync(data, by, cancellationToken) is not { } counter) return null;
        var today = clock.Today;
        return await (from visit in data.Visits.AsNoTracking()
                      where visit.Day == today && visit.CounterId == counter.Id && visit.Status == VisitStatus.Serving
                          && visit.CaseId == caseId
                      select new VisitLine(
                          visit, null, counter.Name,
                          data.Set<VisitEventRecord>().Where(line => line.VisitId == visit.Id).Max(line => (long?)line.Id)
                              ?? 0))
            .SingleOrDefaultAsync(cancellationToken);
    }
}

/// <summary>Today at the office.</summary>
public sealed record QueueToday
{
    /// <summary>The officer's counter; null while none is chosen.</summary>
    public required QueueCounter? Mine { get; init; }

    /// <summary>All counters, with who sits there.</summary>
    public required IReadOnlyList<StaffedCounter> Counters { get; init; }

    /// <summary>Who is called to the officer's counter or served there.</summary>
    public required VisitLine? Current { get; init; }

    /// <summary>Who waits, in the order of the rule.</summary>
    public required IReadOnlyList<VisitLine> Line { get; init; }

    /// <summary>Who is called to other counters or served there.</summary>
    public required IReadOnlyList<VisitLine> AtCounters { get; init; }

    /// <summary>Who did not come or went, the last first.</summary>
    public required IReadOnlyList<VisitLine> Away { get; init; }
}

/// <summary>A visit in a list.</summary>
/// <param name="Visit">The visit.</param>
/// <param name="CaseNumber">The case it is about, or null.</param>
/// <param name="CounterName">The counter that calls or serves it, or did last.</param>
/// <param name="Seen">The last line of its history; a form sends it back (<see cref="VisitCommand.Seen"/>).</param>
public sealed record VisitLine(VisitRecord Visit, string? CaseNumber, string? CounterName, long Seen)
{
    /// <summary>Whether it is called to a counter or served there.</summary>
    public bool IsAtCounter => Visit.Status is VisitStatus.Called or VisitStatus.Serving;
}
