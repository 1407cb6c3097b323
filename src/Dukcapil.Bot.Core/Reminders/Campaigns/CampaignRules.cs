using Dukcapil.Bot.Alur;
using static Dukcapil.Bot.Core.Reminders.Campaigns.CampaignAct;
using static Dukcapil.Bot.Core.Reminders.Campaigns.CampaignState;

namespace Dukcapil.Bot.Core.Reminders.Campaigns;

/// <summary>
/// State machine of campaigns: the page derives its buttons from it, <see cref="StaffCampaigns"/> its refusals. It needs two people: a
/// head of section plans, and a head of division or of the office who wrote no version of it approves.
/// </summary>
public static class CampaignRules
{
    // Whoever may plan may also pause and stop, without waiting for anybody. Letting messages go takes a head of division.
    private static readonly StateGuard<CampaignSituation> Planner = new(
        by => by.Role >= StaffRole.Kasi, CampaignRefusals.NotYours, "kasi ke atas");

    private static readonly StateGuard<CampaignSituation> Approver = new(
        by => by.Role >= StaffRole.Kabid, CampaignRefusals.NotYours, "kabid ke atas");

    private static readonly StateGuard<CampaignSituation> SomebodyElse = new(
        by => !by.WroteIt, CampaignRefusals.OwnWork, "bukan penulisnya");

    private static readonly StateGuard<CampaignSituation> BySystem = new(by => by.Role is null, CampaignRefusals.NotYours, "sistem");

    /// <summary>The machine.</summary>
    public static StateRules<CampaignState, CampaignAct, CampaignSituation> Machine { get; } =
        new StateRules<CampaignState, CampaignAct, CampaignSituation>(CampaignNames.All, (_, _, _) => CampaignRefusals.NotNow)
            .Permit(Save, [Draft], [Planner], Draft)
            .Permit(Submit, [Draft], [Planner], Submitted)
            .Permit(Return, [Submitted], [Planner], Draft)
            .Permit(Approve, [Submitted], [Approver, SomebodyElse], Running)
            .Permit(Pause, [Running], [Planner], Paused)
            .Permit(Resume, [Paused], [Approver], Running)
            .Permit(Stop, [Draft, Submitted, Running, Paused], [Planner], Stopped)
            .Permit(Finish, [Running], [BySystem], Finished);
}

/// <summary>Who asks for something to be done to a campaign.</summary>
/// <param name="Role">The officer's desk; null for the system.</param>
/// <param name="WroteIt">Whether they wrote any version of the campaign.</param>
public sealed record CampaignSituation(StaffRole? Role, bool WroteIt);
