using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Reminders.Campaigns;
using Dukcapil.Bot.Tests.Fixtures;

namespace Dukcapil.Bot.Tests.Reminders;

/// <summary>Who belongs to a campaign, and the plan that freezes it.</summary>
public sealed class AudienceTests(CampaignTown town) : IClassFixture<CampaignTown>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Preview_counts_by_place_and_age_and_says_who_cannot_be_reached()
    {
        var (here, there) = ("36.72.02.1001", "36.72.02.1002");
        var family = CampaignTown.NewPhone();
        await town.AddPersonAsync(family, 18, here);
        await town.AddPersonAsync(family, 19, here);
        await town.AddPersonAsync(CampaignTown.NewPhone(), 40, there);
        await town.AddPersonAsync(null, 40, there);
        await town.AddPersonAsync(CampaignTown.NewPhone(), 30, there, phoneStatus: "wrong");
        await town.AddPersonAsync(CampaignTown.NewPhone(), 30, there, phoneStatus: "not_mine");
        var stopped = CampaignTown.NewPhone();
        await town.AddPersonAsync(stopped, 30, there);
        await KnowAsync(stopped, isStopped: true);
        await town.AddPersonAsync(CampaignTown.NewPhone(), 12, here);
        var preview = await PreviewAsync(new CampaignAudience { Places = [here, there] });
        (preview.All, preview.Reachable, preview.Phones, preview.SharePhone).ShouldBe((7, 3, 2, 1));
        preview.ByPlace.Select(line => (line.Key, line.All, line.Reachable)).ShouldBe([(here, 2, 2), (there, 5, 1)]);
        preview.ByAge.Select(line => (line.Key, line.All)).ShouldBe([(18, 1), (19, 1), (30, 3), (40, 2)]);
        preview.Unreachable.Select(line => line.Key).ShouldBe(["no-phone", "not-mine", "stopped", "wrong-number"], ignoreOrder: true);
        (await PreviewAsync(new CampaignAudience { Places = [here, there], FromAge = 19, ToAge = 30 })).All.ShouldBe(4);
    }

    [Fact]
    public async Task Married_people_are_due_at_any_age_and_others_as_soon_as_the_office_says()
    {
        const string place = "36.72.02.1003";
        await town.AddPersonAsync(CampaignTown.NewPhone(), 16, place, married: true);
        await town.AddPersonAsync(CampaignTown.NewPhone(), 16, place);
        (await PreviewAsync(new CampaignAudience { Places = [place] })).All.ShouldBe(1);
        (await PreviewAsync(new CampaignAudience { Places = [place], LeadDays = 365 })).All.ShouldBe(2);
        (await PreviewAsync(new CampaignAudience { Places = [place], LeadDays = 365, Married = false })).All.ShouldBe(1);
    }

    [Fact]
    public async Task Cost_counts_templates_only_for_closed_windows_and_without_those_held_out()
    {
        const string place = "36.72.02.1004";
        for (var n = 0; n < 9; n++) await town.AddPersonAsync(CampaignTown.NewPhone(), place: place);
        var writer = CampaignTown.NewPhone();
        await town.AddPersonAsync(writer, place: place);
        await KnowAsync(writer, isStopped: false);
        var preview = await PreviewAsync(new CampaignAudience { Places = [place] });
        (preview.Phones, preview.OpenWindows).ShouldBe((10, 1));
        preview.TemplateMessages(0).ShouldBe(9);
        preview.TemplateMessages(50).ShouldBe(5);
    }

    [Fact]
    public async Task Plan_freezes_exactly_the_people_of_the_preview_and_nobody_later()
    {
        const string place = "36.72.02.1005";
        var people = await town.AddPeopleAsync(20, place);
        people.Add(await town.AddPersonAsync(null, place: place));
        var preview = await PreviewAsync(new CampaignAudience { Places = [place] });
        var campaign = await town.ApproveAsync(town.Draft(place));
        await town.AddPersonAsync(CampaignTown.NewPhone(), place: place);
        var rows = await town.RecipientsAsync(campaign);
        rows.Select(row => row.PersonId!.Value).ShouldBe(people);
        rows.Count.ShouldBe(preview.All);
        rows.Count(row => row.State == "planned").ShouldBe(preview.Reachable);
        rows.Single(row => row.State == "skipped").Reason.ShouldBe("no-phone");
    }

    [Fact]
    public async Task Held_out_share_is_drawn_by_phone_and_about_as_large_as_asked()
    {
        const string place = "36.72.02.1006";
        for (var n = 0; n < 150; n++)
        {
            var family = CampaignTown.NewPhone();
            await town.AddPersonAsync(family, place: place);
            await town.AddPersonAsync(family, place: place);
        }

        var rows = await town.RecipientsAsync(await town.ApproveAsync(town.Draft(place) with { HeldOutPercent = 30 }));
        rows.Count(row => row.Arm == "held_out").ShouldBeInRange(40, 140);
        rows.GroupBy(row => Convert.ToHexString(row.PhoneHash!)).ShouldAllBe(
            phone => phone.Select(row => row.Arm).Distinct().Count() == 1 && phone.Select(row => row.Turn).Distinct().Count() == 1);
    }

    [Fact]
    public async Task Who_wrote_any_version_cannot_approve_whoever_saved_last()
    {
        const string place = "36.72.02.1006";
        await town.AddPeopleAsync(1, place);
        var (kasi, kabid) = (await town.KasiAsync(), await town.KabidAsync());
        var id = await town.WriteAsync(town.Draft(place));
        await town.Desk.SaveAsync(new CampaignCommand(id, 1, kabid), town.Draft(place) with { TextId = "Kata kabid." }, Cancel);
        await town.Desk.SaveAsync(new CampaignCommand(id, 2, kasi), town.Draft(place) with { TextId = "Kata kabid, dirapikan." }, Cancel);
        await town.Desk.SubmitAsync(new CampaignCommand(id, 3, kasi), Cancel);
        (await town.Desk.ApproveAsync(new CampaignCommand(id, 3, kabid), Cancel)).Refusal!.Code.ShouldBe(CampaignRefusals.OwnWork);
        var past = await Should.ThrowAsync<Npgsql.PostgresException>(() =>
            town.ExecuteAsync($"update campaigns set state = 'Running', approved_by = '{kabid.Id}', approved_at = now() where id = {id}"));
        past.ConstraintName.ShouldBe("campaigns_two_people");
    }

    [Fact]
    public async Task Two_people_are_needed_and_the_one_who_approves_sees_the_latest()
    {
        const string place = "36.72.02.1007";
        await town.AddPeopleAsync(1, place);
        var (kasi, kabid) = (await town.KasiAsync(), await town.KabidAsync());
        var own = (await town.Desk.CreateAsync(town.Draft(place), kabid, Cancel)).Value;
        await town.Desk.SubmitAsync(new CampaignCommand(own, 1, kabid), Cancel);
        (await town.Desk.ApproveAsync(new CampaignCommand(own, 1, kabid), Cancel)).Refusal!.Code.ShouldBe(CampaignRefusals.OwnWork);
        (await town.Desk.ApproveAsync(new CampaignCommand(own, 1, kasi), Cancel)).Refusal!.Code.ShouldBe(CampaignRefusals.NotYours);
        var id = await town.WriteAsync(town.Draft(place));
        await town.Desk.SubmitAsync(new CampaignCommand(id, 1, kasi), Cancel);
        await town.Desk.ReturnAsync(new CampaignCommand(id, 1, kabid), Cancel);
        await town.Desk.SaveAsync(new CampaignCommand(id, 1, kasi), town.Draft(place) with { TextId = "Lain." }, Cancel);
        await town.Desk.SubmitAsync(new CampaignCommand(id, 2, kasi), Cancel);
        (await town.Desk.ApproveAsync(new CampaignCommand(id, 1, kabid), Cancel)).Refusal!.Code.ShouldBe(CampaignRefusals.Changed);
        (await town.Desk.ApproveAsync(new CampaignCommand(id, 2, kabid), Cancel)).Refusal.ShouldBeNull();
        (await town.ReadAsync<long>($"select count(*) from campaign_history where campaign_id = {id}")).ShouldBe(6);
    }

    [Fact]
    public async Task Campaign_without_recipients_or_too_fast_is_refused()
    {
        var nobody = await town.WriteAsync(town.Draft("36.72.99.9999"));
        await town.Desk.SubmitAsync(new CampaignCommand(nobody, 1, await town.KasiAsync()), Cancel);
        (await town.Desk.ApproveAsync(new CampaignCommand(nobody, 1, await town.KabidAsync()), Cancel)).Refusal!.Code
            .ShouldBe(CampaignRefusals.Nobody);
        (await town.CampaignAsync(nobody)).State.ShouldBe(CampaignState.Submitted);
        var fast = await town.Desk.CreateAsync(town.Draft("36.72.99.9999") with { PerMinute = 60 * 80 }, await town.KasiAsync(), Cancel);
        fast.Refusal!.Code.ShouldBe(CampaignRefusals.TooFast);
    }

    private Task<AudiencePreview> PreviewAsync(CampaignAudience audience) =>
        town.Services.Need<AudienceReader>().PreviewAsync(CampaignKind.Recording, audience, Cancel);

    private async Task KnowAsync(string phone, bool isStopped)
    {
        var hash = Convert.ToHexString(town.Services.Need<MessageSealer>().HashAddress(phone));
        await town.ExecuteAsync(
            $"""
            select address_of('\x{hash}', null, '\x00', '{town.Clock.GetUtcNow():O}');
            update conversations set last_input_at = '{town.Clock.GetUtcNow():O}'
              where address_id = (select address_id from address_aliases where value_hash = '\x{hash}');
            {(isStopped
                ? $"select stop_address(address_id, 'resident', '{town.Clock.GetUtcNow():O}') " +
                  $"from address_aliases where value_hash = '\\x{hash}'"
                : "")}
            """);
    }
}
