using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Casework.Records;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Casework.Collecting;

/// <summary>The results that wait to be collected: read with two queries, whatever their number.</summary>
public sealed class UncollectedReader(IDbContextFactory<BotDbContext> contexts, AlurVersions alurs, OfficeClock clock)
{
    /// <summary>All of them, the longest wait first.</summary>
    public async Task<IReadOnlyList<UncollectedCase>> ListAsync(CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        var waiting = await data.Cases.AsNoTracking()
            .Where(record => record.ClosedAt == null && record.Status == CaseStatus.InProgress && record.StepRole == StaffRole.Petugas
                && record.LeftFirstDesk)
            .OrderBy(record => record.StepStartedAt).ThenBy(record => record.Id)
            .Select(record => new
            {
                record.Id,
                record.Number,
                record.SubjectName,
                record.AlurVersion,
                record.StepId,
                record.StepVisit,
                record.StepStartedAt,
                HasWhatsApp = record.AddressId != null,
                Reminders = data.Set<CollectionReminderRecord>()
                    .Count(reminder => reminder.CaseId == record.Id && reminder.Visit == record.StepVisit),
                LastOn = data.Set<CollectionReminderRecord>()
                    .Where(reminder => reminder.CaseId == record.Id && reminder.Visit == record.StepVisit)
                    .Max(reminder => (DateOnly?)reminder.Day),
            }).ToListAsync(cancellationToken);
        var found = new List<UncollectedCase>(waiting.Count);
        foreach (var item in waiting)
        {
            var alur = await alurs.FindAsync(item.AlurVersion, cancellationToken);
            if (alur.Step(item.StepId) is not { HandsOver: true }) continue;
            var rule = new CollectionRule(DateOnly.FromDateTime(clock.Local(item.StepStartedAt)), item.Reminders, item.LastOn);
            found.Add(new UncollectedCase(item.Id, item.Number, item.SubjectName, alur.Title.Id, item.StepVisit, item.HasWhatsApp, rule));
        }

        return found;
    }
}

/// <summary>A case whose result waits to be collected.</summary>
/// <param name="Id">Key.</param>
/// <param name="Number">Case number.</param>
/// <param name="SubjectName">The person's name.</param>
/// <param name="AlurTitle">Its procedure in words.</param>
/// <param name="Visit">The visit to the step of hand-over.</param>
/// <param name="HasWhatsApp">Whether somebody can be reminded.</param>
/// <param name="Rule">How long it waits, and what was written.</param>
public sealed record UncollectedCase(
    long Id, string Number, string SubjectName, string AlurTitle, int Visit, bool HasWhatsApp, CollectionRule Rule);
