using System.Globalization;
using Dukcapil.Bot.Core.Reminders.Campaigns;
using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Web.Pages.Reminders.Campaigns;

/// <summary>Words of the pages on campaigns for what the program calls by English names (<c>docs/istilah.md</c>).</summary>
public static class CampaignWords
{
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    /// <summary>What kind of campaign it is.</summary>
    public static string Kind(CampaignKind kind) => kind == CampaignKind.Recording ? "Pengingat massal perekaman" : "Siaran";

    /// <summary>Where it stands.</summary>
    public static string State(CampaignState state) => state switch
    {
        CampaignState.Draft => "Konsep",
        CampaignState.Submitted => "Menunggu persetujuan",
        CampaignState.Running => "Berjalan",
        CampaignState.Paused => "Dijeda",
        CampaignState.Stopped => "Dihentikan",
        _ => "Selesai",
    };

    /// <summary>The colour that goes with it; the word always stands beside it.</summary>
    public static string Colour(CampaignState state) => state switch
    {
        CampaignState.Draft => "bg-secondary-lt",
        CampaignState.Submitted => "bg-yellow-lt",
        CampaignState.Running => "bg-green-lt",
        CampaignState.Paused => "bg-orange-lt",
        CampaignState.Stopped => "bg-red-lt",
        _ => "bg-azure-lt",
    };

    /// <summary>What an officer can do, as on a button.</summary>
    public static string Act(CampaignAct act) => act switch
    {
        CampaignAct.Save => "Ubah",
        CampaignAct.Submit => "Ajukan untuk disetujui",
        CampaignAct.Return => "Kembalikan untuk diperbaiki",
        CampaignAct.Approve => "Setujui dan mulai",
        CampaignAct.Pause => "Jeda",
        CampaignAct.Resume => "Lanjutkan",
        _ => "Hentikan",
    };

    /// <summary>What was done, for the history.</summary>
    public static string Done(string act) => act switch
    {
        nameof(CampaignAct.Save) => "Disimpan",
        nameof(CampaignAct.Submit) => "Diajukan",
        nameof(CampaignAct.Return) => "Dikembalikan",
        nameof(CampaignAct.Approve) => "Disetujui, penerima ditetapkan",
        nameof(CampaignAct.Pause) => "Dijeda",
        nameof(CampaignAct.Resume) => "Dilanjutkan",
        nameof(CampaignAct.Stop) => "Dihentikan",
        "Finished" => "Selesai dengan sendirinya",
        "ClaimConfirmed" => "Jawaban penduduk dibenarkan",
        "ClaimRefused" => "Jawaban penduduk tidak sesuai data",
        _ => act,
    };

    /// <summary>Why somebody gets no message.</summary>
    public static string Reason(string reason) => reason switch
    {
        "no-phone" => "Tidak ada nomor",
        "wrong-number" => "Nomor salah atau tidak memakai WhatsApp",
        "not-mine" => "Nomor milik orang lain",
        "number-changed" => "Nomornya berubah sesudah direncanakan",
        "stopped" => "Meminta berhenti dikirimi",
        "claimed" => "Jawabannya masih diperiksa petugas",
        "recorded" => "Sudah perekaman",
        "died" => "Meninggal",
        "moved" => "Pindah",
        "later" => "Menjawab nanti",
        "too-soon" => "Baru dikirimi pengingat lain",
        "most" => "Sudah mencapai batas setahun",
        "not-asked" => "Tidak lagi meminta dikabari",
        "merged" => "Orang yang sama di nomor lain",
        "ended" => "Waktunya habis sebelum gilirannya",
        "halted" => "Dihentikan sebelum gilirannya",
        _ => "Tidak dapat dikirim (templat atau jendela 24 jam)",
    };

    /// <summary>A kelurahan by its code.</summary>
    public static string Place(string? code) => code is null ? "Tanpa kelurahan" : Wilayah.Find(code)?.Name ?? code;

    /// <summary>What the comparison with the held-out group allows to say, in plain words.</summary>
    public static string Verdict(HeldOutComparison comparison) => comparison.Verdict switch
    {
        HeldOutVerdict.Helps => "Yang dikirimi lebih banyak, dan bedanya lebih besar daripada yang biasa terjadi secara kebetulan.",
        HeldOutVerdict.Hurts => "Yang dikirimi lebih sedikit, dan bedanya lebih besar daripada yang biasa terjadi secara kebetulan.",
        HeldOutVerdict.Chance => "Bedanya masih bisa kebetulan: belum dapat dikatakan pengingat ini membantu.",
        _ => "Angkanya masih terlalu kecil untuk dibandingkan.",
    };

    /// <summary>A share with one decimal.</summary>
    public static string Share(double share) => share.ToString("P1", Indonesian);

    /// <summary>A number with separators.</summary>
    public static string Number(int number) => number.ToString("N0", Indonesian);

    /// <summary>Rupiah.</summary>
    public static string Rupiah(decimal amount) => "Rp " + amount.ToString("N0", Indonesian);
}
