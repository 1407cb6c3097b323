using Microsoft.Extensions.Options;
using Twilio.Security;

namespace Dukcapil.Bot.Core.Messaging.Provider;

/// <summary>
/// Checks <c>X-Twilio-Signature</c> with the library's <see cref="RequestValidator"/>, which compares in constant time and accepts the
/// address with and without its port. The signed address is the configured public base and the raw request target; <c>Host</c> and
/// forwarded headers are never looked at, since a caller can set them.
/// </summary>
public sealed class TwilioSignature(IOptions<TwilioOptions> options, TwilioEndpoints endpoints)
{
    /// <summary>The header that carries the signature.</summary>
    public const string Header = "X-Twilio-Signature";

    /// <summary>Checks with an auth token; the second is there during a rotation only.</summary>
    private readonly RequestValidator[] _byToken = new[] { options.Value.AuthToken, options.Value.SecondaryAuthToken }
        .Where(token => token.Length > 0).Select(token => new RequestValidator(token)).ToArray();

    private readonly RequestValidator? _bySharedKey =
        options.Value.SharedKey.Length > 0 ? new RequestValidator(options.Value.SharedKey) : null;

    /// <summary>Whether a form post carries a signature by one of our secrets over its address and every parameter.</summary>
    /// <param name="target">Raw path and query, byte for byte.</param>
    /// <param name="form">All parameters of the body.</param>
    /// <param name="signature">The header's value; null and empty are refused.</param>
    /// <param name="settings">
    /// The <see cref="RequestValidator.SignatureSettingsHeader"/>, which names the algorithm; null when there is none. The caller writes
    /// it: it chooses between secrets that are configured, each with its own algorithm, and never weakens the check.
    /// </param>
    public bool Covers(string target, TwilioForm form, string? signature, string? settings)
    {
        // The library throws for an empty signature and for an address that is none: both are wrong signatures, no faults.
        if (string.IsNullOrEmpty(signature) || !target.StartsWith('/') || endpoints.Public.Length == 0) return false;
        var url = endpoints.PublicUrl(target);
        var parameters = Joined(form.Parameters);
        if (_bySharedKey is { } shared && IsBySharedKey(settings))
            return Accepts(shared, RequestValidator.HmacSha256, url, parameters, signature);
        foreach (var validator in _byToken)
            if (Accepts(validator, RequestValidator.HmacSha1, url, parameters, signature)) return true;
        return false;
    }

    private static bool IsBySharedKey(string? settings) =>
        string.Equals(RequestValidator.GetSignatureAlgorithm(settings), RequestValidator.HmacSha256, StringComparison.OrdinalIgnoreCase);

    /// <summary>Some signers write an apostrophe of the query as <c>%27</c>; the library tries the address as it stands only.</summary>
    private static bool Accepts(
        RequestValidator validator, string algorithm, string url, Dictionary<string, string> parameters, string signature) =>
        validator.Validate(url, parameters, signature, algorithm)
        || (url.Contains('\'', StringComparison.Ordinal)
            && validator.Validate(url.Replace("'", "%27", StringComparison.Ordinal), parameters, signature, algorithm));

    /// <summary>
    /// The parameters as the library takes them. A repeated name's values, sorted and without repeats, are joined by the name: the library
    /// writes name and value one after the other, so that each value is preceded by its name, as it is signed.
    /// </summary>
    private static Dictionary<string, string> Joined(IReadOnlyList<KeyValuePair<string, string>> parameters)
    {
        var joined = new Dictionary<string, string>(parameters.Count, StringComparer.Ordinal);
        foreach (var (name, value) in parameters)
            if (!joined.TryAdd(name, value)) return JoinedByName(parameters);
        return joined;
    }

    private static Dictionary<string, string> JoinedByName(IEnumerable<KeyValuePair<string, string>> parameters) => parameters
        .GroupBy(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal)
        .ToDictionary(
            values => values.Key,
            values => string.Join(values.Key, values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)),
            StringComparer.Ordinal);
}
