using Dukcapil.Bot.Core.Messaging.Outbox;
using Dukcapil.Bot.Core.Reminders.Campaigns;
using Dukcapil.Bot.Tests.Fixtures;

namespace Dukcapil.Bot.Tests.Reminders;

/// <summary>Quiet hours, holidays, pauses and ends, on the whole way from recipient to provider.</summary>
public sealed class CampaignHoursTests(CampaignTown town) : IClassFixture<CampaignTown>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_written_in_quiet_hours_and_what_still_waits_then_comes_again_in_the_morning()
    {
        const string place = "36.72.04.1001";
        town.Clock.AdjustTime(CampaignTown.At(7, 19, 59, 0));
        await town.AddPeopleAsync(1, place);
        var campaign = await town.ApproveAsync(town.Draft(place));
        await town.PumpAsync(2);
        var waiting = (await town.RecipientsAsync(campaign)).Single();
        waiting.State.ShouldBe("queued");
        (await town.ReadAsync<DateTime>($"select expires_at from outbox where id = {waiting.OutboxId}")).ShouldBe(
            CampaignTown.At(7, 19, 59, 30).UtcDateTime);
        town.Clock.AdjustTime(CampaignTown.At(7, 20));
        (await SendAsync()).ShouldBe(["expired"]);
        (await town.RecipientsAsync(campaign)).Single().State.ShouldBe("planned");
        await town.PumpAsync(5);
        (await town.RecipientsAsync(campaign)).Single().State.ShouldBe("planned");
        town.Clock.AdjustTime(CampaignTown.At(8, 6, 59, 59));
        await town.Pump.RunAsync(Cancel);
        (await town.RecipientsAsync(campaign)).Single().State.ShouldBe("planned");
        town.Clock.AdjustTime(CampaignTown.At(8, 7));
        await town.Pump.RunAsync(Cancel);
        var again = (await town.RecipientsAsync(campaign)).Single();
        (again.State, again.Round).ShouldBe(("queued", 2));
        await town.SettleAsync(campaign, "sent");
    }

    [Fact]
    public async Task Last_half_minute_before_quiet_writes_nothing_more()
    {
        const string place = "36.72.04.1002";
        town.Clock.AdjustTime(CampaignTown.At(14, 19, 59, 30));
        await town.AddPeopleAsync(1, place);
        var campaign = await town.ApproveAsync(town.Draft(place));
        await town.Pump.RunAsync(Cancel);
        (await town.RecipientsAsync(campaign)).Single().State.ShouldBe("planned");
        await town.Desk.StopAsync(new CampaignCommand(campaign, null, await town.KasiAsync()), Cancel);
    }

    [Fact]
    public async Task New_Year_is_quiet_unless_the_office_opens_it()
    {
        const string place = "36.72.04.1003";
        var newYear = new DateTimeOffset(2027, 1, 1, 2, 0, 0, TimeSpan.Zero);
        town.Clock.AdjustTime(newYear);
        await town.AddPeopleAsync(1, place);
        var campaign = await town.ApproveAsync(town.Draft(place));
        await town.PumpAsync(2);
        (await town.RecipientsAsync(campaign)).Single().State.ShouldBe("planned");
        var days = town.Services.Need<QuietDays>();
        await days.SetAsync(new DateOnly(2027, 1, 1), isOpen: true, (await town.KabidAsync()).Id, Cancel);
        await town.PumpAsync(2);
        (await town.RecipientsAsync(campaign)).Single().State.ShouldBe("queued");
        await days.SetAsync(new DateOnly(2027, 1, 1), isOpen: false, (await town.KabidAsync()).Id, Cancel);
        (await days.ListAsync(new(2026, 12, 20), new(2027, 1, 6), Cancel)).Select(day => (day.Day.Day, day.IsOpened))
            .ShouldBe([(25, false), (1, false), (5, false)]);
        await town.SettleAsync(campaign, "sent");
    }

    [Fact]
    public async Task Pause_takes_back_what_waits_and_resume_sends_it_once()
    {
        const string place = "36.72.04.1004";
        town.Clock.AdjustTime(CampaignTown.At(50, 9));
        await town.AddPeopleAsync(8, place);
        var (kasi, kabid) = (await town.KasiAsync(), await town.KabidAsync());
        var campaign = await town.ApproveAsync(town.Draft(place));
        await town.PumpAsync();
        await town.ExecuteAsync("update outbox set status = 'sending' where id = (select min(outbox_id) from campaign_recipients "
            + $"where campaign_id = {campaign})");
        (await town.Desk.PauseAsync(new CampaignCommand(campaign, null, kasi), Cancel)).Refusal.ShouldBeNull();
        var paused = await town.FiguresAsync(campaign);
        (paused.Planned, paused.Waiting).ShouldBe((7, 1));
        await town.PumpAsync(3);
        (await town.FiguresAsync(campaign)).Planned.ShouldBe(7);
        (await town.Desk.ResumeAsync(new CampaignCommand(campaign, null, kasi), Cancel)).Refusal!.Code.ShouldBe(CampaignRefusals.NotYours);
        (await town.Desk.ResumeAsync(new CampaignCommand(campaign, null, kabid), Cancel)).Refusal.ShouldBeNull();
        await town.PumpAsync(2);
        (await town.FiguresAsync(campaign)).Waiting.ShouldBe(8);
        (await town.ReadAsync<long>($"select count(*) from outbox where dedupe_key like 'pengingat/{campaign}/%' and status <> 'skipped'"))
            .ShouldBe(8);
        await town.ExecuteAsync("update outbox set status = 'sent' where status in ('pending', 'sending')");
    }

    [Fact]
    public async Task Stop_ends_it_for_everybody_whose_message_has_not_gone()
    {
        const string place = "36.72.04.1005";
        town.Clock.AdjustTime(CampaignTown.At(51, 9));
        var family = CampaignTown.NewPhone();
        await town.AddPersonAsync(family, place: place);
        await town.AddPersonAsync(family, place: place);
        var campaign = await town.ApproveAsync(town.Draft(place));
        await town.PumpAsync();
        (await town.Desk.StopAsync(new CampaignCommand(campaign, null, await town.KasiAsync()), Cancel)).Refusal.ShouldBeNull();
        (await town.RecipientsAsync(campaign)).ShouldAllBe(row => row.State == "skipped" && row.Reason == "halted" && row.ToldAt == null);
        (await SendAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Turn_that_has_not_come_by_the_end_is_skipped_and_the_campaign_finishes()
    {
        const string place = "36.72.04.1006";
        town.Clock.AdjustTime(CampaignTown.At(52, 9));
        await town.AddPeopleAsync(4, place);
        var campaign = await town.ApproveAsync(town.Draft(place) with { PerMinute = 1, EndsAt = town.Clock.GetUtcNow().AddMinutes(1) });
        await town.PumpAsync();
        await town.SettleAsync(campaign, "delivered");
        town.Clock.Advance(TimeSpan.FromMinutes(2));
        await town.PumpAsync();
        var figures = await town.FiguresAsync(campaign);
        (figures.Delivered, figures.Skipped.Single()).ShouldBe((1, ("ended", 3)));
        (await town.CampaignAsync(campaign)).State.ShouldBe(CampaignState.Finished);
    }

    private async Task<List<string>> SendAsync()
    {
        await town.ExecuteAsync("delete from send_budgets");
        var (queue, sender) = (town.Services.Need<OutboxQueue>(), town.Services.Need<MessageSender>());
        var results = new List<SendResult>();
        foreach (var message in (await queue.ClaimAsync(50, Cancel)).Messages) results.Add(await sender.SendAsync(message, Cancel));
        await queue.SettleAsync(results, Cancel);
        return results.ConvertAll(result => result.Status);
    }
}
