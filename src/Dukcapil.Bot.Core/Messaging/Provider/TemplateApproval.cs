namespace Dukcapil.Bot.Core.Messaging.Provider;

/// <summary>What the provider says of a template's approval (<c>docs/twilio.md</c> "Templates and menus").</summary>
/// <param name="Status"><c>unsubmitted, received, pending, approved, rejected, paused, disabled</c>.</param>
/// <param name="Reason">Why it was rejected, or null.</param>
public sealed record TemplateApproval(string Status, string? Reason)
{
    private static readonly string[] Known = ["unsubmitted", "received", "pending", "approved", "rejected", "paused", "disabled"];

    /// <summary>Reads the provider's words. A status this version does not know counts as pending: nothing goes out with it.</summary>
    internal static TemplateApproval Read(string? status, string? reason) => new(
        status is not null && Known.Contains(status, StringComparer.Ordinal) ? status : "pending",
        string.IsNullOrEmpty(reason) ? null : reason);
}
