using System.Text.Json;
using Dukcapil.Bot.Core.Data.Protection;

namespace Dukcapil.Bot.Core.Messaging;

/// <summary>Turns message contents and addresses into what the database keeps, and back.</summary>
public sealed class MessageSealer(PersonalDataCipher cipher)
{
    /// <summary>Seals what came in.</summary>
    public byte[] Seal(IncomingContent content) =>
        cipher.Encrypt(JsonSerializer.SerializeToUtf8Bytes(content, MessageJson.Default.IncomingContent));

    /// <summary>Seals what goes out.</summary>
    public byte[] Seal(OutgoingContent content) =>
        cipher.Encrypt(JsonSerializer.SerializeToUtf8Bytes(content, MessageJson.Default.OutgoingContent));

    /// <summary>Opens what came in; what retention has emptied says nothing.</summary>
    public IncomingContent OpenIncoming(byte[] bytes) =>
        bytes.Length == 0 ? new IncomingContent() : JsonSerializer.Deserialize(cipher.Decrypt(bytes), MessageJson.Default.IncomingContent)!;

    /// <summary>Opens what goes out; what retention has emptied says nothing.</summary>
    public OutgoingContent OpenOutgoing(byte[] bytes) => bytes.Length == 0
        ? new OutgoingContent("")
        : JsonSerializer.Deserialize(cipher.Decrypt(bytes), MessageJson.Default.OutgoingContent)!;

    /// <summary>Seals an address or a link.</summary>
    public byte[] SealText(string text) => cipher.Encrypt(text);

    /// <summary>Seals a file.</summary>
    public byte[] SealBytes(ReadOnlySpan<byte> bytes) => cipher.Encrypt(bytes);

    /// <summary>Opens an address or a link; what an erasure has emptied says nothing.</summary>
    public string OpenText(byte[] bytes) => bytes.Length == 0 ? "" : cipher.DecryptText(bytes);

    /// <summary>The hash an address is found by.</summary>
    public byte[] HashAddress(string address) => cipher.Hash("address", address);
}
