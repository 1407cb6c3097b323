using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Messaging.Templates;
using Dukcapil.Bot.Core.Reminders.Campaigns;
using Dukcapil.Bot.Core.Staff;
using Dukcapil.Bot.Load.Hosts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Twilio.Rest.Content.V1;

namespace Dukcapil.Bot.Load.Campaigning;

/// <summary>The office's side of a campaign: accounts, approved templates, the plan.</summary>
internal sealed class CampaignOffice(LoadDatabase database, TimeProvider time) : IAsyncDisposable
{
    /// <summary>The account that writes, and its password.</summary>
    public const string Writer = "kasi-uji", Password = "kampanye-uji-2026-beban";

    // The fastest that can be planned; a small town is written to for long enough that something can happen meanwhile.
    private const int Fastest = 100_000, LeastSeconds = 40;
    private const int HeldOutPercent = 10;
    private static readonly TimeSpan Longest = TimeSpan.FromDays(2);
    private readonly ServiceProvider _services = DriverServices.Build(database.HostLogin, time);

    /// <summary>A feature of the host.</summary>
    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Creates the templates at the provider, which approves them at once.</summary>
    public async Task ApproveTemplatesAsync(string provider)
    {
        using var http = new HttpClient { BaseAddress = new Uri(provider) };
        var states = Get<TemplateStates>();
        foreach (var template in Get<TemplateCatalogue>().All)
        {
            using var definition = new StringContent(
                ContentResource.ToJson(template.Definition()), System.Text.Encoding.UTF8, "application/json");
            using var answer = await http.PostAsync("/v1/Content", definition);
            answer.EnsureSuccessStatusCode();
            using var made = System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
            var state = await states.KeepAsync(template, made.RootElement.GetProperty("sid").GetString()!, CancellationToken.None);
            await states.RecordAsync(state, "approved", null, CancellationToken.None);
        }
    }

    /// <summary>
    /// Two people write and approve a campaign to everybody. Returns its key and how long approval took, in which the recipients are
    /// frozen.
    /// </summary>
    public async Task<(long Id, TimeSpan Planned)> PlanAsync(int people)
    {
        var (kasi, kabid) = (await HireAsync(Writer, StaffRole.Kasi), await HireAsync("kabid-uji", StaffRole.Kabid));
        var desk = Get<StaffCampaigns>();
        var now = time.GetUtcNow();
        var made = await desk.CreateAsync(
            new CampaignDraft
            {
                Kind = CampaignKind.Recording,
                Title = "Pengingat beban",
                TextId = "Perekaman KTP-el gratis dan tidak dapat diwakilkan.",
                Audience = new CampaignAudience(),
                StartsAt = now,
                EndsAt = now + Longest,
                PerMinute = Math.Min(Fastest, Math.Max(1, people * 60 / LeastSeconds)),
                SpacingDays = 30,
                MostAYear = 4,
                HeldOutPercent = HeldOutPercent,
            }, kasi, CancellationToken.None);
        await desk.SubmitAsync(new CampaignCommand(made.Value, 1, kasi), CancellationToken.None);
        var since = time.GetTimestamp();
        var approved = await desk.ApproveAsync(new CampaignCommand(made.Value, 1, kabid), CancellationToken.None);
        if (approved.Refusal is { } refusal) throw new InvalidOperationException($"The plan was refused: {refusal.Code}.");
        return (made.Value, time.GetElapsedTime(since));
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private async Task<StaffActor> HireAsync(string name, StaffRole role)
    {
        await using var scope = _services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<StaffAccounts>()
            .CreateAsync(new NewStaffMember(name, name, role, IsAdmin: false), Password);
        await using var data = await Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync();
        return new StaffActor(await data.Staff.Where(member => member.UserName == name).Select(member => member.Id).SingleAsync(), role);
    }
}
