using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Appointments;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Queues.Records;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Dukcapil.Bot.Core.Queues;

/// <summary>
/// What officers do at their counters. Each operation commits the visit, its line of history and the messages to residents together;
/// what is refused changes nothing, and what is sent twice is done once (<see cref="VisitCheck"/>).
/// </summary>
public sealed class CounterQueue(
    IDbContextFactory<BotDbContext> contexts, CounterDuties duties, QueueNotices notices, Attendance attendance, OfficeClock clock, OutboxSignal outbox, IOptions<QueueOptions> options)
{
    // One statement chooses, locks and takes: of two counters that ask at the same moment the second passes over the row that the
    // first holds. That a counter has one visitor at a time is the unique index's promise; asking here only avoids the fault.
    private const string Next = $"""
        with next as (
          select id from visits
          where day = @day and status = 'Waiting'
            and case when only_counter_id is null then cardinality(@services) = 0 or service = any(@services) else only_counter_id = @counter end
            and not exists (select from visits busy where busy.day = @day and busy.counter_id = @counter and busy.status in ('Called', 'Serving'))
          order by {QueueOrder.Sql} limit 1 for update skip locked)
        update visits set status = 'Called', counter_id = @counter, called_at = @now, first_called_at = coalesce(first_called_at, @now),
          call_count = 1, turns = turns + 1
        from next where visits.id = next.id
        returning visits.*, visits.xmin
        """;

    private const string OneAtACounter = "visits_one_at_a_counter";

    /// <summary>
    /// Calls whom the order rule names for the officer's counter; whom the officer has just called is the answer to a second click.
    /// Refused:
    /// <c>belum-di-loket</c>, <c>loket-masih-melayani</c>, <c>antrean-kosong</c>.
    /// </summary>
    public async Task<Outcome<VisitRecord>> CallNextAsync(StaffActor by, CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await data.Database.BeginTransactionAsync(cancellationToken);
        // A second click of the same officer waits here and then finds the counter taken: it must not hold a row in passing, which
        // another counter would pass over.
        await duties.HoldAsync(data, by, cancellationToken);
        if (await duties.MineAsync(data, by, cancellationToken) is not { } counter) return new Refusal("belum-di-loket");
        try
        {
            if (await TakeAsync(data, counter, cancellationToken) is not { } visit) return await StandingAsync(
                data, counter.Id, by, cancellationToken);
            Note(data, visit, VisitEvent.Called, by, counter.Id);
            await data.SaveChangesAsync(cancellationToken);
            await notices.TellCalledAsync(data, visit, counter.Name, cancellationToken);
            await notices.TellNearAsync(data, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            outbox.Signal.Raise();
            return visit;
        }
        catch (PostgresException fault) when (fault.ConstraintName == OneAtACounter)
        {
            return new Refusal("loket-masih-melayani");
        }
    }

    /// <summary>Calls the number once more.</summary>
    public Task<Outcome> RecallAsync(VisitCommand command, CancellationToken cancellationToken) =>
        ChangeAsync(command, VisitAction.Recall, Sameness.By(VisitEvent.Recalled), (edit, _) =>
        {
            edit.Visit.CallCount++;
            edit.Visit.CalledAt = clock.Now;
            return Task.FromResult(VisitEvent.Recalled);
        }, cancellationToken);

    /// <summary>The visitor has come to the counter.</summary>
    public Task<Outcome> ServeAsync(VisitCommand command, CancellationToken cancellationToken) =>
        ChangeAsync(command, VisitAction.Serve, new((visit, isHere) => visit.Status == VisitStatus.Serving && isHere), (edit, _) =>
        {
            edit.Visit.ServedAt = clock.Now;
            return Task.FromResult(VisitEvent.Served);
        }, cancellationToken);

    /// <summary>
    /// The visitor did not come: back into the line with a later time, or a no-show after the last skip that the rule allows. Refused
    /// before the number was called often enough: <c>panggil-lagi-dahulu</c>.
    /// </summary>
    public Task<Outcome> SkipAsync(VisitCommand command, CancellationToken cancellationToken) =>
        ChangeAsync(command, VisitAction.Skip, Sameness.By(VisitEvent.Skipped, VisitEvent.NoShow), async (edit, cancel) =>
        {
            var visit = edit.Visit;
            visit.Skips++;
            if (visit.Status == VisitStatus.NoShow) End(visit, VisitEnding.NoAnswer);
            else visit.DueAt = clock.Now + TimeSpan.FromMinutes(options.Value.SkipMinutes);
            await notices.TellSkippedAsync(edit.Data, visit, cancel);
            return visit.Status == VisitStatus.NoShow ? VisitEvent.NoShow : VisitEvent.Skipped;
        }, cancellationToken);

    /// <summary>Sends the visitor on, with the time they had. Refused: <c>tujuan-tidak-ada</c>.</summary>
    /// <param name="command">Which visit.</param>
    /// <param name="service">What they come for now.</param>
    /// <param name="counterId">Exactly this counter; null for any that serves it.</param>
    /// <param name="cancellationToken">Stops the operation.</param>
    public async Task<Outcome> TransferAsync(VisitCommand command, string service, int? counterId, CancellationToken cancellationToken)
    {
        if (!await duties.CanGoAsync(service, counterId, cancellationToken)) return Outcome.Refused("tujuan-tidak-ada");
        Sameness same = new(
            (visit, _) => visit.Status == VisitStatus.Waiting && visit.Service == service && visit.OnlyCounterId == counterId);
        return await ChangeAsync(command, VisitAction.Transfer, same, (edit, _) =>
        {
            edit.Visit.Service = service;
            edit.Visit.OnlyCounterId = counterId;
            return Task.FromResult(VisitEvent.Transferred);
        }, cancellationToken);
    }

    /// <summary>The visit is finished.</summary>
    public Task<Outcome> FinishAsync(VisitCommand command, CancellationToken cancellationToken) =>
        ChangeAsync(command, VisitAction.Finish, Sameness.In(VisitStatus.Done), (edit, _) =>
        {
            edit.Visit.ServedAt ??= edit.Visit.CalledAt;
            End(edit.Visit, null);
            return Task.FromResult(VisitEvent.Finished);
        }, cancellationToken);

    /// <summary>The visitor goes without being served.</summary>
    public Task<Outcome> LeaveAsync(VisitCommand command, CancellationToken cancellationToken) =>
        ChangeAsync(command, VisitAction.Leave, Sameness.In(VisitStatus.Left), (edit, _) =>
        {
            End(edit.Visit, VisitEnding.Went);
            return Task.FromResult(VisitEvent.Left);
        }, cancellationToken);

    /// <summary>A visitor who was away is back in the line, as if they had come just now.</summary>
    public Task<Outcome> ReturnAsync(VisitCommand command, CancellationToken cancellationToken) =>
        ChangeAsync(command, VisitAction.Return, Sameness.In(VisitStatus.Waiting), (edit, _) =>
        {
            edit.Visit.DueAt = clock.Now;
            edit.Visit.FinishedAt = null;
            edit.Visit.EndReason = null;
            return Task.FromResult(VisitEvent.Returned);
        }, cancellationToken);

    /// <summary>
    /// Links a case that was made while its person stood at the officer's counter. Does nothing when nobody without a case stands there.
    /// </summary>
    public async Task LinkCaseAsync(StaffActor by, string caseNumber, CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        if (await duties.MineAsync(data, by, cancellationToken) is not { } counter) return;
        await using var transaction = await data.Database.BeginTransactionAsync(cancellationToken);
        var today = clock.Today;
        var served = await data.Visits.FromSql($"select *, xmin from visits where day = {today} and counter_id = {counter.Id} and status = 'Serving' and case_id is null for update")
            .AsTracking().SingleOrDefaultAsync(cancellationToken);
        var linked = await data.Cases.Where(record => record.Number == caseNumber).Select(record => (long?)record.Id)
            .SingleOrDefaultAsync(cancellationToken);
        if (served is null || linked is null) return;
        served.CaseId = linked;
        Note(data, served, VisitEvent.CaseLinked, by, counter.Id);
        await data.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task<VisitRecord?> TakeAsync(BotDbContext data, QueueCounter counter, CancellationToken cancellationToken) =>
        (await data.Visits.FromSqlRaw(
            Next,
            new NpgsqlParameter("now", clock.Now),
            new NpgsqlParameter("day", clock.Today),
            new NpgsqlParameter("counter", counter.Id),
            new NpgsqlParameter("services", counter.Services.ToArray())).AsTracking().ToListAsync(cancellationToken)).SingleOrDefault();

    private async Task<Outcome<VisitRecord>> StandingAsync(
        BotDbContext data, int counterId, StaffActor by, CancellationToken cancellationToken)
    {
        var today = clock.Today;
        var standing = await data.Visits.AsNoTracking().SingleOrDefaultAsync(
            visit => visit.Day == today && visit.CounterId == counterId
                && (visit.Status == VisitStatus.Called || visit.Status == VisitStatus.Serving), cancellationToken);
        if (standing is null) return new Refusal("antrean-kosong");
        var caller = await data.VisitEvents.Where(line => line.VisitId == standing.Id && line.Action == VisitEvent.Called)
            .OrderByDescending(line => line.Id)
            .Select(line => line.StaffId)
            .FirstOrDefaultAsync(cancellationToken);
        return standing.Status == VisitStatus.Called && caller == by.Id
            ? standing
            : new Refusal("loket-masih-melayani");
    }

    private async Task<Outcome> ChangeAsync(
        VisitCommand command, VisitAction action, Sameness same, Func<VisitEdit, CancellationToken, Task<VisitEvent>> apply,
        CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        var mine = await duties.MineAsync(data, command.By, cancellationToken);
        await using var transaction = await data.Database.BeginTransactionAsync(cancellationToken);
        var today = clock.Today;
        var visit = await data.Visits.FromSql($"select *, xmin from visits where id = {command.VisitId} and day = {today} for update")
            .AsTracking().SingleOrDefaultAsync(cancellationToken);
        if (visit is null) return Outcome.Refused("kunjungan-tidak-ada");
        var isHere = visit.CounterId is not null && visit.CounterId == mine?.Id;
        if (await VisitCheck.JudgeAsync(
            data, visit, command, same.IsWanted(visit, isHere), same.Events, cancellationToken) is { } judged) return judged;
        var situation = new VisitSituation(visit.CallCount, visit.Skips, isHere, options.Value);
        var decision = VisitRules.Machine.Decide(visit.Status, action, situation);
        if (decision.Refusal is { } refusal) return Outcome.Refused(refusal);

        visit.Status = decision.State;
        var done = await apply(new VisitEdit(data, visit), cancellationToken);
        if (visit.BookingId is { } bookingId) await FollowAsync(data, bookingId, visit, action, command.By, cancellationToken);
        Note(data, visit, done, command.By, visit.CounterId);
        if (visit.Status == VisitStatus.Waiting) visit.CounterId = null;
        await data.SaveChangesAsync(cancellationToken);
        await notices.TellNearAsync(data, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        outbox.Signal.Raise();
        return Outcome.Done;
    }

    private Task<bool> FollowAsync(
        BotDbContext data, long bookingId, VisitRecord visit, VisitAction action, StaffActor by, CancellationToken cancellationToken)
    {
        return (visit.Status, action) switch
        {
            (VisitStatus.Done, _) => attendance.FinishAsync(data, bookingId, by, cancellationToken),
            (VisitStatus.NoShow, _) => attendance.MissAsync(data, bookingId, by, "Dipanggil dan tidak datang.", cancellationToken),
            (VisitStatus.Left, _) => attendance.MissAsync(data, bookingId, by, "Pulang sebelum dilayani.", cancellationToken),
            (_, VisitAction.Return) => attendance.ReturnAsync(data, bookingId, by, cancellationToken),
            _ => Task.FromResult(false),
        };
    }

    private void End(VisitRecord visit, VisitEnding? reason)
    {
        visit.FinishedAt = clock.Now;
        visit.EndReason = reason;
    }

    private void Note(
        BotDbContext data, VisitRecord visit, VisitEvent what, StaffActor by, int? counterId) => data.VisitEvents.Add(new VisitEventRecord
        {
            VisitId = visit.Id,
            At = clock.Now,
            Action = what,
            StaffId = by.Id,
            CounterId = counterId,
            Detail = what == VisitEvent.Transferred ? visit.Service : null,
        });

    private sealed record VisitEdit(BotDbContext Data, VisitRecord Visit);

    // What tells a repeated act: the state it leads to, or its line in the history since the page was shown.
    private sealed record Sameness(Func<VisitRecord, bool, bool> IsWanted, params IReadOnlyList<VisitEvent> Events)
    {
        public static Sameness In(VisitStatus wanted) => new((visit, _) => visit.Status == wanted);

        public static Sameness By(params IReadOnlyList<VisitEvent> events) => new((_, _) => false, events);
    }
}
