using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Core.Messaging.Twilio;

/// <summary>
/// Checks <c>X-Twilio-Signature</c> (<c>twilio-whatsapp.md</c> §2, twilio.com/docs/usage/security). The signed address is the configured
/// public base and the raw request target; <c>Host</c> and forwarded headers are never looked at, since a caller can set them.
/// </summary>
public sealed class TwilioSignature(IOptions<TwilioOptions> options, TwilioEndpoints endpoints)
{
    /// <summary>The header that carries the signature.</summary>
    public const string Header = "X-Twilio-Signature";

    /// <summary>Whether a form post carries a signature by one of our tokens over its address and every parameter.</summary>
    /// <param name="target">Raw path and query, byte for byte.</param>
    /// <param name="form">All parameters of the body.</param>
    /// <param name="signature">The header's value; null and empty are refused.</param>
    public bool Covers(string target, TwilioForm form, string? signature) =>
        Tokens().Any(token => Matches(endpoints.PublicUrl(target), form.Parameters, signature, token));

    /// <summary>Whether a JSON post carries a signature over its address, and the address the hash of its body.</summary>
    public bool CoversJson(string target, ReadOnlySpan<byte> body, string? signature)
    {
        var url = endpoints.PublicUrl(target);
        return HashMatches(url, body) && Tokens().Any(token => Matches(url, [], signature, token));
    }

    /// <summary>
    /// Whether the signature is right for the address as it stands, or for one of the forms that signers are known to use for it: with
    /// and without its port, and an apostrophe in the query written <c>%27</c>. Takes the same time for every wrong signature of a length.
    /// </summary>
    public static bool Matches(string url, IReadOnlyList<KeyValuePair<string, string>> parameters, string? signature, string token)
    {
        if (string.IsNullOrEmpty(signature)) return false;
        var given = Encoding.UTF8.GetBytes(signature);
        var text = SignedText(parameters);
        var found = false;
        foreach (var form in SignedForms(url))
            found |= CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Sign(form + text, token)), given);
        return found;
    }

    /// <summary>Whether <c>bodySHA256</c> of the query is the hash of the body. An address without it is refused.</summary>
    public static bool HashMatches(string url, ReadOnlySpan<byte> body)
    {
        const string name = "bodySHA256=";
        var query = url.IndexOf('?', StringComparison.Ordinal);
        if (query < 0) return false;
        var claim = url[(query + 1)..].Split('&').FirstOrDefault(part => part.StartsWith(name, StringComparison.Ordinal));
        if (claim is null) return false;
        var hash = Convert.ToHexStringLower(SHA256.HashData(body));
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(claim[name.Length..]), Encoding.ASCII.GetBytes(hash));
    }

    /// <summary>
    /// Base64 of HMAC-SHA1 over the address followed by each name and value: names in ordinal order, the values of a repeated name
    /// sorted and without repeats.
    /// </summary>
    public static string Compute(string url, IEnumerable<KeyValuePair<string, string>> parameters, string token) =>
        Sign(url + SignedText(parameters), token);

    private static string SignedText(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var text = new StringBuilder();
        var last = default(KeyValuePair<string, string>);
        foreach (var pair in parameters.OrderBy(pair => pair.Key, StringComparer.Ordinal).ThenBy(pair => pair.Value, StringComparer.Ordinal))
        {
            if (pair.Key != last.Key || pair.Value != last.Value) text.Append(pair.Key).Append(pair.Value);
            last = pair;
        }

        return text.ToString();
    }

#pragma warning disable CA5350 // The provider's scheme is HMAC-SHA1; it cannot be chosen here.
    private static string Sign(string text, string token) =>
        Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350

    private IEnumerable<string> Tokens() =>
        new[] { options.Value.AuthToken, options.Value.SecondaryAuthToken }.Where(token => token.Length > 0);

    private static IEnumerable<string> SignedForms(string url)
    {
        var other = WithOtherPort(url);
        string[] forms = other is null ? [url] : [url, other];
        return forms.Concat(forms.Select(WithEncodedApostrophes)).Distinct(StringComparer.Ordinal);
    }

    // Text surgery on purpose: Uri would lower-case the host and rewrite escapes, and the signature covers the letters as given.
    private static string? WithOtherPort(string url)
    {
        var start = url.IndexOf("://", StringComparison.Ordinal) + 3;
        if (start < 3) return null;
        var end = url.AsSpan(start).IndexOfAny('/', '?');
        var authorityEnd = end < 0 ? url.Length : start + end;
        var hostStart = Math.Max(start, url.LastIndexOf('@', authorityEnd - 1, authorityEnd - start) + 1);
        var colon = url.LastIndexOf(':', authorityEnd - 1, authorityEnd - hostStart);
        var isPort = colon >= 0 && url.AsSpan(colon..authorityEnd).IndexOf(']') < 0;
        if (isPort) return string.Concat(url.AsSpan(0, colon), url.AsSpan(authorityEnd));
        var port = url.StartsWith("https:", StringComparison.OrdinalIgnoreCase) ? ":443" : ":80";
        return url.Insert(authorityEnd, port);
    }

    private static string WithEncodedApostrophes(string url)
    {
        var query = url.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? url : url[..query] + url[query..].Replace("'", "%27", StringComparison.Ordinal);
    }
}
