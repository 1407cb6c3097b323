using System.Globalization;
using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Reminders;
using Dukcapil.Bot.Core.Reminders.Campaigns;
using Dukcapil.Bot.Core.Reminders.Campaigns.Records;
using Dukcapil.Bot.Tests.Appointments;
using Dukcapil.Bot.Tests.Data;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Dukcapil.Bot.Tests.Reminders;

/// <summary>A town with people not yet recorded, and an office that reminds them, on a clock of its own; nothing runs by itself.</summary>
public sealed class CampaignTown(MigratedDatabase databases) : QuietBot(databases)
{
    private StaffActor? _kasi, _kabid;

    /// <summary>The clock. Tests share it only within a class.</summary>
    public FakeTimeProvider Clock { get; } = new(At(0, 7));

    /// <summary>What staff do.</summary>
    public StaffCampaigns Desk => Services.Need<StaffCampaigns>();

    /// <summary>What a host does every second.</summary>
    public CampaignPump Pump => Services.Need<CampaignPump>();

    /// <inheritdoc/>
    protected override TimeProvider Time => Clock;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A moment of Monday, 23 November 2026, or so many days later.</summary>
    public static DateTimeOffset At(int day, int hour, int minute = 0, int second = 0) =>
        Hall.Monday.AddDays(day).AddHours(hour).AddMinutes(minute).AddSeconds(second);

    /// <summary>A number nobody else has.</summary>
    public static string NewPhone() => Townsfolk.NewPhone();

    /// <summary>Somebody of the register. Age in whole years; a kelurahan of the test's own keeps tests apart.</summary>
    public Task<long> AddPersonAsync(
        string? phone, int age = 20, string place = "36.72.01.1001", bool married = false, string phoneStatus = "unknown") =>
        Townsfolk.AddAsync(Services, Clock.GetUtcNow(), phone, age, place, married, phoneStatus);

    /// <summary>So many people, each with a phone.</summary>
    public async Task<List<long>> AddPeopleAsync(int count, string place)
    {
        var people = new List<long>();
        for (var n = 0; n < count; n++) people.Add(await AddPersonAsync(NewPhone(), place: place));
        return people;
    }

    /// <summary>What staff would write for the people of one place: at once, fast, nobody held out.</summary>
    public CampaignDraft Draft(string place) => new()
    {
        Kind = CampaignKind.Recording,
        Title = "Pengingat uji",
        TextId = "Perekaman KTP-el gratis.",
        TextEn = "Recording is free.",
        Audience = new CampaignAudience { Places = [place] },
        StartsAt = Clock.GetUtcNow(),
        EndsAt = Clock.GetUtcNow().AddDays(60),
        PerMinute = 2400,
        SpacingDays = 30,
        MostAYear = 4,
        HeldOutPercent = 0,
    };

    /// <summary>Writes, submits and approves a campaign.</summary>
    public async Task<long> ApproveAsync(CampaignDraft draft)
    {
        var id = await WriteAsync(draft);
        (await Desk.SubmitAsync(new CampaignCommand(id, 1, await KasiAsync()), Cancel)).Refusal.ShouldBeNull();
        (await Desk.ApproveAsync(new CampaignCommand(id, 1, await KabidAsync()), Cancel)).Refusal.ShouldBeNull();
        return id;
    }

    /// <summary>Writes a campaign.</summary>
    public async Task<long> WriteAsync(CampaignDraft draft)
    {
        var made = await Desk.CreateAsync(draft, await KasiAsync(), Cancel);
        made.Refusal.ShouldBeNull();
        return made.Value;
    }

    /// <summary>A head of section.</summary>
    public async Task<StaffActor> KasiAsync() => _kasi ??= await Services.HireAsync(StaffRole.Kasi);

    /// <summary>A head of division.</summary>
    public async Task<StaffActor> KabidAsync() => _kabid ??= await Services.HireAsync(StaffRole.Kabid);

    /// <summary>What a host does in so many seconds.</summary>
    public async Task PumpAsync(int seconds = 1)
    {
        for (var n = 0; n < seconds; n++)
        {
            await Pump.RunAsync(Cancel);
            Clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    /// <summary>The recipients of a campaign, in the order of the register.</summary>
    public async Task<List<CampaignRecipientRecord>> RecipientsAsync(long campaign)
    {
        await using var data = await Services.OpenDataAsync();
        return await data.CampaignRecipients.AsNoTracking().Where(one => one.CampaignId == campaign).OrderBy(one => one.PersonId)
            .ThenBy(one => one.Id)
            .ToListAsync(Cancel);
    }

    /// <summary>The recipient of a campaign for one person.</summary>
    public async Task<CampaignRecipientRecord> RecipientAsync(long campaign, long person) =>
        (await RecipientsAsync(campaign)).Single(one => one.PersonId == person);

    /// <summary>A campaign as it stands.</summary>
    public async Task<CampaignRecord> CampaignAsync(long id) =>
        (await Services.Need<CampaignReader>().FindAsync(id, Cancel)).ShouldNotBeNull();

    /// <summary>What its page says.</summary>
    public Task<CampaignStatistics> FiguresAsync(long id) => Services.Need<CampaignReader>().FiguresAsync(id, Cancel);

    /// <summary>Changes a person as an officer does.</summary>
    public Task ChangePersonAsync(long person, string change) => ExecuteAsync(
        $"update unrecorded_people set {change}, updated_at = '{Clock.GetUtcNow():O}', actor_kind = 'staff' where id = {person}");

    /// <summary>The provider's word on every message of a campaign that waits.</summary>
    public Task SettleAsync(long campaign, string status, int? code = null) => ExecuteAsync(
        $"""
        update outbox o set status = '{status}', error_code = {code?.ToString(CultureInfo.InvariantCulture) ?? "null"},
            recipient_fault = {(code is null ? "null" : "'no-whatsapp'")}, updated_at = '{Clock.GetUtcNow():O}'
        from campaign_recipients r where r.campaign_id = {campaign} and r.outbox_id = o.id and o.status = 'pending'
        """);
}
