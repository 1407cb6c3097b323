using Dukcapil.Bot.Alur;

namespace Dukcapil.Bot.Core.Reminders.Campaigns;

/// <summary>
/// What may be done to a campaign, by whom, and why not: one table, from which the page has its buttons and the desk its refusals. Two people
/// are needed: who leads a section plans, a head of division or of the office who did not write it approves.
/// </summary>
public static class CampaignRules
{
    /// <summary>What an officer may do to a campaign as it stands.</summary>
    public static IReadOnlyList<CampaignAct> Allowed(CampaignState state, StaffRole role, bool wroteIt) =>
        Enum.GetValues<CampaignAct>().Where(act => Refuse(act, state, role, wroteIt) is null).ToList();

    /// <summary>Why something cannot be done: a refusal's code, or null when it can.</summary>
    public static string? Refuse(CampaignAct act, CampaignState state, StaffRole role, bool wroteIt)
    {
        if (!From(act).Contains(state)) return CampaignRefusals.NotNow;
        if (role < Least(act)) return CampaignRefusals.NotYours;
        return act == CampaignAct.Approve && wroteIt ? CampaignRefusals.OwnWork : null;
    }

    private static CampaignState[] From(CampaignAct act) => act switch
    {
        CampaignAct.Save or CampaignAct.Submit => [CampaignState.Draft],
        CampaignAct.Return or CampaignAct.Approve => [CampaignState.Submitted],
        CampaignAct.Pause => [CampaignState.Running],
        CampaignAct.Resume => [CampaignState.Paused],
        _ => [CampaignState.Draft, CampaignState.Submitted, CampaignState.Running, CampaignState.Paused],
    };

    // Whoever may plan may also stop: that must never wait for somebody. To let messages go takes a head of division.
    private static StaffRole Least(CampaignAct act) => act is CampaignAct.Approve or CampaignAct.Resume ? StaffRole.Kabid : StaffRole.Kasi;
}
