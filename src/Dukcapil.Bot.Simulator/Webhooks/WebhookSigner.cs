using System.Security.Cryptography;
using System.Text;

namespace Dukcapil.Bot.Simulator.Webhooks;

/// <summary>Signs webhooks as the provider does: HMAC-SHA1 over the address and the parameters by name.</summary>
internal static class WebhookSigner
{
    public static string Sign(string url, IEnumerable<KeyValuePair<string, string>> parameters, string token)
    {
        var text = url + string.Concat(parameters
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => pair.Key + pair.Value));
#pragma warning disable CA5350 // The provider's scheme is HMAC-SHA1; it cannot be chosen here.
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
    }
}
