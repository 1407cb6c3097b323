namespace Dukcapil.Bot.Core.Data.Protection;

/// <summary>Keys that protect personal data at rest (<c>PersonalData:*</c>). They never stand in the database.</summary>
public sealed class PersonalDataOptions
{
    /// <summary>Base64 of 32 random bytes: encrypts columns ending in <c>_enc</c>.</summary>
    public string EncryptionKey { get; set; } = "";

    /// <summary>Base64 of 32 random bytes: keys the HMAC of columns ending in <c>_hash</c>.</summary>
    public string SearchKey { get; set; } = "";

    /// <summary>The two keys as bytes.</summary>
    /// <exception cref="SettingException">A key is missing or not 32 bytes; the message names the setting.</exception>
    public (byte[] Encryption, byte[] Search) Keys() =>
        (Decode(EncryptionKey, nameof(EncryptionKey)), Decode(SearchKey, nameof(SearchKey)));

    private static byte[] Decode(string text, string name)
    {
        var bytes = new byte[32];
        return Convert.TryFromBase64String(text, bytes, out var written) && written == bytes.Length
            ? bytes
            : throw new SettingException($"PersonalData:{name} must be the Base64 text of 32 random bytes.");
    }
}
