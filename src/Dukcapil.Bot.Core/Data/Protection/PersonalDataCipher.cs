using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;

namespace Dukcapil.Bot.Core.Data.Protection;

/// <summary>
/// Encrypts personal data with AES-256-GCM and hashes it for exact search with HMAC-SHA256. Ciphertext is
/// <c>version (1) | nonce (12) | tag (16) | data</c>. Thread-safe.
/// </summary>
public sealed class PersonalDataCipher(PersonalDataOptions options)
{
    private const byte Version = 1;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int HeaderLength = 1 + NonceLength + TagLength;

    private readonly byte[] _encryptionKey = options.Keys().Encryption;
    private readonly byte[] _searchKey = options.Keys().Search;

    /// <summary>Encrypts bytes; the same bytes give another ciphertext each time.</summary>
    public byte[] Encrypt(ReadOnlySpan<byte> plain)
    {
        var sealedBytes = new byte[HeaderLength + plain.Length];
        sealedBytes[0] = Version;
        var nonce = sealedBytes.AsSpan(1, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_encryptionKey, TagLength);
        aes.Encrypt(nonce, plain, sealedBytes.AsSpan(HeaderLength), sealedBytes.AsSpan(1 + NonceLength, TagLength));
        return sealedBytes;
    }

    /// <summary>Encrypts text as UTF-8.</summary>
    public byte[] Encrypt(string plain) => Encrypt(Encoding.UTF8.GetBytes(plain));

    /// <summary>Decrypts what <see cref="Encrypt(ReadOnlySpan{byte})"/> made.</summary>
    /// <exception cref="CryptographicException">The bytes were changed, or another key made them.</exception>
    public byte[] Decrypt(ReadOnlySpan<byte> sealedBytes)
    {
        if (sealedBytes.Length < HeaderLength || sealedBytes[0] != Version) throw new CryptographicException("Not a sealed value of this version.");
        var plain = new byte[sealedBytes.Length - HeaderLength];
        using var aes = new AesGcm(_encryptionKey, TagLength);
        aes.Decrypt(sealedBytes.Slice(1, NonceLength), sealedBytes[HeaderLength..], sealedBytes.Slice(1 + NonceLength, TagLength), plain);
        return plain;
    }

    /// <summary>Decrypts text.</summary>
    public string DecryptText(ReadOnlySpan<byte> sealedBytes) => Encoding.UTF8.GetString(Decrypt(sealedBytes));

    /// <summary>The keyed hash of a value, for exact search. <paramref name="purpose"/> keeps columns apart.</summary>
    public byte[] Hash(string purpose, string value)
    {
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(purpose.Length + value.Length + 1)];
        Utf8.TryWrite(bytes, $"{purpose}\n{value}", out var written);
        return HMACSHA256.HashData(_searchKey, bytes.AsSpan(0, written));
    }
}
