namespace Dukcapil.Bot.Core.Messaging.Provider;

/// <summary>
/// Tells whether a signed webhook is about this office's WhatsApp sender. A signature alone does not: one token signs for every number and
/// channel of an account, and a webhook address pasted into another sender's settings would bring that sender's messages here.
/// </summary>
public static class OwnWebhook
{
    private const string Channel = "whatsapp:";

    /// <summary>What is wrong with a resident's message: <c>account</c>, <c>channel</c> or <c>receiver</c>; null when it is ours.</summary>
    public static string? ObjectionToMessage(TwilioForm form, TwilioOptions options) => Objection(form, options, form["To"], form["From"]);

    /// <summary>The same for news of a message of ours.</summary>
    public static string? ObjectionToReport(TwilioForm form, TwilioOptions options) => Objection(form, options, form["From"], form["To"]);

    private static string? Objection(TwilioForm form, TwilioOptions options, string? own, string? resident)
    {
        if (form["AccountSid"] != options.AccountSid) return "account";
        if (!IsWhatsApp(own) || !IsWhatsApp(resident)) return "channel";
        return IsOurs(form, options, own) ? null : "receiver";
    }

    private static bool IsOurs(TwilioForm form, TwilioOptions options, string? own) =>
        (options.From.Length > 0 && own == options.From)
        || (options.MessagingServiceSid.Length > 0 && form["MessagingServiceSid"] == options.MessagingServiceSid);

    private static bool IsWhatsApp(string? address) => address?.StartsWith(Channel, StringComparison.Ordinal) == true;
}
