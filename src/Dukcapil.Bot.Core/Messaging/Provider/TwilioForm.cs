using System.Buffers;
using System.Globalization;
using System.Text;

namespace Dukcapil.Bot.Core.Messaging.Provider;

/// <summary>
/// A form body exactly as it was posted: names and values decoded once, in order, with blanks, empty values and repeated names
/// kept. Signatures cover all of it, so nothing may be trimmed or dropped (<c>docs/twilio.md</c> "Signature").
/// </summary>
public sealed class TwilioForm
{
    /// <summary>Largest accepted body in bytes; Twilio's own forms stay below a tenth of it.</summary>
    public const int LargestBody = 256 * 1024;

    private const int MostParameters = 1000;

    private TwilioForm(IReadOnlyList<KeyValuePair<string, string>> parameters) => Parameters = parameters;

    /// <summary>Every pair in the order of the body.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Parameters { get; }

    /// <summary>The first value of a name (case matters), or null when the name is absent.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (var (key, value) in Parameters)
                if (string.Equals(key, name, StringComparison.Ordinal)) return value;
            return null;
        }
    }

    /// <summary>
    /// Reads and parses a request body. Returns null when it is longer than <paramref name="limit"/> bytes or holds over 1000 pairs.
    /// </summary>
    /// <param name="body">The body.</param>
    /// <param name="length">Its declared length, so that no more room is taken than it needs; null when none is declared.</param>
    /// <param name="limit">Most bytes.</param>
    /// <param name="cancel">Stops reading.</param>
    public static async Task<TwilioForm?> ReadAsync(
        Stream body, long? length = null, int limit = LargestBody, CancellationToken cancel = default)
    {
        // One byte more than may come, to see that no more does.
        var room = (int)Math.Min(length ?? limit, limit) + 1;
        var buffer = ArrayPool<byte>.Shared.Rent(room);
        try
        {
            var read = await body.ReadAtLeastAsync(buffer.AsMemory(0, room), room, throwOnEndOfStream: false, cancel);
            return read == room ? null : Parse(buffer.AsSpan(0, read));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    /// <summary>Parses a form body. Returns null when it holds over 1000 pairs.</summary>
    public static TwilioForm? Parse(ReadOnlySpan<byte> body)
    {
        var parameters = new List<KeyValuePair<string, string>>();
        foreach (var range in body.Split((byte)'&'))
        {
            var pair = body[range];
            if (pair.IsEmpty) continue;
            if (parameters.Count == MostParameters) return null;
            var equals = pair.IndexOf((byte)'=');
            parameters.Add(equals < 0
                ? new(Decode(pair), "")
                : new(Decode(pair[..equals]), Decode(pair[(equals + 1)..])));
        }

        return new TwilioForm(parameters);
    }

    private static string Decode(ReadOnlySpan<byte> encoded)
    {
        var decoded = new byte[encoded.Length];
        var length = 0;
        for (var i = 0; i < encoded.Length; i++)
        {
            if (encoded[i] == '%' && i + 2 < encoded.Length && byte.TryParse(
                    encoded.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                decoded[length++] = value;
                i += 2;
            }
            else
            {
                decoded[length++] = encoded[i] == '+' ? (byte)' ' : encoded[i];
            }
        }

        return Encoding.UTF8.GetString(decoded, 0, length);
    }
}
