using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Casework.Records;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Casework;

/// <summary>What staff see: work lists, search, one case.</summary>
public sealed class CaseQueries(IDbContextFactory<BotDbContext> contexts, AlurVersions alurs, CaseSearch search)
{
    /// <summary>Rows of one page of a list.</summary>
    public const int PageSize = 50;

    /// <summary>Open cases by desk and status.</summary>
    public async Task<IReadOnlyList<DeskCount>> CountAsync(CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        return await data.Cases.AsNoTracking().Where(record => record.ClosedAt == null)
            .GroupBy(record => new { record.StepRole, record.Status })
            .Select(group => new DeskCount(group.Key.StepRole, group.Key.Status, group.Count())).ToListAsync(cancellationToken);
    }

    /// <summary>The work list of a desk; every open case is in exactly one.</summary>
    /// <param name="role">The desk.</param>
    /// <param name="status">Only this status, or null for all.</param>
    /// <param name="byDeadline">The earlier deadline first, cases without one last; else the oldest case first.</param>
    /// <param name="page">Page, from 1.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    public async Task<IReadOnlyList<CaseRow>> WorkListAsync(
        StaffRole role, CaseStatus? status, bool byDeadline, int page, CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        var open = data.Cases.AsNoTracking().Where(record => record.StepRole == role && record.ClosedAt == null);
        if (status is not null) open = open.Where(record => record.Status == status);
        // PostgreSQL leaves nulls out of least(), and sorts them last.
        var sorted = byDeadline
            ? open.OrderBy(record => EF.Functions.Least(record.DueAt, record.CaseDueAt)).ThenBy(record => record.SubmittedAt)
            : open.OrderBy(record => record.SubmittedAt);
        return await RowsAsync(data, sorted.ThenBy(record => record.Id), page, cancellationToken);
    }

    /// <summary>Finds cases in any status, newest first; see <see cref="CaseSearch"/> for what may be typed.</summary>
    public async Task<IReadOnlyList<CaseRow>> SearchAsync(string text, int page, CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = await search.FindAsync(data, text, (Math.Max(page, 1) - 1) * PageSize, PageSize, cancellationToken);
        return await RowsAsync(
            data,
            data.Cases.AsNoTracking().Where(record => ids.Contains(record.Id)).OrderByDescending(record => record.Id),
            1,
            cancellationToken);
    }

    /// <summary>One case with everything its page shows; null when the number is unknown.</summary>
    public async Task<CaseView?> FindAsync(string number, CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        var record = await data.Cases.AsNoTracking().Include(item => item.Berkas).Include(item => item.Tasks).Include(item => item.Pauses)
            .AsSplitQuery()
            .SingleOrDefaultAsync(item => item.Number == number, cancellationToken);
        if (record is null) return null;
        return new CaseView
        {
            Record = record,
            Alur = await alurs.FindAsync(record.AlurVersion, cancellationToken),
            Files = await data.CaseFiles.AsNoTracking().Where(file => file.CaseId == record.Id).OrderBy(file => file.Id)
                .Join(
                    data.Media,
                    file => file.MediaId,
                    media => media.Id,
                    (file, media) => new CaseFile(file, media.Status, media.ContentType, media.Reason))
                .ToListAsync(cancellationToken),
            History = await data.CaseHistory.AsNoTracking().Where(line => line.CaseId == record.Id).OrderBy(line => line.Id)
                .ToListAsync(cancellationToken),
            Messages = await data.Outbox.AsNoTracking().Where(message => message.CaseId == record.Id).OrderBy(message => message.Id)
                .ToListAsync(cancellationToken),
            Receipts = await data.Receipts.AsNoTracking().Where(receipt => receipt.CaseId == record.Id).ToListAsync(cancellationToken),
            Handover = await data.Handovers.AsNoTracking()
                .SingleOrDefaultAsync(handover => handover.CaseId == record.Id, cancellationToken),
            StaffNames = await data.Staff.AsNoTracking()
                .ToDictionaryAsync(member => member.Id, member => member.FullName, cancellationToken),
        };
    }

    private static async Task<IReadOnlyList<CaseRow>> RowsAsync(
        BotDbContext data, IQueryable<CaseRecord> cases, int page, CancellationToken cancellationToken) =>
        await cases.Skip((Math.Max(page, 1) - 1) * PageSize).Take(PageSize)
            .Select(record => new CaseRow(
                record.Number,
                record.AlurId,
                record.AlurVersion,
                record.SubjectName,
                record.Status,
                record.StepId,
                record.StepRole,
                data.Set<StaffMember>().Where(member => member.Id == record.AssigneeId).Select(member => member.FullName).FirstOrDefault(),
                record.SubmittedAt,
                record.StepStartedAt,
                EF.Functions.Least(record.DueAt, record.CaseDueAt),
                record.AddressId != null))
            .ToListAsync(cancellationToken);
}
