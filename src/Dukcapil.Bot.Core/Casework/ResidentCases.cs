using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Dukcapil.Bot.Core.Casework;

/// <summary>What residents see of their cases, from the phone the case belongs to. Other phones learn nothing.</summary>
public sealed class ResidentCases(CaseOperations cases, OfficeClock clock)
{
    /// <summary>Closed cases stay in the list for this long.</summary>
    private static readonly TimeSpan ShowClosed = TimeSpan.FromDays(90);

    private const string List = """
        select number, alur_version, subject_name, status from cases where address_id = $1 and (closed_at is null or closed_at > $2)
        order by closed_at is not null, id desc limit 10
        """;

    private const string Find = """
        select c.alur_version, c.subject_name, c.status, c.step_id, c.reason, c.hold_until, coalesce(c.closed_at, c.step_started_at), b.item_id, b.status, b.reason, c.id
        from cases c left join case_berkas b on b.case_id = c.id where c.number = $1 and c.address_id = $2
        """;

    /// <summary>The cases of a phone, newest first, at most ten: as many as a list shows.</summary>
    public async Task<IReadOnlyList<ResidentCase>> ListAsync(
        NpgsqlConnection connection, long addressId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(List, connection)
        {
            Parameters = { new() { Value = addressId }, new() { Value = clock.Now - ShowClosed } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var list = new List<ResidentCase>();
        while (await reader.ReadAsync(cancellationToken))
            list.Add(
                new ResidentCase(reader.GetString(0), reader.GetString(1), reader.GetString(2), Enum.Parse<CaseStatus>(reader.GetString(3))));
        return list;
    }

    /// <summary>Reads a case of this phone; null when the number is unknown or belongs to another phone.</summary>
    public static async Task<FoundCase?> FindAsync(
        NpgsqlConnection connection, long addressId, string number, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Find, connection)
        {
            Parameters = { new() { Value = number }, new() { Value = addressId } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        FoundCase? found = null;
        while (await reader.ReadAsync(cancellationToken))
        {
            found ??= new FoundCase(
                number, reader.GetString(0), reader.GetString(1), Enum.Parse<CaseStatus>(reader.GetString(2)), reader.GetString(3),
                reader.IsDBNull(4) ? null : reader.GetString(4), reader.IsDBNull(5) ? null : reader.GetFieldValue<DateTimeOffset>(5),
                reader.GetFieldValue<DateTimeOffset>(6), reader.GetInt64(10), []);
            if (!reader.IsDBNull(7))
                found.Papers.Add(new PaperStanding(
                    reader.GetString(7), Enum.Parse<BerkasStatus>(reader.GetString(8)), reader.IsDBNull(9) ? null : reader.GetString(9)));
        }

        return found;
    }

    /// <summary>The papers that a phone was asked to send again, oldest case first.</summary>
    public static async Task<IReadOnlyList<AskedPaper>> AskedAgainAsync(
        BotDbContext data, long addressId, CancellationToken cancellationToken) =>
        await (from record in data.Cases.AsNoTracking()
               join berkas in data.CaseBerkas on record.Id equals berkas.CaseId
               where record.AddressId == addressId && record.Status == CaseStatus.AwaitingResident
                   && berkas.Status == BerkasStatus.ReplacementNeeded
               orderby record.Id, berkas.ItemId
               select new AskedPaper(record.Number, record.AlurVersion, berkas.ItemId, berkas.Reason ?? "")).ToListAsync(cancellationToken);

    /// <summary>The paper that a phone sent again since a moment and nobody has judged since; null when there is none.</summary>
    public static async Task<(string Number, string ItemId)?> JustResentAsync(
        BotDbContext data, long addressId, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var last = await (from line in data.CaseHistory.AsNoTracking()
                          join record in data.Cases on line.CaseId equals record.Id
                          where record.AddressId == addressId && record.ClosedAt == null && line.Action == CaseEvent.BerkasResent
                              && line.At >= since
                          orderby line.Id descending
                          select new { record.Id, record.Number, line.After }).FirstOrDefaultAsync(cancellationToken);
        if (last?.After?["berkas"] is not { } itemId) return null;
        var waits = await data.CaseBerkas.AnyAsync(
            berkas => berkas.CaseId == last.Id && berkas.ItemId == itemId && berkas.Status == BerkasStatus.Sent, cancellationToken);
        return waits ? (last.Number, itemId) : null;
    }

    /// <summary>
    /// Adds photos to a paper of this phone that was sent again a moment ago (an album comes as one message for each picture). Null when
    /// there is no such case.
    /// </summary>
    public async Task<CaseChange?> JoinAsync(
        BotDbContext data, long addressId, string number, string itemId, IReadOnlyList<Guid> media, CancellationToken cancellationToken)
    {
        var command = new CaseCommand(CaseRequest.Resend(itemId)) { Number = number, AddressId = addressId };
        if (await cases.LockAsync(data, command, Actor.Resident, cancellationToken) is not { } change) return null;
        change.AddFiles(itemId, media);
        change.Note(CaseEvent.BerkasResent, null, [("berkas", itemId)]);
        await data.SaveChangesAsync(cancellationToken);
        return change;
    }
}

/// <summary>A case as its phone sees it in a list.</summary>
/// <param name="Number">Case number.</param>
/// <param name="AlurVersion">Version of its procedure.</param>
/// <param name="SubjectName">For whom.</param>
/// <param name="Status">Where it stands.</param>
public sealed record ResidentCase(string Number, string AlurVersion, string SubjectName, CaseStatus Status);

/// <summary>A case as its phone asks for it.</summary>
/// <param name="Number">Case number.</param>
/// <param name="AlurVersion">Version of its procedure.</param>
/// <param name="SubjectName">For whom.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="StepId">At which step.</param>
/// <param name="Reason">Why it is held or was rejected, as the officer wrote it; or null.</param>
/// <param name="HeldUntil">Held until then; or null.</param>
/// <param name="Since">When it ended, or came to this step.</param>
/// <param name="Id">Its key.</param>
/// <param name="Papers">Its papers.</param>
public sealed record FoundCase(
    string Number, string AlurVersion, string SubjectName, CaseStatus Status, string StepId, string? Reason, DateTimeOffset? HeldUntil, DateTimeOffset Since,
    long Id, IList<PaperStanding> Papers);

/// <summary>A paper that was asked for again.</summary>
/// <param name="Number">Case number.</param>
/// <param name="AlurVersion">Version of its procedure.</param>
/// <param name="ItemId">The paper.</param>
/// <param name="Reason">Why, as the officer wrote it.</param>
public sealed record AskedPaper(string Number, string AlurVersion, string ItemId, string Reason);
