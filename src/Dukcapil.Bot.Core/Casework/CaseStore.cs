using Dukcapil.Bot.Core.Casework.Records;
using Dukcapil.Bot.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Casework;

/// <summary>Reads cases for change: the row is locked until the caller's transaction ends, so two people take turns.</summary>
public sealed class CaseStore(AlurVersions alurs, CaseMessages messages, CaseClosing closing)
{
    /// <summary>Locks the case of a number and reads it with its papers and ticks; null when there is none.</summary>
    public Task<CaseEdit?> LockAsync(BotDbContext data, string number, CancellationToken cancellationToken) =>
        ReadAsync(data, data.Cases.FromSql($"select *, xmin from cases where number = {number} for no key update"), cancellationToken);

    /// <summary>Locks a case unless somebody else holds it; null then, too.</summary>
    public Task<CaseEdit?> TryLockAsync(BotDbContext data, long id, CancellationToken cancellationToken) =>
        ReadAsync(data, data.Cases.FromSql($"select *, xmin from cases where id = {id} for no key update skip locked"), cancellationToken);

    private async Task<CaseEdit?> ReadAsync(BotDbContext data, IQueryable<CaseRecord> locked, CancellationToken cancellationToken)
    {
        if (await locked.AsTracking().SingleOrDefaultAsync(cancellationToken) is not { } record) return null;
        await data.Entry(record).Collection(item => item.Berkas).LoadAsync(cancellationToken);
        await data.Entry(record).Collection(item => item.Tasks).LoadAsync(cancellationToken);
        await data.Entry(record).Collection(item => item.Pauses).LoadAsync(cancellationToken);
        return new CaseEdit(data, record, await alurs.FindAsync(record.AlurVersion, cancellationToken), messages, closing);
    }
}
