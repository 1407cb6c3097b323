namespace Dukcapil.Bot.Core.Content;

/// <summary>The text keys under which <c>texts/pengingat.yaml</c> holds what campaigns say around the office's own words.</summary>
public static class CampaignTexts
{
    /// <summary>A reminder to be recorded, with the office's words as <c>{isi}</c>.</summary>
    public const string Reminder = "pengingat.pesan";

    /// <summary>A broadcast, with the office's words as <c>{isi}</c>.</summary>
    public const string Broadcast = "pengingat.siaran";

    /// <summary>How to answer, where there are no buttons.</summary>
    public const string HowToAnswer = "pengingat.cara-jawab";

    /// <summary>What the page proposes as text.</summary>
    public const string Proposal = "pengingat.usulan";

    /// <summary>The answers, as on buttons and as typed; keywords in <c>mesin.yaml</c> know them.</summary>
    public static IReadOnlyList<string> Answers { get; } = ["pengingat.jawab-rekam", "pengingat.jawab-sudah", "pengingat.jawab-bukan"];

    /// <summary>Every key, for the content check.</summary>
    public static IEnumerable<string> All => [Reminder, Broadcast, HowToAnswer, Proposal, .. Answers];
}
