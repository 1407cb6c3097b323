using System.Text.Json;
using Dukcapil.Bot.Simulator.Chats;
using Microsoft.AspNetCore.Http;

namespace Dukcapil.Bot.Simulator.Provider;

/// <summary>A send as the bot asked for it, checked as the provider checks at once (<c>Messages.json</c>).</summary>
internal sealed record SendRequest(
    string Phone, string Body, IReadOnlyList<string> MediaUrls, ContentRecord? Content,
    IReadOnlyDictionary<string, string> Variables, string StatusCallback)
{
    private const int LongestBody = 1600;
    private const int MostMedia = 10;

    /// <summary>Reads the form; the second value is the refusal when it cannot be sent.</summary>
    public static (SendRequest? Send, IResult? Refusal) Read(IFormCollection form, SimulatorOptions options, ContentStore contents)
    {
        if (form["To"].ToString() is not { Length: > 0 } to) return Refuse(21604, "A 'To' phone number is required.");
        if (PhoneNumber.Read(to) is not { } phone || to != PhoneNumber.Address(phone))
            return Refuse(21211, "Invalid 'To' Phone Number");
        if (form["From"].Count == 0 && form["MessagingServiceSid"].Count == 0) return Refuse(21603, "A 'From' phone number is required.");
        if (form["From"].Count > 0 && form["From"] != options.From)
            return Refuse(63007, "Twilio could not find a Channel with the specified From address");

        var body = form["Body"].ToString();
        var media = form["MediaUrl"].OfType<string>().ToList();
        if (body.Length > LongestBody) return Refuse(21617, "The concatenated message body exceeds the 1600 character limit");
        if (media.Count > MostMedia) return Refuse(21623, "Number of media files exceeds allowed limit");
        var contentSid = form["ContentSid"].ToString();
        var content = contents.Find(contentSid);
        if (contentSid.Length == 0 && form["ContentVariables"].Count > 0) return Refuse(21654, "ContentSid Required");
        if (contentSid.Length > 0 && content is null) return Refuse(21655, "The ContentSid is Invalid");
        if (ReadVariables(form["ContentVariables"]) is not { } variables) return Refuse(21656, "The ContentVariables Parameter is invalid");
        if (body.Length == 0 && media.Count == 0 && content is null)
            return Refuse(21619, "A text message body or media urls must be specified.");
        return (new SendRequest(phone, body, media, content, variables, form["StatusCallback"].ToString()), null);
    }

    private static (SendRequest? Send, IResult? Refusal) Refuse(int code, string message) =>
        (null, ProviderAnswer.Error(StatusCodes.Status400BadRequest, code, message));

    private static Dictionary<string, string>? ReadVariables(string? json)
    {
        if (string.IsNullOrEmpty(json)) return new(StringComparer.Ordinal);
        try
        {
            var variables = JsonSerializer.Deserialize<Dictionary<string, string?>>(json);
            return variables is null || variables.Values.Any(string.IsNullOrWhiteSpace)
                ? null
                : variables.ToDictionary(pair => pair.Key, pair => pair.Value!, StringComparer.Ordinal);
        }
        catch (JsonException)
        {
            return null; // Refused as 21656.
        }
    }
}
