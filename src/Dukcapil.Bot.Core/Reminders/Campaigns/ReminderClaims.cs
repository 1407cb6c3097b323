using System.Globalization;
using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Data.Protection;
using Dukcapil.Bot.Core.Reminders.Campaigns.Records;
using Dukcapil.Bot.Core.Staff;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Dialogs.Recognizers;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Reminders.Campaigns;

/// <summary>
/// What residents said in answer to reminders, for staff to compare with SIAK. Only an officer's decision changes the register; until then,
/// and after a confirmation, no reminder goes to the person.
/// </summary>
public sealed class ReminderClaims(IDbContextFactory<BotDbContext> contexts, PersonalDataCipher cipher, OfficeClock clock)
{
    private const int MostListed = 200;

    /// <summary>How many wait for a decision.</summary>
    public async Task<int> CountOpenAsync(CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        return await data.ReminderClaims.CountAsync(claim => claim.State == ClaimState.Open, cancellationToken);
    }

    /// <summary>Those that wait, oldest first.</summary>
    public async Task<IReadOnlyList<ReminderClaim>> ListOpenAsync(CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await (from claim in data.ReminderClaims
                          where claim.State == ClaimState.Open
                          join person in data.UnrecordedPeople on claim.PersonId equals person.Id
                          join recipient in data.CampaignRecipients on claim.RecipientId equals recipient.Id
                          join campaign in data.Campaigns on recipient.CampaignId equals campaign.Id
                          orderby claim.Id
                          select new
                          {
                              claim.Id,
                              claim.PersonId,
                              claim.Kind,
                              claim.SaidAt,
                              campaign.Title,
                              person.NameEnc,
                              person.NikEnc,
                              person.KelurahanCode,
                          }).Take(MostListed).AsNoTracking().ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new ReminderClaim(
            row.Id, row.PersonId, row.Kind, row.SaidAt, row.Title, NameMask.Of(cipher.DecryptText(row.NameEnc))!,
            IdMask.Mask(cipher.DecryptText(row.NikEnc)), row.KelurahanCode));
    }

    /// <summary>
    /// Name, NIK and birth date of one claim in full; the look is logged first. Null when there is no such claim, and for a desk that may
    /// not see people in full.
    /// </summary>
    public async Task<ReminderPerson?> ReadAsync(long claimId, StaffActor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (!ViewRights.MaySee(Sight.Person, by.Role)) return null;
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        var person = await (from claim in data.ReminderClaims
                            where claim.Id == claimId
                            join one in data.UnrecordedPeople on claim.PersonId equals one.Id
                            select one).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (person is null) return null;
        data.AccessLog.Add(new AccessRecord { At = clock.Now, StaffId = by.Id, What = AccessedData.Person, PersonId = person.Id });
        await data.SaveChangesAsync(cancellationToken);
        return new ReminderPerson(claimId, cipher.DecryptText(person.NameEnc), cipher.DecryptText(person.NikEnc), person.BirthDate);
    }

    /// <summary>
    /// Decides on a claim. Confirmed, the person is recorded, or the number is no longer theirs. Refused:
    /// <see cref="CampaignRefusals.Missing"/>, <see cref="CampaignRefusals.Decided"/>.
    /// </summary>
    public async Task<Outcome> DecideAsync(long claimId, bool isTrue, StaffActor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await data.Database.BeginTransactionAsync(cancellationToken);
        var claim = await data.ReminderClaims.FromSql($"select * from reminder_claims where id = {claimId} for update")
            .SingleOrDefaultAsync(cancellationToken);
        if (claim is null) return Outcome.Refused(CampaignRefusals.Missing);
        if (claim.State != ClaimState.Open) return Outcome.Refused(CampaignRefusals.Decided);
        (claim.State, claim.DecidedBy, claim.DecidedAt) = (isTrue ? ClaimState.Confirmed : ClaimState.Refused, by.Id, clock.Now);
        data.CampaignHistory.Add(new CampaignChangeRecord
        {
            CampaignId = await data.CampaignRecipients.Where(one => one.Id == claim.RecipientId).Select(one => one.CampaignId)
                .SingleAsync(cancellationToken),
            At = clock.Now,
            StaffId = by.Id,
            Act = isTrue ? "ClaimConfirmed" : "ClaimRefused",
            Detail = new(StringComparer.Ordinal) { ["claim"] = claimId.ToString(CultureInfo.InvariantCulture), ["kind"] = claim.Kind },
        });
        await data.SaveChangesAsync(cancellationToken);
        if (isTrue) await ApplyAsync(data, claim, by, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }

    private Task<int> ApplyAsync(BotDbContext data, ReminderClaimRecord claim, StaffActor by, CancellationToken cancellationToken) =>
        claim.Kind == "recorded"
            ? data.Database.ExecuteSqlAsync(
                $"""
                update unrecorded_people set status = 'recorded', updated_at = {clock.Now}, actor_kind = 'staff', actor_id = {by.Id},
                  reason = 'jawaban-dicocokkan' where id = {claim.PersonId} and status = 'unrecorded'
                """, cancellationToken)
            : data.Database.ExecuteSqlAsync(
                $"""
                update unrecorded_people set phone_status = 'not_mine', updated_at = {clock.Now}, actor_kind = 'staff', actor_id = {by.Id},
                  reason = 'nomor-bukan-miliknya' where id = {claim.PersonId} and phone_hash is not null
                """, cancellationToken);
}
