namespace Dukcapil.Bot.Core.Information.Subscriptions;

/// <summary>Names of what residents can ask to be told about.</summary>
public static class SubscriptionTopics
{
    /// <summary>News of the office: closing, printing delays.</summary>
    public const string OfficeNews = "kabar-kantor";

    private const string SchedulePrefix = "jadwal:";

    /// <summary>Visits to a kelurahan.</summary>
    /// <param name="kelurahanCode">Its Kemendagri code, such as <c>36.72.02.1005</c>.</param>
    public static string Schedule(string kelurahanCode) => SchedulePrefix + kelurahanCode;

    /// <summary>The kelurahan of a topic of visits; null of any other topic.</summary>
    public static string? KelurahanOf(string topic)
    {
        ArgumentNullException.ThrowIfNull(topic);
        return topic.StartsWith(SchedulePrefix, StringComparison.Ordinal) ? topic[SchedulePrefix.Length..] : null;
    }
}
