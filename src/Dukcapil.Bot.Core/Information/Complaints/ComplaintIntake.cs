using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Data.Protection;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Information.Complaints;

/// <summary>What residents do with complaints in chat, within the turn's transaction. A phone knows only its own.</summary>
public sealed class ComplaintIntake(PersonalDataCipher cipher, ComplaintSorter sorter, OfficeClock clock)
{
    /// <summary>How long after an answer a resident may say that it is not settled.</summary>
    public static readonly TimeSpan MayReopen = TimeSpan.FromDays(30);

    /// <summary>Stores a complaint. Returns its number.</summary>
    public async Task<string> MakeAsync(BotDbContext data, NewComplaint made, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(made);
        var complaint = new ComplaintRecord
        {
            AddressId = made.AddressId,
            CaseId = await data.Cases.Where(record => record.AddressId == made.AddressId && record.Number == made.CaseNumber)
                .Select(record => (long?)record.Id)
                .SingleOrDefaultAsync(cancellationToken),
            MayCall = made.MayCall,
            IsMoney = sorter.SpeaksOfMoney(made.Text),
            ForHeads = !sorter.IsPlainlyHarmless(made.Text),
            State = ComplaintState.New,
            CreatedAt = clock.Now,
            UpdatedAt = clock.Now,
        };
        data.Complaints.Add(complaint);
        await data.SaveChangesAsync(cancellationToken);
        await NoteAsync(data, complaint.Id, "made", made.Text, cancellationToken);
        return ComplaintNumber.Of(complaint.Id);
    }

    /// <summary>The complaints of a phone, newest first.</summary>
    public static async Task<IReadOnlyList<ComplaintRecord>> OfAsync(BotDbContext data, long addressId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(data);
        return await data.Complaints.AsNoTracking().Where(complaint => complaint.AddressId == addressId)
            .OrderByDescending(complaint => complaint.Id)
            .Take(9)
            .ToListAsync(cancellationToken);
    }

    /// <summary>A complaint of a phone by its number; null for any other number.</summary>
    public static async Task<ComplaintRecord?> FindAsync(
        BotDbContext data, long addressId, string number, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(data);
        return ComplaintNumber.Parse(number) is { } id
            ? await data.Complaints.AsNoTracking()
                .SingleOrDefaultAsync(complaint => complaint.Id == id && complaint.AddressId == addressId, cancellationToken)
            : null;
    }

    /// <summary>What the office answered last; null while it has not.</summary>
    public async Task<string?> AnswerAsync(BotDbContext data, long complaintId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(data);
        var text = await data.ComplaintEvents.Where(one => one.ComplaintId == complaintId && one.Action == "answered")
            .OrderByDescending(one => one.Id)
            .Select(one => one.TextEnc)
            .FirstOrDefaultAsync(cancellationToken);
        return text is null ? null : cipher.DecryptText(text);
    }

    /// <summary>The answered complaint that a phone may say is not settled: the one answered last; null when there is none.</summary>
    public async Task<ComplaintRecord?> AnsweredAsync(BotDbContext data, long addressId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(data);
        var since = clock.Now - MayReopen;
        var states = ComplaintRules.Machine.StatesFor(ComplaintAct.Reopen).Select(state => state.ToString()).ToArray();
        return await data.Complaints.FromSql(
            $"""
            select *, xmin from complaints where address_id = {addressId} and state = any({states}) and updated_at >= {since}
            order by updated_at desc, id desc limit 1 for update
            """).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Opens a complaint again because the resident says that it is not settled. It keeps its officer.</summary>
    public async Task ReopenAsync(BotDbContext data, ComplaintRecord complaint, string text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(complaint);
        var decision = ComplaintRules.Machine.Decide(complaint.State, ComplaintAct.Reopen, new(complaint.ForHeads, null));
        (complaint.State, complaint.UpdatedAt) = (decision.State, clock.Now);
        // A later text can only restrict a complaint to heads, never open it to desks.
        complaint.ForHeads |= !sorter.IsPlainlyHarmless(text);
        await NoteAsync(data, complaint.Id, "reopened", text, cancellationToken);
    }

    private async Task NoteAsync(BotDbContext data, long complaintId, string action, string text, CancellationToken cancellationToken)
    {
        data.ComplaintEvents.Add(
            new ComplaintEventRecord { ComplaintId = complaintId, At = clock.Now, Action = action, TextEnc = cipher.Encrypt(text) });
        await data.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>A complaint as it was made in chat.</summary>
/// <param name="AddressId">Who complains.</param>
/// <param name="Text">What happened, in the resident's words.</param>
/// <param name="CaseNumber">The case it is about, or null; one of another phone is not taken.</param>
/// <param name="MayCall">Whether the office may call.</param>
public sealed record NewComplaint(long AddressId, string Text, string? CaseNumber, bool MayCall);
