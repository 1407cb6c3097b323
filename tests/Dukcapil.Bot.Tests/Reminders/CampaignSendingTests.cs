using Dukcapil.Bot.Core.Reminders.Campaigns;
using Dukcapil.Bot.Tests.Fixtures;
using Npgsql;

namespace Dukcapil.Bot.Tests.Reminders;

/// <summary>From frozen recipients to messages: once for each phone, and for nobody whom something speaks against.</summary>
public sealed class CampaignSendingTests(CampaignTown town) : IClassFixture<CampaignTown>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Phone_of_a_family_gets_one_message_and_everybody_on_it_counts_as_told()
    {
        const string place = "36.72.03.1001";
        Morning();
        var family = CampaignTown.NewPhone();
        for (var n = 0; n < 3; n++) await town.AddPersonAsync(family, place: place);
        var campaign = await town.ApproveAsync(town.Draft(place));
        await town.PumpAsync(2);
        var rows = await town.RecipientsAsync(campaign);
        // Any of the three may be the one whose message goes.
        var written = rows.Single(row => row.State == "queued");
        rows.Count(row => row.State == "covered").ShouldBe(2);
        rows.ShouldAllBe(row => row.ToldAt != null && row.AddressId == rows[0].AddressId);
        (await town.ReadAsync<string>($"select kind || topic || priority || timed from outbox where id = {written.OutboxId}")).ShouldBe(
            "pushperekaman2true");
    }

    [Theory]
    [InlineData("status = 'recorded'", "recorded")]
    [InlineData("status = 'died'", "died")]
    [InlineData("status = 'moved'", "moved")]
    [InlineData("phone_status = 'wrong'", "wrong-number")]
    [InlineData("phone_status = 'not_mine'", "not-mine")]
    [InlineData("phone_hash = '\\x01'", "number-changed")]
    public async Task What_changed_between_plan_and_turn_or_before_the_send_is_heeded(string change, string reason)
    {
        var place = $"36.72.03.2-{reason}";
        Morning();
        var (early, late) = (await town.AddPersonAsync(CampaignTown.NewPhone(), place: place), await town.AddPersonAsync(
            CampaignTown.NewPhone(), place: place));
        var campaign = await town.ApproveAsync(town.Draft(place));
        await town.ChangePersonAsync(early, change);
        await town.PumpAsync(2);
        (await town.RecipientAsync(campaign, early)).Reason.ShouldBe(reason);
        var waiting = await town.RecipientAsync(campaign, late);
        waiting.State.ShouldBe("queued");
        await town.ChangePersonAsync(late, change);
        (await town.RecipientAsync(campaign, late)).Reason.ShouldBe(reason);
        (await town.ReadAsync<string>($"select status from outbox where id = {waiting.OutboxId}")).ShouldBe("skipped");
        await town.PumpAsync(3);
        (await town.CampaignAsync(campaign)).State.ShouldBe(CampaignState.Finished);
    }

    [Fact]
    public async Task Who_stops_before_the_turn_or_before_the_send_gets_nothing()
    {
        const string place = "36.72.03.1003";
        Morning();
        var (early, late) = (await town.AddPersonAsync(CampaignTown.NewPhone(), place: place), await town.AddPersonAsync(
            CampaignTown.NewPhone(), place: place));
        var campaign = await town.ApproveAsync(town.Draft(place));
        await town.ExecuteAsync("select stop_address(address_of(phone_hash, null, phone_enc, now()), 'resident', now()) "
            + $"from unrecorded_people where id = {early}");
        await town.PumpAsync(2);
        (await town.RecipientAsync(campaign, early)).Reason.ShouldBe("stopped");
        var waiting = await town.RecipientAsync(campaign, late);
        await town.ExecuteAsync($"select stop_address({waiting.AddressId}, 'provider', now())");
        (await town.RecipientAsync(campaign, late)).Reason.ShouldBe("stopped");
        (await town.ReadAsync<string>($"select status from outbox where id = {waiting.OutboxId}")).ShouldBe("skipped");
    }

    [Fact]
    public async Task When_the_one_with_the_message_is_recorded_the_rest_of_the_family_still_gets_one()
    {
        const string place = "36.72.03.1004";
        Morning();
        var family = CampaignTown.NewPhone();
        var (first, second) = (await town.AddPersonAsync(family, place: place), await town.AddPersonAsync(family, place: place));
        var campaign = await town.ApproveAsync(town.Draft(place));
        await town.PumpAsync(2);
        await town.ChangePersonAsync(first, "status = 'recorded'");
        await town.PumpAsync(2);
        (await town.RecipientAsync(campaign, first)).Reason.ShouldBe("recorded");
        (await town.RecipientAsync(campaign, second)).State.ShouldBe("queued");
    }

    [Fact]
    public async Task Second_campaign_keeps_its_distance_to_the_first()
    {
        const string place = "36.72.03.1005";
        Morning();
        await town.AddPeopleAsync(1, place);
        var first = await town.ApproveAsync(town.Draft(place));
        await town.PumpAsync(2);
        await town.SettleAsync(first, "sent");
        var soon = await town.ApproveAsync(town.Draft(place));
        await town.PumpAsync(2);
        (await town.RecipientsAsync(soon)).Single().Reason.ShouldBe("too-soon");
        town.Clock.Advance(TimeSpan.FromDays(31));
        var later = await town.ApproveAsync(town.Draft(place) with { MostAYear = 1 });
        await town.PumpAsync(2);
        (await town.RecipientsAsync(later)).Single().Reason.ShouldBe("most");
        var allowed = await town.ApproveAsync(town.Draft(place));
        await town.PumpAsync(2);
        (await town.RecipientsAsync(allowed)).Single().State.ShouldBe("queued");
    }

    [Fact]
    public async Task Two_hosts_at_once_write_everybody_exactly_one_message()
    {
        const string place = "36.72.03.1006";
        Morning();
        await town.AddPeopleAsync(120, place);
        var campaign = await town.ApproveAsync(town.Draft(place));
        for (var second = 0; second < 12; second++)
        {
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => town.Pump.RunAsync(Cancel)));
            await town.SettleAsync(campaign, "sent");
            town.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        (await town.RecipientsAsync(campaign)).ShouldAllBe(row => row.State == "queued" && row.Round == 1);
        (await town.ReadAsync<long>($"select count(*) from outbox where dedupe_key like 'pengingat/{campaign}/%'")).ShouldBe(120);
        (await town.CampaignAsync(campaign)).State.ShouldBe(CampaignState.Finished);
    }

    [Fact]
    public async Task Block_that_is_cut_off_before_its_commit_leaves_nothing_and_is_written_again()
    {
        const string place = "36.72.03.1007";
        Morning();
        await town.AddPeopleAsync(5, place);
        var campaign = await town.ApproveAsync(town.Draft(place));
        await using (var connection = await town.Services.Need<NpgsqlDataSource>().OpenConnectionAsync(Cancel))
        {
            await using var transaction = await connection.BeginTransactionAsync(Cancel);
            var now = town.Clock.GetUtcNow();
            await using var block = new NpgsqlCommand(
                $"select queued from write_campaign_block({campaign}, '{now:O}', '{now.AddHours(1):O}', '{now:O}', 100, '\\x00', '\\x00')",
                connection);
            (await block.ExecuteScalarAsync(Cancel)).ShouldBe(5);
            await town.PumpAsync(); // Another host finds the rows locked.
        }

        (await town.FiguresAsync(campaign)).Planned.ShouldBe(5);
        await town.PumpAsync(2);
        (await town.FiguresAsync(campaign)).Waiting.ShouldBe(5);
    }

    [Fact]
    public async Task Person_whose_change_is_under_way_is_left_to_the_next_block()
    {
        const string place = "36.72.03.1008";
        Morning();
        var (busy, free) = (await town.AddPersonAsync(CampaignTown.NewPhone(), place: place), await town.AddPersonAsync(
            CampaignTown.NewPhone(), place: place));
        var campaign = await town.ApproveAsync(town.Draft(place));
        await using (var connection = await town.Services.Need<NpgsqlDataSource>().OpenConnectionAsync(Cancel))
        {
            await using var transaction = await connection.BeginTransactionAsync(Cancel);
            await using var change = new NpgsqlCommand(
                $"update unrecorded_people set status = 'recorded', updated_at = now(), actor_kind = 'import' where id = {busy}",
                connection);
            await change.ExecuteNonQueryAsync(Cancel);
            await town.PumpAsync(2);
            (await town.RecipientAsync(campaign, busy)).State.ShouldBe("planned");
            (await town.RecipientAsync(campaign, free)).State.ShouldBe("queued");
            await transaction.CommitAsync(Cancel);
        }

        await town.PumpAsync(2);
        (await town.RecipientAsync(campaign, busy)).Reason.ShouldBe("recorded");
    }

    [Fact]
    public async Task Number_without_WhatsApp_is_noted_for_everybody_it_was_given_for()
    {
        const string place = "36.72.03.1009";
        Morning();
        var family = CampaignTown.NewPhone();
        var (first, second) = (await town.AddPersonAsync(family, place: place), await town.AddPersonAsync(family, place: place));
        var campaign = await town.ApproveAsync(town.Draft(place));
        await town.PumpAsync(2);
        await town.SettleAsync(campaign, "failed", 63003);
        (await town.ReadAsync<long>($"select count(*) from unrecorded_people where id in ({first}, {second}) and phone_status = 'wrong'"))
            .ShouldBe(2);
        (await town.FiguresAsync(campaign)).Failed.ShouldBe(1);
    }

    [Fact]
    public async Task Message_of_a_campaign_goes_after_every_answer_and_piece_of_news()
    {
        const string place = "36.72.03.1010";
        Morning();
        await town.ExecuteAsync("update outbox set status = 'sent' where status = 'pending'");
        await town.AddPeopleAsync(2, place);
        await town.ApproveAsync(town.Draft(place));
        await town.PumpAsync(2);
        await town.ExecuteAsync(
            $"""
            insert into outbox (address_id, kind, topic, priority, content_enc, created_at, not_before, updated_at)
            select address_of('\x77', null, '\x00', now()), 'push', 'kabar', 1, content_enc, created_at, not_before, updated_at from outbox
              where status = 'pending' limit 1
            """);
        await town.ExecuteAsync("delete from send_budgets");
        var waiting = await town.ReadAsync<long>("select count(*) from outbox where status = 'pending'");
        waiting.ShouldBe(3);
        await using var claim = town.Services.Need<NpgsqlDataSource>()
            .CreateCommand("select topic from claim_messages('uji', 10, 100, $1, $1, 2, $1)");
        claim.Parameters.Add(new() { Value = town.Clock.GetUtcNow() });
        (await claim.ExecuteScalarAsync(Cancel)).ShouldBe("kabar");
    }

    private void Morning() =>
        town.Clock.AdjustTime(town.Clock.GetUtcNow() > CampaignTown.At(0, 9) ? town.Clock.GetUtcNow() : CampaignTown.At(0, 9));
}
