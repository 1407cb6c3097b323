using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Core.Reminders.Campaigns;

/// <summary>
/// Attributes an answer to the latest reminder sent to that phone within <see cref="CampaignOptions.AnswerDays"/>; it applies to everybody
/// the message was for. Runs within the turn's transaction.
/// </summary>
public sealed class ReminderAnswers(OfficeClock clock, IOptions<CampaignOptions> options)
{
    /// <summary>Notes an answer: <c>record, recorded, not_mine, later</c>. False when no reminder stands.</summary>
    public async Task<bool> NoteAsync(BotDbContext data, long addressId, string answer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(data);
        var now = clock.Now;
        var since = now.AddDays(-options.Value.AnswerDays);
        // A claim is made once for each person, however often it is said; staff confirm it.
        var noted = await data.Database.SqlQuery<int>(
            $"""
            with told as (
              select r.id from campaign_recipients r
              where r.address_id = {addressId} and r.told_at > {since} and r.person_id is not null and r.campaign_id = (
                select e.campaign_id from campaign_recipients e
                where e.address_id = {addressId} and e.told_at > {since} and e.person_id is not null
                order by e.told_at desc limit 1)),
            noted as (
              update campaign_recipients r set answer = {answer}, answered_at = {now}
              from told where r.id = told.id returning r.id, r.person_id),
            said as (
              insert into reminder_claims (person_id, address_id, recipient_id, kind, said_at)
              select n.person_id, {addressId}, n.id, {answer}, {now}
              from noted n join unrecorded_people p on p.id = n.person_id and p.status = 'unrecorded'
              where {answer} in ('recorded', 'not_mine')
              on conflict (person_id) where state = 'Open' do nothing)
            select count(*)::integer as "Value" from noted
            """).ToListAsync(cancellationToken);
        if (noted[0] > 0 && answer is "recorded" or "not_mine") await WithdrawAsync(data, addressId, now, cancellationToken);
        return noted[0] > 0;
    }

    // While staff check what was said of somebody, no reminder goes to that person.
    private static Task<int> WithdrawAsync(BotDbContext data, long addressId, DateTimeOffset now, CancellationToken cancellationToken) =>
        data.Database.ExecuteSqlAsync(
            $"""
            select withdraw_campaign_messages(array(
              select r.id from reminder_claims m join campaign_recipients r on r.person_id = m.person_id
              where m.address_id = {addressId} and m.said_at = {now} and r.state = 'queued' and r.told_at is not null),
              'claimed', 'jawaban-diperiksa', {now})
            """, cancellationToken);
}
