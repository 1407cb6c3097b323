using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Casework.Records;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Staff;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Casework.Deadlines;

/// <summary>
/// The warnings that wait for somebody to take note: of open cases that still stand in the same visit and wait for nobody else, for the
/// desk and, where somebody had taken the case, for that officer alone.
/// </summary>
public sealed class DeadlineNotices(IDbContextFactory<BotDbContext> contexts, OfficeClock clock)
{
    /// <summary>Most notices shown at once.</summary>
    public const int Most = 100;

    /// <summary>How many wait for an officer.</summary>
    public async Task<int> CountAsync(StaffActor officer, CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        return await For(data, officer).CountAsync(cancellationToken);
    }

    /// <summary>Those that wait for an officer, the oldest first.</summary>
    public async Task<IReadOnlyList<DeadlineNotice>> ListAsync(StaffActor officer, CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        return await (from warning in For(data, officer)
                      join record in data.Cases on warning.CaseId equals record.Id
                      orderby warning.Id
                      select new DeadlineNotice(
                          warning.Id, record.Number, record.SubjectName, record.AlurVersion, warning.StepId, record.StepRole, warning.Scope, warning.Level,
                          warning.DueAt, warning.WarnedAt,
                          data.Set<StaffMember>().Where(member => member.Id == record.AssigneeId)
                              .Select(member => member.FullName).FirstOrDefault()))
            .Take(Most).ToListAsync(cancellationToken);
    }

    /// <summary>An officer takes note of a warning meant for them. False when it is not, or somebody has before.</summary>
    public async Task<bool> AcknowledgeAsync(StaffActor officer, long warningId, CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await For(data, officer).AnyAsync(warning => warning.Id == warningId, cancellationToken)) return false;
        return await data.Database.ExecuteSqlAsync(
            $"insert into deadline_acknowledgements (warning_id, staff_id, at) values ({warningId}, {officer.Id}, {clock.Now}) on conflict do nothing", cancellationToken) > 0;
    }

    private static IQueryable<DeadlineWarningRecord> For(BotDbContext data, StaffActor officer) => data.DeadlineWarnings.AsNoTracking()
        .Where(warning => warning.Role == officer.Role && (warning.StaffId == null || warning.StaffId == officer.Id)
            && !data.Set<DeadlineAcknowledgementRecord>().Any(note => note.WarningId == warning.Id)
            && data.Set<CaseRecord>().Any(record => record.Id == warning.CaseId && record.ClosedAt == null && record.PausedAt == null
                && (warning.Scope == DeadlineScope.Case || record.StepVisit == warning.Visit)));
}

/// <summary>A warning as its reader sees it.</summary>
/// <param name="Id">Key.</param>
/// <param name="Number">Case number.</param>
/// <param name="SubjectName">For whom the case is.</param>
/// <param name="AlurVersion">Its procedure.</param>
/// <param name="StepId">The step at the time.</param>
/// <param name="Desk">The desk it stands at.</param>
/// <param name="Scope">Of the step, or of the whole case.</param>
/// <param name="Level">Who is told, by rank.</param>
/// <param name="DueAt">When the time was, or would be, used up.</param>
/// <param name="WarnedAt">When it was written.</param>
/// <param name="Holder">Who has taken the case, or null.</param>
public sealed record DeadlineNotice(
    long Id, string Number, string SubjectName, string AlurVersion, string StepId, Alur.StaffRole Desk, DeadlineScope Scope, WarningLevel Level,
    DateTimeOffset DueAt, DateTimeOffset WarnedAt, string? Holder);
