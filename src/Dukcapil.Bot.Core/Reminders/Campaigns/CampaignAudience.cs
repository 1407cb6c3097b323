using Dukcapil.Bot.Core.Reminders.Campaigns.Records;

namespace Dukcapil.Bot.Core.Reminders.Campaigns;

/// <summary>Who belongs to a campaign.</summary>
public sealed record CampaignAudience
{
    /// <summary>Codes of kelurahan; empty: all, people of none included.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>Youngest age in whole years, or null.</summary>
    public short? FromAge { get; init; }

    /// <summary>Oldest age in whole years, or null.</summary>
    public short? ToAge { get; init; }

    /// <summary>Ever married or not; null: both.</summary>
    public bool? Married { get; init; }

    /// <summary>Not told by any campaign for so many days; null: all.</summary>
    public int? UntoldDays { get; init; }

    /// <summary>Days before the 17th birthday from which people count as due.</summary>
    public int LeadDays { get; init; }

    /// <summary>Of a broadcast: subscribers of this topic, or null.</summary>
    public string? Topic { get; init; }

    /// <summary>Of a broadcast: residents with an open case.</summary>
    public bool OpenCases { get; init; }

    /// <summary>The audience of a stored campaign.</summary>
    public static CampaignAudience Of(CampaignRecord campaign) => new()
    {
        Places = campaign.AudiencePlaces,
        FromAge = campaign.AudienceFromAge,
        ToAge = campaign.AudienceToAge,
        Married = campaign.AudienceMarried,
        UntoldDays = campaign.AudienceUntoldDays,
        LeadDays = campaign.AudienceLeadDays,
        Topic = campaign.AudienceTopic,
        OpenCases = campaign.AudienceOpenCases,
    };
}
