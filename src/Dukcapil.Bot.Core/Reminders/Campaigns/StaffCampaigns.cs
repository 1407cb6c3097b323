using System.Globalization;
using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Reminders.Campaigns.Records;
using Dukcapil.Bot.Core.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Dukcapil.Bot.Core.Reminders.Campaigns;

/// <summary>
/// What staff do with campaigns (<see cref="CampaignRules"/>), each in one transaction with its line of history. Pausing and stopping
/// withdraw what waits in the outbox, in the same transaction.
/// </summary>
public sealed class StaffCampaigns(
    IDbContextFactory<BotDbContext> contexts, CampaignPlanner planner, CampaignPace pace, OfficeClock clock, ILogger<StaffCampaigns> logger)
{
    /// <summary>Writes a new campaign. Refused: <see cref="CampaignRefusals.BadPlan"/>, <c>TooFast</c>, <c>NotYours</c>.</summary>
    public async Task<Outcome<long>> CreateAsync(CampaignDraft draft, StaffActor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(by);
        var decision = CampaignRules.Machine.Decide(CampaignState.Draft, CampaignAct.Save, new(by.Role, true));
        if ((decision.Refusal ?? Unsound(draft)) is { } code) return new Refusal(code);
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await data.Database.BeginTransactionAsync(cancellationToken);
        var campaign = new CampaignRecord
        {
            Kind = draft.Kind,
            Title = draft.Title,
            TextId = draft.TextId,
            StartsAt = draft.StartsAt,
            EndsAt = draft.EndsAt,
            PerMinute = draft.PerMinute,
            SpacingDays = draft.SpacingDays,
            MostAYear = draft.MostAYear,
            HeldOutPercent = draft.HeldOutPercent,
            WrittenBy = by.Id,
            WrittenAt = clock.Now,
        };
        draft.CopyTo(campaign);
        data.Campaigns.Add(campaign);
        await data.SaveChangesAsync(cancellationToken);
        Note(data, campaign, CampaignAct.Save, by);
        await data.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return campaign.Id;
    }

    /// <summary>Changes a draft.</summary>
    public Task<Outcome<long>> SaveAsync(CampaignCommand command, CampaignDraft draft, CancellationToken cancellationToken) =>
        ChangeAsync(command, CampaignAct.Save, (_, campaign) =>
        {
            if (Unsound(draft) is { } code) return Task.FromResult<string?>(code);
            draft.CopyTo(campaign);
            (campaign.Revision, campaign.WrittenBy, campaign.WrittenAt) = (campaign.Revision + 1, command.By.Id, clock.Now);
            return Task.FromResult<string?>(null);
        }, cancellationToken);

    /// <summary>Asks for approval.</summary>
    public Task<Outcome<long>> SubmitAsync(CampaignCommand command, CancellationToken cancellationToken) =>
        MoveAsync(command, CampaignAct.Submit, cancellationToken);

    /// <summary>Gives a campaign back to be changed.</summary>
    public Task<Outcome<long>> ReturnAsync(CampaignCommand command, CancellationToken cancellationToken) =>
        MoveAsync(command, CampaignAct.Return, cancellationToken);

    /// <summary>
    /// Approves a campaign and freezes its recipients. Refused besides what <see cref="CampaignRules"/> says:
    /// <see cref="CampaignRefusals.Nobody"/>, <see cref="CampaignRefusals.Changed"/>.
    /// </summary>
    public Task<Outcome<long>> ApproveAsync(CampaignCommand command, CancellationToken cancellationToken) =>
        ChangeAsync(command, CampaignAct.Approve, async (data, campaign) =>
        {
            (campaign.ApprovedBy, campaign.ApprovedAt) = (command.By.Id, clock.Now);
            var since = clock.Now;
            var frozen = await planner.FreezeAsync(data, campaign, cancellationToken);
            logger.LogInformation(
                "Campaign {CampaignId}: {Count} recipients frozen in {Seconds:F1} s",
                campaign.Id,
                frozen,
                (clock.Now - since).TotalSeconds);
            return frozen == 0 ? CampaignRefusals.Nobody : null;
        }, cancellationToken);

    /// <summary>Sends nothing until resumed; what waits in the outbox is withdrawn and comes again.</summary>
    public Task<Outcome<long>> PauseAsync(CampaignCommand command, CancellationToken cancellationToken) =>
        MoveAsync(command, CampaignAct.Pause, cancellationToken);

    /// <summary>Sends again.</summary>
    public Task<Outcome<long>> ResumeAsync(CampaignCommand command, CancellationToken cancellationToken) =>
        MoveAsync(command, CampaignAct.Resume, cancellationToken);

    /// <summary>Ends a campaign for good.</summary>
    public Task<Outcome<long>> StopAsync(CampaignCommand command, CancellationToken cancellationToken) =>
        MoveAsync(command, CampaignAct.Stop, cancellationToken);

    private Task<Outcome<long>> MoveAsync(CampaignCommand command, CampaignAct act, CancellationToken cancellationToken) =>
        ChangeAsync(command, act, async (data, campaign) =>
        {
            var isStopped = campaign.State == CampaignState.Stopped;
            if (isStopped) campaign.EndedAt = clock.Now;
            if (isStopped || campaign.State == CampaignState.Paused)
                await data.Database.ExecuteSqlAsync(
                    $"select withdraw_campaign({campaign.Id}, {isStopped}, {clock.Now})", cancellationToken);
            return null;
        }, cancellationToken);

    private async Task<Outcome<long>> ChangeAsync(
        CampaignCommand command, CampaignAct act, Func<BotDbContext, CampaignRecord, Task<string?>> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await data.Database.BeginTransactionAsync(cancellationToken);
        var campaign = await data.Campaigns.FromSql($"select * from campaigns where id = {command.CampaignId} for update")
            .SingleOrDefaultAsync(cancellationToken);
        if (campaign is null) return new Refusal(CampaignRefusals.Missing);
        if (command.Revision is { } shown && shown != campaign.Revision) return new Refusal(CampaignRefusals.Changed);
        var wroteIt = await CampaignReader.HasWrittenAsync(data, campaign.Id, command.By.Id, cancellationToken);
        var decision = CampaignRules.Machine.Decide(campaign.State, act, new(command.By.Role, wroteIt));
        if (decision.Refusal is { } no) return new Refusal(no);
        campaign.State = decision.State;
        if (await change(data, campaign) is { } unfit) return new Refusal(unfit);
        Note(data, campaign, act, command.By);
        await data.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return campaign.Id;
    }

    private string? Unsound(CampaignDraft draft) =>
        !draft.IsSound ? CampaignRefusals.BadPlan : draft.PerMinute > pace.MostPerMinute ? CampaignRefusals.TooFast : null;

    private void Note(BotDbContext data, CampaignRecord campaign, CampaignAct act, StaffActor by) =>
        data.CampaignHistory.Add(new CampaignChangeRecord
        {
            CampaignId = campaign.Id,
            At = clock.Now,
            StaffId = by.Id,
            Act = act.ToString(),
            Detail = new(StringComparer.Ordinal) { ["revision"] = campaign.Revision.ToString(CultureInfo.InvariantCulture) },
        });
}

/// <summary>What an officer does to a campaign, as the page sent it.</summary>
/// <param name="CampaignId">The campaign.</param>
/// <param name="Revision">The revision the page showed; null where any will do, as for stopping.</param>
/// <param name="By">Who.</param>
public sealed record CampaignCommand(long CampaignId, int? Revision, StaffActor By);
