using Dukcapil.Bot.Core.Reminders.Campaigns.Records;

namespace Dukcapil.Bot.Core.Reminders.Campaigns;

/// <summary>What staff write: what a campaign says, to whom, when and how fast.</summary>
public sealed record CampaignDraft
{
    /// <summary>Longest text: with the words of the template around it, it stays within WhatsApp's 1024 letters.</summary>
    public const int LongestText = 700;

    /// <summary>Longest title.</summary>
    public const int LongestTitle = 80;

    /// <summary>Whom it writes to.</summary>
    public required CampaignKind Kind { get; init; }

    /// <summary>What staff call it.</summary>
    public required string Title { get; init; }

    /// <summary>The text in Indonesian.</summary>
    public required string TextId { get; init; }

    /// <summary>The text in English, or null.</summary>
    public string? TextEn { get; init; }

    /// <summary>Who belongs to it.</summary>
    public required CampaignAudience Audience { get; init; }

    /// <summary>Nothing is sent before.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>Nothing is sent from then on.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>Messages a minute.</summary>
    public required int PerMinute { get; init; }

    /// <summary>Days between two messages to one phone.</summary>
    public required int SpacingDays { get; init; }

    /// <summary>Messages to one phone within 365 days.</summary>
    public required int MostAYear { get; init; }

    /// <summary>Share of phones held out, in percent.</summary>
    public required int HeldOutPercent { get; init; }

    /// <summary>Whether everything lies within its limits.</summary>
    internal bool IsSound =>
        Title.Trim().Length is > 0 and <= LongestTitle && TextId.Trim().Length is > 0 and <= LongestText
            && (TextEn?.Length ?? 0) <= LongestText
            && StartsAt < EndsAt
            && PerMinute > 0
            && SpacingDays is >= 0 and <= 365
            && MostAYear is >= 1 and <= 365
            && HeldOutPercent is >= 0 and <= 50
            && (Kind == CampaignKind.Recording || Audience.Topic is not null || Audience.OpenCases)
            && (Audience.FromAge is not { } from || Audience.ToAge is not { } to || from <= to);

    /// <summary>Writes it to the record.</summary>
    internal void CopyTo(CampaignRecord record)
    {
        record.Title = Title.Trim();
        record.TextId = TextId.Trim();
        record.TextEn = string.IsNullOrWhiteSpace(TextEn) ? null : TextEn.Trim();
        record.AudiencePlaces = [.. Audience.Places];
        record.AudienceFromAge = Audience.FromAge;
        record.AudienceToAge = Audience.ToAge;
        record.AudienceMarried = Audience.Married;
        record.AudienceUntoldDays = Audience.UntoldDays;
        record.AudienceLeadDays = Audience.LeadDays;
        record.AudienceTopic = Audience.Topic;
        record.AudienceOpenCases = Audience.OpenCases;
        record.StartsAt = StartsAt;
        record.EndsAt = EndsAt;
        record.PerMinute = PerMinute;
        record.SpacingDays = SpacingDays;
        record.MostAYear = MostAYear;
        record.HeldOutPercent = HeldOutPercent;
    }
}
