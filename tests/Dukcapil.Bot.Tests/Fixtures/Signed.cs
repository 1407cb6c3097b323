using System.Security.Cryptography;
using System.Text;

namespace Dukcapil.Bot.Tests.Fixtures;

/// <summary>Signs webhooks as the provider does, written apart from the code that checks them.</summary>
internal static class Signed
{
#pragma warning disable CA5350 // The provider's scheme is HMAC-SHA1; it cannot be chosen here.
    public static string With(string token, string url, IEnumerable<KeyValuePair<string, string>> form) =>
        Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Text(url, form)));
#pragma warning restore CA5350

    /// <summary>The newer scheme, with a shared key.</summary>
    public static string WithSharedKey(string key, string url, IEnumerable<KeyValuePair<string, string>> form) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Text(url, form)));

    private static byte[] Text(string url, IEnumerable<KeyValuePair<string, string>> form) => Encoding.UTF8.GetBytes(
        url + string.Concat(form.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key + pair.Value)));
}
