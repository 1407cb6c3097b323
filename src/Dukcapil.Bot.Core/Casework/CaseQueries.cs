using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Casework.Records;
using Dukcapil.Bot.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Casework;

/// <summary>What staff see: work lists, search, one case.</summary>
public sealed class CaseQueries(IDbContextFactory<BotDbContext> contexts, AlurVersions alurs, CaseSearch search)
{
    /// <summary>Rows of one page of a list.</summary>
    public const int PageSize = 50;

    /// <summary>Open cases by desk and status.</summary>
    public async Task<IReadOnlyList<DeskCount>> CountAsync(CancellationToken cancellation)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellation);
        return await data.Cases.AsNoTracking().Where(record => record.ClosedAt == null)
            .GroupBy(record => new { record.StepRole, record.Status })
            .Select(group => new DeskCount(group.Key.StepRole, group.Key.Status, group.Count())).ToListAsync(cancellation);
    }

    /// <summary>The work list of a desk; every open case is in exactly one.</summary>
    /// <param name="role">The desk.</param>
    /// <param name="status">Only this status, or null for all.</param>
    /// <param name="byDeadline">The earlier deadline first, cases without one last; else the oldest case first.</param>
    /// <param name="page">Page, from 1.</param>
    /// <param name="cancellation">Stops the query.</param>
    public async Task<IReadOnlyList<CaseRow>> WorkListAsync(StaffRole role, CaseStatus? status, bool byDeadline, int page, CancellationToken cancellation)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellation);
        var open = data.Cases.AsNoTracking().Where(record => record.StepRole == role && record.ClosedAt == null);
        if (status is not null) open = open.Where(record => record.Status == status);
        // PostgreSQL leaves nulls out of least(), and sorts them last.
        var sorted = byDeadline
            ? open.OrderBy(record => EF.Functions.Least(record.DueAt, record.CaseDueAt)).ThenBy(record => record.SubmittedAt)
            : open.OrderBy(record => record.SubmittedAt);
        return await RowsAsync(data, sorted.ThenBy(record => record.Id), page, cancellation);
    }

    /// <summary>Finds cases in any status, newest first; see <see cref="CaseSearch"/> for what may be typed.</summary>
    public async Task<IReadOnlyList<CaseRow>> SearchAsync(string text, int page, CancellationToken cancellation)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellation);
        var ids = await search.FindAsync(data, text, (Math.Max(page, 1) - 1) * PageSize, PageSize, cancellation);
        return await RowsAsync(data, data.Cases.AsNoTracking().Where(record => ids.Contains(record.Id)).OrderByDescending(record => record.Id), 1, cancellation);
    }

    /// <summary>One case with everything its page shows; null when the number is unknown.</summary>
    public async Task<CaseView?> FindAsync(string number, CancellationToken cancellation)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellation);
        var record = await data.Cases.AsNoTracking().Include(item => item.Berkas).Include(item => item.Tasks).Include(item => item.Pauses).AsSplitQuery()
            .SingleOrDefaultAsync(item => item.Number == number, cancellation);
        if (record is null) return null;
        return new CaseView
        {
            Record = record,
            Alur = await alurs.FindAsync(record.AlurVersion, cancellation),
            Files = await data.CaseFiles.AsNoTracking().Where(file => file.CaseId == record.Id).OrderBy(file => file.Id)
                .Join(data.Media, file => file.MediaId, media => media.Id, (file, media) => new CaseFile(file, media.Status, media.ContentType, media.Reason))
                .ToListAsync(cancellation),
            History = await data.CaseHistory.AsNoTracking().Where(line => line.CaseId == record.Id).OrderBy(line => line.Id).ToListAsync(cancellation),
            Messages = await data.Outbox.AsNoTracking().Where(message => message.CaseId == record.Id).OrderBy(message => message.Id).ToListAsync(cancellation),
            Receipts = await data.Receipts.AsNoTracking().Where(receipt => receipt.CaseId == record.Id).ToListAsync(cancellation),
            Handover = await data.Handovers.AsNoTracking().SingleOrDefaultAsync(handover => handover.CaseId == record.Id, cancellation),
            StaffNames = await data.Staff.AsNoTracking().ToDictionaryAsync(member => member.Id, member => member.FullName, cancellation),
        };
    }

    private static async Task<IReadOnlyList<CaseRow>> RowsAsync(BotDbContext data, IQueryable<CaseRecord> cases, int page, CancellationToken cancellation) =>
        await cases.Skip((Math.Max(page, 1) - 1) * PageSize).Take(PageSize)
            .Select(record => new CaseRow(
                record.Number,
                record.AlurId,
                record.AlurVersion,
                record.SubjectName,
                record.Status,
                record.StepId,
                record.StepRole,
                data.Staff.Where(member => member.Id == record.AssigneeId).Select(member => member.FullName).FirstOrDefault(),
                record.SubmittedAt,
                record.StepStartedAt,
                EF.Functions.Least(record.DueAt, record.CaseDueAt),
                record.AddressId != null))
            .ToListAsync(cancellation);
}
