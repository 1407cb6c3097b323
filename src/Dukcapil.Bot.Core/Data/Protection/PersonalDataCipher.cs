using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;

namespace Dukcapil.Bot.Core.Data.Protection;

/// <summary>
/// Encrypts personal data with AES-256-GCM and hashes it for exact search with HMAC-SHA256. Ciphertext is
/// <c>version (1) | nonce (12) | tag (16) | data</c>; version 2 holds <c>length (4) | Brotli</c>, and its version is authenticated.
/// Thread-safe.
/// </summary>
public sealed class PersonalDataCipher(PersonalDataOptions options)
{
    private const byte Plain = 1;
    private const byte Compressed = 2;
    private const int LengthLength = sizeof(int);
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int HeaderLength = 1 + NonceLength + TagLength;

    private readonly byte[] _encryptionKey = options.Keys().Encryption;
    private readonly byte[] _searchKey = options.Keys().Search;

    /// <summary>Encrypts bytes; the same bytes give another ciphertext each time.</summary>
    public byte[] Encrypt(ReadOnlySpan<byte> plain) => Seal(Plain, [], plain);

    /// <summary>Encrypts text as UTF-8.</summary>
    public byte[] Encrypt(string plain) => Encrypt(Encoding.UTF8.GetBytes(plain));

    /// <summary>
    /// Encrypts text that repeats itself, in fewer bytes. Not for text of which a stranger may choose a part and see the length: lengths
    /// tell what repeats.
    /// </summary>
    public byte[] EncryptCompressed(string plain)
    {
        var bytes = Encoding.UTF8.GetBytes(plain);
        var compressed = new byte[LengthLength + BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        BinaryPrimitives.WriteInt32LittleEndian(compressed, bytes.Length);
        // The fastest quality: it takes a dialog state to a quarter, and better ones cost far more time than they save.
        if (!BrotliEncoder.TryCompress(bytes, compressed.AsSpan(LengthLength), out var written, quality: 1, window: 18))
            throw new InvalidOperationException("Brotli needed more room than it says it can.");
        return Seal(Compressed, [Compressed], compressed.AsSpan(0, LengthLength + written));
    }

    /// <summary>Decrypts what this class has encrypted.</summary>
    /// <exception cref="CryptographicException">The bytes were changed, or another key made them.</exception>
    public byte[] Decrypt(ReadOnlySpan<byte> sealedBytes)
    {
        if (sealedBytes.Length < HeaderLength) throw new CryptographicException("Not a sealed value.");
        return sealedBytes[0] switch
        {
            Plain => Open(sealedBytes, []),
            Compressed => Decompress(Open(sealedBytes, [Compressed])),
            _ => throw new CryptographicException("Not a sealed value of a known version."),
        };
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

    private byte[] Seal(byte version, ReadOnlySpan<byte> authenticated, ReadOnlySpan<byte> plain)
    {
        var sealedBytes = new byte[HeaderLength + plain.Length];
        sealedBytes[0] = version;
        var nonce = sealedBytes.AsSpan(1, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_encryptionKey, TagLength);
        aes.Encrypt(nonce, plain, sealedBytes.AsSpan(HeaderLength), sealedBytes.AsSpan(1 + NonceLength, TagLength), authenticated);
        return sealedBytes;
    }

    private byte[] Open(ReadOnlySpan<byte> sealedBytes, ReadOnlySpan<byte> authenticated)
    {
        var plain = new byte[sealedBytes.Length - HeaderLength];
        using var aes = new AesGcm(_encryptionKey, TagLength);
        aes.Decrypt(
            sealedBytes.Slice(1, NonceLength),
            sealedBytes[HeaderLength..],
            sealedBytes.Slice(1 + NonceLength, TagLength),
            plain,
            authenticated);
        return plain;
    }

    private static byte[] Decompress(ReadOnlySpan<byte> bytes)
    {
        var plain = new byte[BinaryPrimitives.ReadInt32LittleEndian(bytes)];
        return BrotliDecoder.TryDecompress(bytes[LengthLength..], plain, out var written) && written == plain.Length
            ? plain
            : throw new CryptographicException("Not the bytes that were compressed.");
    }
}
