using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Data.Protection;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Staff;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Dialogs.Recognizers;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Information.Complaints;

/// <summary>
/// Looks complaints up for officers. Lists show no texts; opening one writes the access log before anything is shown (UU PDP 27/2022 Pasal
/// 31), and masks the numbers in it.
/// </summary>
public sealed class ComplaintReader(IDbContextFactory<BotDbContext> contexts, PersonalDataCipher cipher, OfficeClock clock)
{
    private const int MostListed = 200;

    /// <summary>The complaints that an officer may see: those about money first, then the oldest.</summary>
    /// <param name="by">Who looks.</param>
    /// <param name="state">Only those in this state; null for all that are not closed.</param>
    /// <param name="cancellationToken">Stops the operation.</param>
    public async Task<IReadOnlyList<ComplaintLine>> ListAsync(StaffActor by, ComplaintState? state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        var seesAll = ComplaintRules.MaySee(forHeads: true, by.Role);
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        var lines = await (from complaint in data.Complaints.AsNoTracking()
                           join member in data.Staff on complaint.AssigneeId equals (Guid?)member.Id into assignees
                           from assignee in assignees.DefaultIfEmpty()
                           where (seesAll || !complaint.ForHeads)
                               && (state == null ? complaint.State != ComplaintState.Closed : complaint.State == state)
                           orderby complaint.IsMoney descending, complaint.CreatedAt
                           select new { complaint, Name = assignee == null ? null : assignee.FullName })
            .Take(MostListed).ToListAsync(cancellationToken);
        return lines.ConvertAll(line => new ComplaintLine(line.complaint, line.Name));
    }

    /// <summary>One complaint with everything that was said; null when there is none that the officer may see.</summary>
    public async Task<ComplaintFile?> OpenAsync(long id, StaffActor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        var complaint = await data.Complaints.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellationToken);
        if (complaint is null || !ComplaintRules.MaySee(complaint.ForHeads, by.Role)) return null;
        data.AccessLog
            .Add(new AccessRecord { At = clock.Now, StaffId = by.Id, CaseId = complaint.CaseId, ComplaintId = id, What = AccessedData.Complaint });
        await data.SaveChangesAsync(cancellationToken);
        var events = await (from one in data.ComplaintEvents.AsNoTracking()
                            join member in data.Staff on one.StaffId equals (Guid?)member.Id into staff
                            from officer in staff.DefaultIfEmpty()
                            where one.ComplaintId == id
                            orderby one.Id
                            select new { one, Name = officer == null ? null : officer.FullName }).ToListAsync(cancellationToken);
        var number = await data.Cases.Where(record => record.Id == complaint.CaseId).Select(record => record.Number)
            .SingleOrDefaultAsync(cancellationToken);
        var address = await data.Addresses.AsNoTracking().SingleAsync(one => one.Id == complaint.AddressId, cancellationToken);
        return new ComplaintFile(complaint, number, !address.IsNobody, events.ConvertAll(line => new ComplaintEntry(
            line.one.At, line.one.Action, line.Name, line.one.TextEnc is { } text ? IdMask.InText(cipher.DecryptText(text)) : null)));
    }
}

/// <summary>A line of the list.</summary>
/// <param name="Complaint">The complaint.</param>
/// <param name="Assignee">Who looks into it, or null.</param>
public sealed record ComplaintLine(ComplaintRecord Complaint, string? Assignee);

/// <summary>A complaint with its history.</summary>
/// <param name="Complaint">The complaint.</param>
/// <param name="CaseNumber">The case it is about, or null.</param>
/// <param name="CanBeTold">False once the resident has had their data erased: no number is left to answer to.</param>
/// <param name="Entries">What happened, oldest first.</param>
public sealed record ComplaintFile(ComplaintRecord Complaint, string? CaseNumber, bool CanBeTold, IReadOnlyList<ComplaintEntry> Entries);

/// <summary>Something that happened to a complaint.</summary>
/// <param name="At">When.</param>
/// <param name="Action">See <see cref="ComplaintEventRecord.Action"/>.</param>
/// <param name="Staff">The officer's name; null for the resident.</param>
/// <param name="Text">What was said, or null.</param>
public sealed record ComplaintEntry(DateTimeOffset At, string Action, string? Staff, string? Text);
