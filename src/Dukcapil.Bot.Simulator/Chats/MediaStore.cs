using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Simulator.Chats;

/// <summary>
/// Photos and files in memory, bounded by their bytes. What the bot deletes is gone for the provider's API but stays on the phone.
/// </summary>
public sealed class MediaStore(IOptions<SimulatorOptions> options)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, StoredMedia> _media = new(StringComparer.Ordinal);
    private readonly Queue<string> _oldestFirst = new();
    private long _bytes;

    /// <summary>Keeps a file and returns how it is attached.</summary>
    public ChatAttachment Add(byte[] bytes, string contentType)
    {
        var sid = NewSid("ME");
        lock (_lock)
        {
            _media[sid] = new StoredMedia(sid, bytes, contentType, IsDeleted: false);
            _oldestFirst.Enqueue(sid);
            _bytes += bytes.Length;
            while (_bytes > options.Value.MostMediaBytes && _oldestFirst.TryDequeue(out var oldest))
                if (_media.Remove(oldest, out var gone)) _bytes -= gone.Bytes.Length;
        }

        return new ChatAttachment(sid, contentType, bytes.Length, $"{SimulatorServices.Prefix}/api/media/{sid}");
    }

    /// <summary>A file, or null when there is none.</summary>
    public StoredMedia? Find(string sid)
    {
        lock (_lock) return _media.GetValueOrDefault(sid);
    }

    /// <summary>Deletes a file for the provider's API; false when it was not there.</summary>
    public bool Delete(string sid)
    {
        lock (_lock)
        {
            if (!_media.TryGetValue(sid, out var media) || media.IsDeleted) return false;
            _media[sid] = media with { IsDeleted = true };
            return true;
        }
    }

    /// <summary>A new id: the prefix and 32 hexadecimal digits.</summary>
    public static string NewSid(string prefix) => prefix + RandomNumberGenerator.GetHexString(32, lowercase: true);
}

/// <summary>One kept file.</summary>
/// <param name="Sid">Its id.</param>
/// <param name="Bytes">Its content.</param>
/// <param name="ContentType">What the phone says it is.</param>
/// <param name="IsDeleted">Whether the bot has deleted it at the provider.</param>
public sealed record StoredMedia(string Sid, byte[] Bytes, string ContentType, bool IsDeleted);
