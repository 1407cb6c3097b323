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

    /// <summary>One English line for a key that somebody could guess; null when there is none. It holds no value.</summary>
    /// <exception cref="SettingException">As of <see cref="Keys"/>.</exception>
    public string? Problem()
    {
        var (encryption, search) = Keys();
        if (IsGuessable(
            encryption)) return $"PersonalData:{nameof(EncryptionKey)} is a placeholder: it must be 32 random bytes, such as of 'openssl rand -base64 32'.";
        if (IsGuessable(
            search)) return $"PersonalData:{nameof(SearchKey)} is a placeholder: it must be 32 random bytes, such as of 'openssl rand -base64 32'.";
        return encryption.AsSpan().SequenceEqual(search)
            ? $"PersonalData:{nameof(SearchKey)} must be another key than PersonalData:{nameof(EncryptionKey)}."
            : null;
    }

    /// <summary>
    /// 32 random bytes have fewer than 20 different ones once in 10^9 keys; text repeated or counted has few, or a fixed step.
    /// </summary>
    private static bool IsGuessable(byte[] key) =>
        key.Distinct().Count() < 20 || key.Zip(key.Skip(1), (one, next) => (byte)(next - one)).Distinct().Count() < 8;

    private static byte[] Decode(string text, string name)
    {
        var bytes = new byte[32];
        return Convert.TryFromBase64String(text, bytes, out var written) && written == bytes.Length
            ? bytes
            : throw new SettingException($"PersonalData:{name} must be the Base64 text of 32 random bytes.");
    }
}
