using Dukcapil.Bot.Alur;

namespace Dukcapil.Bot.Core.Reminders.Campaigns;

/// <summary>Campaigns in the office's words.</summary>
internal static class CampaignNames
{
    internal static readonly StateWords<CampaignState, CampaignAct> All = new(
        CampaignState.Draft,
        new Dictionary<CampaignState, string>
        {
            [CampaignState.Draft] = "Rancangan",
            [CampaignState.Submitted] = "Menunggu persetujuan",
            [CampaignState.Running] = "Berjalan",
            [CampaignState.Paused] = "Dijeda",
            [CampaignState.Stopped] = "Dihentikan",
            [CampaignState.Finished] = "Selesai",
        },
        new Dictionary<CampaignAct, string>
        {
            [CampaignAct.Save] = "ubah",
            [CampaignAct.Submit] = "ajukan",
            [CampaignAct.Return] = "kembalikan untuk diperbaiki",
            [CampaignAct.Approve] = "setujui dan mulai",
            [CampaignAct.Pause] = "jeda",
            [CampaignAct.Resume] = "lanjutkan",
            [CampaignAct.Stop] = "hentikan",
            [CampaignAct.Finish] = "semua penerima sudah mendapat giliran",
        });
}
