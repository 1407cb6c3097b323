using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dukcapil.Bot.Content;
using static Twilio.Rest.Content.V1.ContentResource;

namespace Dukcapil.Bot.Core.Messaging.Templates;

/// <summary>
/// One wording in one language that WhatsApp must approve before it may go to a closed window (<c>dialogs/templates/*.yaml</c>).
/// </summary>
/// <param name="Name">Its name: small letters, digits and underscores.</param>
/// <param name="Language"><c>id</c> or <c>en</c>.</param>
/// <param name="Category"><c>UTILITY</c> or <c>MARKETING</c>.</param>
/// <param name="Body">The text with <c>{name}</c> placeholders.</param>
/// <param name="Samples">A sample value for each placeholder, for whoever approves it.</param>
/// <param name="Topics">Which kinds of messages it may carry, see <see cref="TemplateTopics"/>.</param>
public sealed record MessageTemplate(
    string Name, string Language, string Category, string Body, IReadOnlyDictionary<string, string> Samples, IReadOnlyList<string> Topics)
{
    /// <summary>Longest text with all values filled in (<c>docs/twilio.md</c> "Templates and menus", code 63021).</summary>
    public const int LongestBody = 1024;

    /// <summary>
    /// Identity of the wording: the start of the SHA-256 of what is submitted. An approved wording is never changed, only followed by
    /// another.
    /// </summary>
    public string Version =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [Category, Language, Body, .. Buttons]))))[..12];

    /// <summary>Most buttons, and the longest title of one (<c>docs/twilio.md</c> "Templates and menus").</summary>
    public const int MostButtons = 3, LongestButton = 20;

    /// <summary>Titles of buttons; a tap is the same as typing the title (<see cref="TypedPayload"/>).</summary>
    public IReadOnlyList<string> Buttons { get; init; } = [];

    /// <summary>The name at the provider, where each wording needs one of its own.</summary>
    public string ProviderName => $"{Name}_{Language}_{Version}";

    /// <summary>The placeholders in order of first use; the first is the provider's variable 1.</summary>
    public IReadOnlyList<string> Variables => TemplateText.Variables(Body);

    /// <summary>The request that creates it at the provider.</summary>
    public ContentCreateRequest Definition()
    {
        var variables = Variables;
        var samples = variables.Select((name, at) => (Number: (at + 1).ToString(CultureInfo.InvariantCulture), Sample: Samples[name]))
            .ToDictionary(one => one.Number, one => one.Sample, StringComparer.Ordinal);
        var body = Placeholders.Fill(Body, name => $"{{{{{variables.IndexOf(name) + 1}}}}}");
        return new ContentCreateRequest.Builder()
            .WithFriendlyName(ProviderName).WithLanguage(Language).WithVariables(samples).WithTypes(Type(body)).Build();
    }

    private Types Type(string body)
    {
        var type = new Types.Builder();
        if (Buttons.Count == 0) return type.WithTwilioText(new TwilioText.Builder().WithBody(body).Build()).Build();
        var buttons = new TwilioQuickReply.Builder().WithBody(body).WithActions(Buttons.Select(Action).ToList());
        return type.WithTwilioQuickReply(buttons.Build()).Build();
    }

    private static QuickReplyAction Action(string title) => new QuickReplyAction.Builder()
        .WithType(QuickReplyActionType.QuickReply).WithTitle(title).WithId(TypedPayload.Of(title)).Build();
}
