using System.Buffers;

namespace Dukcapil.Bot.Core.Messaging.Provider;

/// <summary>Finds what would keep a production start from talking to Twilio.</summary>
public static class TwilioOptionsCheck
{
    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>A token of 32 hexadecimal digits has fewer different ones once in 10^12.</summary>
    private const int FewestDistinct = 6;

    /// <summary>Names kept for examples (RFC 2606), as the guides of this project use them.</summary>
    private static readonly string[] ExampleHosts
        = ["example.com", "example.org", "example.net", "example.go.id", "example", "test", "invalid", "localhost"];

    private static readonly string[] PlaceholderMarks =
        ["simulator", "placeholder", "change", "ganti", "your", "contoh", "example", "xxx", "<", "secret", "todo", "dummy"];

    /// <summary>One English line for each missing, malformed or placeholder setting; each starts with the key and holds no value.</summary>
    public static IReadOnlyList<string> Problems(TwilioOptions options)
    {
        var problems = new List<string>();
        void Require(bool holds, string key, string what)
        {
            if (!holds) problems.Add($"{TwilioOptions.Section}:{key} {what}");
        }

        Require(IsSid(options.AccountSid, "AC"), nameof(options.AccountSid), "must be 'AC' and 32 hexadecimal digits");
        Require(IsSecret(options.AuthToken), nameof(options.AuthToken), "is missing or a placeholder");
        Require(options.SecondaryAuthToken.Length == 0 || IsSecret(options.SecondaryAuthToken),
            nameof(options.SecondaryAuthToken), "is a placeholder: leave it empty or set the token");
        Require(options.SharedKey.Length == 0 || IsSecret(options.SharedKey),
            nameof(options.SharedKey), "is a placeholder: leave it empty or set the key's secret");
        Require(options.ApiKeySid.Length == 0 || IsSid(options.ApiKeySid, "SK"),
            nameof(options.ApiKeySid), "must be 'SK' and 32 hexadecimal digits, or empty");
        Require(options.ApiKeySid.Length == 0 || IsSecret(options.ApiKeySecret),
            nameof(options.ApiKeySecret), "is missing or a placeholder although an API key is set");
        Require(options.MessagingServiceSid.Length == 0 || IsSid(options.MessagingServiceSid, "MG"),
            nameof(options.MessagingServiceSid), "must be 'MG' and 32 hexadecimal digits, or empty");
        Require(IsSender(options.From) || (options.From.Length == 0 && options.MessagingServiceSid.Length > 0),
            nameof(options.From), "must be 'whatsapp:+' and the sender's number");
        Require(IsWebAddress(options.ApiBaseUrl), nameof(options.ApiBaseUrl), "must be an https address");
        Require(IsWebAddress(options.ContentBaseUrl), nameof(options.ContentBaseUrl), "must be an https address");
        Require(IsWebAddress(options.PublicBaseUrl), nameof(options.PublicBaseUrl),
            "must be the https address that Twilio was given, without query, fragment, user or password");
        Require(!NamesUsualPort(options.PublicBaseUrl), nameof(options.PublicBaseUrl),
            "must be written without ':443': a signature over the address without it would be refused");
        Require(
            !IsExample(options.PublicBaseUrl),
            nameof(options.PublicBaseUrl),
            "is an example: it must be the address that Twilio was given");
        Require(options.MessagesPerSecond is >= 1 and <= 100_000, nameof(options.MessagesPerSecond), "must be 1 to 100000");
        return problems;
    }

    private static bool IsSid(string text, string prefix) =>
        text.Length == 34 && text.StartsWith(prefix, StringComparison.Ordinal) && !text.AsSpan(2).ContainsAnyExcept(Hex)
        && text.AsSpan(2).ContainsAnyExcept('0', '1');

    private static bool IsSecret(string text) =>
        text.Trim().Length >= 16 && text.Distinct().Count() >= FewestDistinct
            && !PlaceholderMarks.Any(mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase));

    private static bool IsExample(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address)
        && ExampleHosts.Any(host => address.Host == host || address.Host.EndsWith("." + host, StringComparison.OrdinalIgnoreCase));

    private static bool NamesUsualPort(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address.IsDefaultPort && text.Contains(":443", StringComparison.Ordinal);

    private static bool IsSender(string text) =>
        text.StartsWith("whatsapp:+", StringComparison.Ordinal) && text.Length is >= 18 and <= 25
        && !text.AsSpan(10).ContainsAnyExceptInRange('0', '9');

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps
        && address.UserInfo.Length == 0 && address.Query.Length == 0 && address.Fragment.Length == 0;
}
