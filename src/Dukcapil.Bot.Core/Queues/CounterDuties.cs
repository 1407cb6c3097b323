using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Appointments;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Queues.Records;
using Dukcapil.Bot.Core.Staff;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Queues;

/// <summary>
/// Who sits at which counter today. Chosen once a day; whoever sits down at a taken counter takes it over, with its visitor.
/// </summary>
public sealed class CounterDuties(IDbContextFactory<BotDbContext> contexts, OfficeClock clock)
{
    /// <summary>The counter at which an officer sits today; null while none is chosen.</summary>
    public async Task<QueueCounter?> MineAsync(StaffActor by, CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        return await MineAsync(data, by, cancellationToken);
    }

    /// <summary>
    /// Sits down at a counter. Refused: <c>loket-tidak-ada</c>, <c>loket-masih-melayani</c> while somebody stands at the one before.
    /// </summary>
    public async Task<Outcome> ChooseAsync(StaffActor by, int counterId, CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await data.Database.BeginTransactionAsync(cancellationToken);
        var (today, now) = (clock.Today, clock.Now);
        // Everybody who sits down somewhere takes turns, so that two officers cannot change places past each other.
        if (await data.Counters.FromSql($"select * from counters where active order by id for update")
            .CountAsync(counter => counter.Id == counterId, cancellationToken) == 0)
            return Outcome.Refused("loket-tidak-ada");
        var mine = await MineAsync(data, by, cancellationToken);
        if (mine is not null && mine.Id != counterId && await data.Visits.AnyAsync(
            visit => visit.Day == today && visit.CounterId == mine.Id
                && (visit.Status == VisitStatus.Called || visit.Status == VisitStatus.Serving), cancellationToken))
            return Outcome.Refused("loket-masih-melayani");
        await data.Database.ExecuteSqlAsync(
            $"delete from counter_duties where day = {today} and counter_id = {counterId} and staff_id <> {by.Id}", cancellationToken);
        await data.Database.ExecuteSqlAsync(
            $"""
            insert into counter_duties (day, staff_id, counter_id, since) values ({today}, {by.Id}, {counterId}, {now})
            on conflict (day, staff_id) do update set counter_id = excluded.counter_id, since = excluded.since
              where counter_duties.counter_id <> excluded.counter_id
            """, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }

    /// <summary>All counters in use, with the name of whoever sits there today.</summary>
    public async Task<IReadOnlyList<StaffedCounter>> ListAsync(CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        var today = clock.Today;
        return await (from counter in data.Counters.AsNoTracking()
                      where counter.Active
                      orderby counter.Id
                      select new StaffedCounter(
                          new QueueCounter(counter.Id, counter.Name, counter.Services),
                          (from duty in data.Set<CounterDutyRecord>()
                           join member in data.Set<StaffMember>() on duty.StaffId equals member.Id
                           where duty.Day == today && duty.CounterId == counter.Id
                           select member.FullName).FirstOrDefault())).ToListAsync(cancellationToken);
    }

    /// <summary>Whether a visitor can be sent there: a counter in use serves it, or the named one is in use.</summary>
    public async Task<bool> CanGoAsync(string service, int? counterId, CancellationToken cancellationToken)
    {
        var counters = (await ListAsync(cancellationToken)).Select(staffed => staffed.Counter);
        return counters.Any(counter => counterId is null ? counter.Serves(service) : counter.Id == counterId);
    }

    internal async Task<QueueCounter?> MineAsync(BotDbContext data, StaffActor by, CancellationToken cancellationToken)
    {
        var (today, officer) = (clock.Today, by.Id);
        return await (from duty in data.CounterDuties
                      join counter in data.Counters on duty.CounterId equals counter.Id
                      where duty.Day == today && duty.StaffId == officer
                      select new QueueCounter(counter.Id, counter.Name, counter.Services)).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Lets the calls of one counter follow each other until the transaction ends.</summary>
    internal Task HoldAsync(BotDbContext data, StaffActor by, CancellationToken cancellationToken)
    {
        var today = clock.Today;
        return data.Database
            .ExecuteSqlAsync($"select from counter_duties where day = {today} and staff_id = {by.Id} for update", cancellationToken);
    }

    /// <summary>The counters at which somebody sits today.</summary>
    internal async Task<IReadOnlyList<QueueCounter>> OpenAsync(BotDbContext data, CancellationToken cancellationToken)
    {
        var today = clock.Today;
        return await (from duty in data.CounterDuties
                      join counter in data.Counters on duty.CounterId equals counter.Id
                      where duty.Day == today
                      select new QueueCounter(counter.Id, counter.Name, counter.Services)).AsNoTracking().ToListAsync(cancellationToken);
    }
}

/// <summary>A counter and who sits there.</summary>
/// <param name="Counter">The counter.</param>
/// <param name="Officer">Name of the officer; null when nobody sits there today.</param>
public sealed record StaffedCounter(QueueCounter Counter, string? Officer);
