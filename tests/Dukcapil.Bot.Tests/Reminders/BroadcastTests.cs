using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Reminders.Campaigns;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Bot.Tests.Reminders;

/// <summary>Announcements to who asked for a topic or has an open case: the same guard rails as reminders.</summary>
public sealed class BroadcastTests(CampaignTown town) : IClassFixture<CampaignTown>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Subscribers_and_residents_with_an_open_case_are_told_once_each()
    {
        Morning();
        var (subscriber, both, neither) = (await ResidentAsync("kabar-kantor"), await ResidentAsync("kabar-kantor"), await ResidentAsync(
            "lain"));
        await OpenCaseAsync(both);
        var applicant = await ResidentAsync(null);
        await OpenCaseAsync(applicant);
        var audience = new CampaignAudience { Topic = "kabar-kantor", OpenCases = true };
        (await town.Services.Need<AudienceReader>().PreviewAsync(CampaignKind.Broadcast, audience, Cancel)).All.ShouldBe(3);
        var campaign = await town.ApproveAsync(Draft(audience));
        await town.PumpAsync(2);
        var rows = await town.RecipientsAsync(campaign);
        rows.Select(row => row.AddressId!.Value).ShouldBe([subscriber, both, applicant], ignoreOrder: true);
        rows.ShouldNotContain(row => row.AddressId == neither);
        rows.ShouldAllBe(row => row.State == "queued" && row.PersonId == null);
        (await town.ReadAsync<long>($"select count(*) from outbox where topic = 'siaran' and dedupe_key like 'pengingat/{campaign}/%'"))
            .ShouldBe(3);
        await town.SettleAsync(campaign, "delivered");
        (await town.FiguresAsync(campaign)).Delivered.ShouldBe(3);
    }

    [Fact]
    public async Task Who_stops_or_asks_no_longer_before_the_turn_is_left_out()
    {
        Morning();
        var (topic, stays) = ("jadwal:36.72.08.1001", await ResidentAsync("jadwal:36.72.08.1001"));
        var (stops, ends) = (await ResidentAsync(topic), await ResidentAsync(topic));
        var campaign = await town.ApproveAsync(Draft(new CampaignAudience { Topic = topic }));
        await town.ExecuteAsync($"select stop_address({stops}, 'resident', '{town.Clock.GetUtcNow():O}')");
        await town.ExecuteAsync($"select end_subscriptions({ends}, null, 'resident', now())");
        await town.PumpAsync(2);
        var rows = (await town.RecipientsAsync(campaign)).ToDictionary(row => row.AddressId!.Value, row => row.Reason ?? row.State);
        (rows[stays], rows[stops], rows[ends]).ShouldBe(("queued", "stopped", "not-asked"));
        await town.ExecuteAsync($"select end_subscriptions({stays}, null, 'resident', now())");
        (await town.RecipientsAsync(campaign)).Single(row => row.AddressId == stays).Reason
            .ShouldBe("not-asked", "the message still waited");
    }

    [Fact]
    public async Task Who_was_told_of_it_for_an_open_case_is_not_once_the_last_one_is_closed()
    {
        Morning();
        var (one, two) = (await ResidentAsync(null), await ResidentAsync(null));
        foreach (var address in new[] { one, two, two }) await OpenCaseAsync(address);
        var campaign = await town.ApproveAsync(Draft(new CampaignAudience { OpenCases = true }));
        await town.PumpAsync(2);
        await CloseAsync($"select max(id) as id from cases where address_id in ({one}, {two}) group by address_id");
        var rows = (await town.RecipientsAsync(campaign)).ToDictionary(row => row.AddressId!.Value, row => row.Reason ?? row.State);
        (rows[one], rows[two]).ShouldBe(("not-asked", "queued"));
        (await town.ReadAsync<string>($"select status from outbox where address_id = {one} and topic = 'siaran'")).ShouldBe("skipped");
        await CloseAsync($"select id from cases where address_id = {two} and closed_at is null");
    }

    [Fact]
    public async Task Two_identifiers_that_prove_to_be_one_residents_are_told_once()
    {
        Morning();
        var topic = "jadwal:36.72.08.1002";
        var (one, two) = (await ResidentAsync(topic), await ResidentAsync(topic));
        var campaign = await town.ApproveAsync(Draft(new CampaignAudience { Topic = topic }));
        await town.ExecuteAsync(
            $"update conversations set last_input_at = now() where address_id = {one}; select merge_addresses({one}, {two}, now())");
        await town.PumpAsync(2);
        var rows = await town.RecipientsAsync(campaign);
        rows.Count(row => row.State == "queued").ShouldBe(1);
        rows.Single(row => row.State == "skipped").Reason.ShouldBe("merged");
    }

    private CampaignDraft Draft(CampaignAudience audience) =>
        town.Draft("") with { Kind = CampaignKind.Broadcast, Audience = audience, SpacingDays = 0, MostAYear = 365 };

    private async Task<long> ResidentAsync(string? topic)
    {
        var hash = Guid.NewGuid().ToString("N");
        var id = await town.ReadAsync<long>($"select address_of('\\x{hash}', null, '\\x00', '{town.Clock.GetUtcNow():O}')");
        if (topic is not null)
            await town.ExecuteAsync(
                $"insert into subscriptions (address_id, topic, way, created_at) values ({id}, '{topic}', 'resident', now())");
        return id;
    }

    private Task OpenCaseAsync(long address) => town.ExecuteAsync(
        $"""
        insert into cases (number, alur_id, alur_version, address_id, relation, status, step_id, step_role, subject_name, submitted_at,
          step_started_at, updated_at)
        select '{Guid.NewGuid()}', alur_id, version, {address}, 'sendiri', 'Submitted', 'x', 'Petugas', 'Warga Uji', now(), now(), now()
          from alur_versions limit 1
        """);

    private async Task CloseAsync(string which)
    {
        await using var data = await town.Services.Need<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(Cancel);
        await using var transaction = await data.Database.BeginTransactionAsync(Cancel);
        foreach (var id in await town.ReadAsync<long[]>($"select array_agg(id) from ({which}) c"))
        {
            var record = await data.Cases.SingleAsync(one => one.Id == id, Cancel);
            (record.Status, record.ClosedAt) = (CaseStatus.Completed, town.Clock.GetUtcNow());
            await data.SaveChangesAsync(Cancel);
            foreach (var release in town.Services.GetServices<ICaseRelease>()) await release.ReleaseAsync(data, record, Cancel);
        }

        await transaction.CommitAsync(Cancel);
    }

    private void Morning() => town.Clock.AdjustTime(CampaignTown.At(0, 9));
}
