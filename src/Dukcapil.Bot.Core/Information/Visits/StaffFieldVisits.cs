using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Dukcapil.Bot.Core.Information.Visits;

/// <summary>
/// How the office announces visits. A trigger writes the history of each; those who asked are told by <see cref="FieldVisitNews"/> a little
/// later, so that several edits are one message.
/// </summary>
public sealed class StaffFieldVisits(IDbContextFactory<BotDbContext> contexts, OfficeClock clock)
{
    /// <summary>Announces a visit. Refused when one of the same kelurahan, kind, day and beginning stands already.</summary>
    public Task<Outcome> AddAsync(FieldVisitPlan plan, StaffActor by, CancellationToken cancellationToken) => WriteAsync(by, data =>
    {
        data.FieldVisits.Add(New(plan, by));
        return Task.FromResult(Outcome.Done);
    }, cancellationToken);

    /// <summary>Changes a visit, or calls it off, or takes that back. Refused when it has changed since the page showed it.</summary>
    public Task<Outcome> ChangeAsync(long id, uint version, FieldVisitPlan plan, StaffActor by, CancellationToken cancellationToken) =>
        WriteAsync(by, async data =>
        {
            var visit = await data.FieldVisits.FromSql($"select *, xmin from field_visits where id = {id} for update")
                .SingleOrDefaultAsync(cancellationToken);
            if (visit is null || visit.Version != version) return Outcome.Refused(VisitRefusals.Changed);
            Put(visit, plan, by);
            return Outcome.Done;
        }, cancellationToken);

    /// <summary>Takes a file over, or only says what it would change. One transaction: all of it or nothing.</summary>
    public async Task<FieldVisitDiff> ImportAsync(
        IReadOnlyList<FieldVisitPlan> plans, StaffActor by, bool isPreview, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await data.Database.BeginTransactionAsync(cancellationToken);
        await BeginAsync(data, cancellationToken);
        var today = clock.Today;
        var diff = FieldVisitComparison.Compare(
            plans, await data.FieldVisits.Where(visit => visit.Day >= today).OrderBy(visit => visit.Id).ToListAsync(cancellationToken));
        if (isPreview) return diff;
        data.FieldVisits.AddRange(diff.Added.Select(plan => New(plan, by)));
        foreach (var (visit, plan) in diff.Changed) Put(visit, plan, by);
        await data.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return diff;
    }

    private async Task<Outcome> WriteAsync(StaffActor by, Func<BotDbContext, Task<Outcome>> edit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await data.Database.BeginTransactionAsync(cancellationToken);
        await BeginAsync(data, cancellationToken);
        var outcome = await edit(data);
        if (!outcome.IsDone) return outcome;
        try
        {
            await data.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException fault) when (fault.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return Outcome.Refused(VisitRefusals.Taken);
        }

        await transaction.CommitAsync(cancellationToken);
        return outcome;
    }

    /// <summary>Lock that serialises edits with each other and with the job that tells of them.</summary>
    internal static Task<int> BeginAsync(BotDbContext data, CancellationToken cancellationToken) =>
        data.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('field_visits'))", cancellationToken);

    private FieldVisitRecord New(FieldVisitPlan plan, StaffActor by) => new()
    {
        Kelurahan = plan.Kelurahan,
        Kind = plan.Kind,
        Day = plan.Day,
        Starts = plan.Starts,
        Ends = plan.Ends,
        Place = plan.Place,
        Note = plan.Note,
        State = plan.IsCancelled ? FieldVisitState.Cancelled : FieldVisitState.Planned,
        UpdatedAt = clock.Now,
        UpdatedBy = by.Id,
    };

    private void Put(FieldVisitRecord visit, FieldVisitPlan plan, StaffActor by)
    {
        (visit.UpdatedAt, visit.UpdatedBy) = (clock.Now, by.Id);
        visit.State = plan.IsCancelled ? FieldVisitState.Cancelled : FieldVisitState.Changed;
        if (plan.IsCancelled) return;
        visit.Day = plan.Day;
        visit.Starts = plan.Starts;
        visit.Ends = plan.Ends;
        visit.Place = plan.Place;
        visit.Note = plan.Note;
    }
}
