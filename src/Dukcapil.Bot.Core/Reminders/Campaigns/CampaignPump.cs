using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Reminders.Campaigns.Records;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Dukcapil.Bot.Core.Reminders.Campaigns;

/// <summary>
/// Moves recipients of running campaigns into the outbox in blocks worth a few seconds of sending. Safe on any number of hosts: an
/// advisory lock lets one write at a time. A block is one transaction, so an interrupted one leaves nothing.
/// </summary>
public sealed class CampaignPump(
    IDbContextFactory<BotDbContext> contexts, QuietDays quiet, CampaignPace pace, CampaignContent content, OutboxSignal outbox,
    IOptions<CampaignOptions> options, OfficeClock clock)
{
    /// <summary>Most recipients of one transaction, so that its row locks are short.</summary>
    private const int BlockSize = 500;

    /// <summary>Key of the advisory lock that a writer of blocks holds ('kampanye' as a number).</summary>
    private const long BlockLock = 0x6B616D70616E7965;

    private const string Waiting = "select count(*)::integer from outbox where status = 'pending' and priority = 2 and not_before <= $1";

    private const string Block = "select queued, covered, held, skipped from write_campaign_block($1, $2, $3, $4, $5, $6, $7)";

    private const string End = """
        update campaign_recipients set state = 'skipped', reason = 'ended' where campaign_id = $1 and state = 'planned'
        """;

    // What is unknown may still have to be sent again.
    private const string Finish = """
        with done as (
          update campaigns c set state = 'Finished', ended_at = $2 where id = $1 and state = 'Running'
            and not exists (select from campaign_recipients r where r.campaign_id = c.id and r.state = 'planned')
            and not exists (select from campaign_recipients r join outbox o on o.id = r.outbox_id
                            where r.campaign_id = c.id and r.state = 'queued' and o.status in ('pending', 'sending', 'unknown'))
          returning id)
        insert into campaign_history (campaign_id, at, act) select id, $2, 'Finished' from done
        """;

    /// <summary>
    /// Writes the next block of every running campaign, as large as its pace, the quiet hours and the outbox allow. Returns the number of
    /// recipients processed.
    /// </summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var window = await quiet.WindowAsync(cancellationToken);
        var moved = 0;
        foreach (var id in await RunningAsync(cancellationToken))
        {
            for (var block = BlockSize; block == BlockSize; moved += block) block = await BlockAsync(id, window, cancellationToken);
        }

        return moved;
    }

    private async Task<List<long>> RunningAsync(CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        return await data.Campaigns.Where(campaign => campaign.State == CampaignState.Running && campaign.StartsAt <= clock.Now)
            .OrderBy(campaign => campaign.Id).Select(campaign => campaign.Id).ToListAsync(cancellationToken);
    }

    private async Task<int> BlockAsync(long id, SendWindow window, CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await data.Database.BeginTransactionAsync(cancellationToken);
        var connection = (NpgsqlConnection)data.Database.GetDbConnection();
        if (!await ReadAsync(
            connection, "select pg_try_advisory_xact_lock($1)", row => row.GetBoolean(0), cancellationToken, BlockLock)) return 0;
        // Staff who pause or stop it at this moment go first.
        var campaign = await data.Campaigns.FromSql($"select * from campaigns where id = {id} for update skip locked")
            .SingleOrDefaultAsync(cancellationToken);
        if (campaign is not { State: CampaignState.Running }) return 0;
        var moved = await MoveAsync(connection, campaign, window, cancellationToken);
        await data.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        if (moved > 0) outbox.Signal.Raise();
        return moved;
    }

    private async Task<int> MoveAsync(
        NpgsqlConnection connection, CampaignRecord campaign, SendWindow window, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        if (now >= campaign.EndsAt)
        {
            await ExecuteAsync(connection, End, cancellationToken, campaign.Id);
            await ExecuteAsync(connection, Finish, cancellationToken, campaign.Id, now);
            return 0;
        }

        if (!window.IsOpen(clock.Local(now))) return 0;
        var closes = clock.At(window.ClosesAfter(clock.Local(now))) - options.Value.Margin;
        if (closes > campaign.EndsAt) closes = campaign.EndsAt;
        if (now >= closes || await CountAsync(connection, campaign, now, cancellationToken) is not (> 0 and var count)) return 0;
        var moved = await WriteAsync(connection, campaign, count, closes, cancellationToken);
        if (moved == 0) await ExecuteAsync(connection, Finish, cancellationToken, campaign.Id, now);
        return moved;
    }

    private async Task<int> CountAsync(
        NpgsqlConnection connection, CampaignRecord campaign, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var waiting = await ReadAsync(connection, Waiting, row => row.GetInt32(0), cancellationToken, now);
        var (count, used) = pace.Next(campaign.PerMinute, campaign.PacedUntil, waiting, BlockSize, now);
        campaign.PacedUntil = used;
        return count;
    }

    private Task<int> WriteAsync(
        NpgsqlConnection connection, CampaignRecord campaign, int count, DateTimeOffset closes, CancellationToken cancellationToken) =>
        ReadAsync(
            connection, Block, row => row.GetInt32(0) + row.GetInt32(1) + row.GetInt32(2) + row.GetInt32(3), cancellationToken,
            campaign.Id, clock.Now, closes, clock.Now.AddDays(-options.Value.LaterDays), count,
            content.Seal(campaign.Kind, campaign.TextId, Language.Id),
            content.Seal(campaign.Kind, campaign.TextEn ?? campaign.TextId, campaign.TextEn is null ? Language.Id : Language.En));

    private static async Task<T> ReadAsync<T>(
        NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken,
        params object[] values)
    {
        await using var command = CommandOf(connection, sql, values);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return read(reader);
    }

    private static async Task ExecuteAsync(
        NpgsqlConnection connection, string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = CommandOf(connection, sql, values);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static NpgsqlCommand CommandOf(NpgsqlConnection connection, string sql, object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
