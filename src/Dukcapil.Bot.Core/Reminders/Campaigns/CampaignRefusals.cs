namespace Dukcapil.Bot.Core.Reminders.Campaigns;

/// <summary>Codes of refusals of campaigns; the sentences are <c>penolakan.{code}</c>.</summary>
public static class CampaignRefusals
{
    /// <summary>Its state does not allow it.</summary>
    public const string NotNow = "pengingat-tidak-bisa";

    /// <summary>The officer's rank does not allow it.</summary>
    public const string NotYours = "pengingat-bukan-wewenang";

    /// <summary>Who wrote it cannot approve it.</summary>
    public const string OwnWork = "pengingat-dua-orang";

    /// <summary>It was saved again since the page showed it.</summary>
    public const string Changed = "pengingat-berubah";

    /// <summary>Its plan makes no sense.</summary>
    public const string BadPlan = "pengingat-isian";

    /// <summary>Faster than the sender allows.</summary>
    public const string TooFast = "pengingat-terlalu-cepat";

    /// <summary>Nobody belongs to it.</summary>
    public const string Nobody = "pengingat-tanpa-penerima";

    /// <summary>There is no such campaign, or answer.</summary>
    public const string Missing = "pengingat-tidak-ada";

    /// <summary>The answer has been decided on.</summary>
    public const string Decided = "jawaban-sudah-diperiksa";
}
