using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using static Twilio.Rest.Content.V1.ContentResource;

namespace Dukcapil.Bot.Core.Messaging.Provider;

/// <summary>
/// The shape of a list or button message, without anybody's words. Created once at the provider and remembered by <see cref="Key"/>.
/// </summary>
/// <param name="Kind">The provider's type, <c>twilio/list-picker</c> or <c>twilio/quick-reply</c>.</param>
/// <param name="Lines">For each line of the body, whether it holds text; the line breaks belong to the shape.</param>
/// <param name="Button">What opens a list; empty for quick replies.</param>
/// <param name="Descriptions">For each row or button, whether it has a description.</param>
public sealed record ContentShape(string Kind, IReadOnlyList<bool> Lines, string Button, IReadOnlyList<bool> Descriptions)
{
    /// <summary>Identity of the shape: the start of a SHA-256 over its parts, so that equal shapes share one template.</summary>
    public string Key => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Kind, Marks(Lines), Marks(Descriptions), Button))))[..24];

    /// <summary>The request that creates the template. Every text is a numbered variable; samples are neutral.</summary>
    public ContentCreateRequest Definition()
    {
        var samples = Enumerable.Range(1, VariableCount)
            .ToDictionary(n => n.ToString(CultureInfo.InvariantCulture), n => $"contoh {n}", StringComparer.Ordinal);
        return new ContentCreateRequest.Builder()
            .WithFriendlyName("dukcapil_" + Key).WithLanguage("id").WithVariables(samples).WithTypes(Type()).Build();
    }

    private int VariableCount => Lines.Count(filled => filled) + (2 * Descriptions.Count) + Descriptions.Count(has => has);

    private Types Type()
    {
        var next = 0;
        string Variable() => $"{{{{{++next}}}}}";
        var body = string.Join('\n', Lines.Select(filled => filled ? Variable() : ""));
        var type = new Types.Builder();
        type = Kind == ContentTemplates.QuickReply
            ? type.WithTwilioQuickReply(new TwilioQuickReply.Builder().WithBody(body).WithActions(Buttons(Variable)).Build())
            : type.WithTwilioListPicker(new TwilioListPicker.Builder().WithBody(body).WithButton(Button).WithItems(Rows(Variable)).Build());
        return type.Build();
    }

    // Title before id, as ContentTemplates numbers the values.
    private List<QuickReplyAction> Buttons(Func<string> variable) => Descriptions
        .Select(_ => new QuickReplyAction.Builder()
            .WithType(QuickReplyActionType.QuickReply).WithTitle(variable()).WithId(variable()).Build())
        .ToList();

    private List<ListItem> Rows(Func<string> variable) => Descriptions
        .Select(described =>
        {
            var row = new ListItem.Builder().WithItem(variable()).WithId(variable());
            return (described ? row.WithDescription(variable()) : row).Build();
        })
        .ToList();

    private static string Marks(IEnumerable<bool> flags) => string.Concat(flags.Select(flag => flag ? '1' : '0'));
}

/// <summary>A list or button message ready to send: its shape and the words for the shape's variables.</summary>
/// <param name="Shape">The template to use.</param>
/// <param name="Variables">Values by variable number; none empty, none with a line break.</param>
public sealed record ContentMessage(ContentShape Shape, IReadOnlyDictionary<string, string> Variables);
