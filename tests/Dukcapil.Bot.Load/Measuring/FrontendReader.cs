using System.Buffers.Binary;
using System.Text;

namespace Dukcapil.Bot.Load.Measuring;

/// <summary>
/// Reads one connection's messages to PostgreSQL (postgresql.org/docs/current/protocol-message-formats.html): which statements are
/// executed, and how often the client waits. What it writes before the server says anything is one round trip.
/// </summary>
internal sealed class FrontendReader(StatementCounts counts)
{
    private readonly Lock _lock = new();
    private readonly List<byte> _rest = [];
    private readonly Dictionary<string, string> _prepared = new(StringComparer.Ordinal);
    private readonly List<string> _said = [];
    private string _bound = "";
    private bool _hasStarted;

    /// <summary>Takes the next bytes; messages may be cut anywhere.</summary>
    public void Read(ReadOnlySpan<byte> bytes)
    {
        lock (_lock) ReadWhole(bytes);
    }

    /// <summary>The server answers: the round trip is over.</summary>
    public void End()
    {
        lock (_lock)
        {
            if (_said.Count > 0) counts.Add(_said);
            _said.Clear();
        }
    }

    private void ReadWhole(ReadOnlySpan<byte> bytes)
    {
        _rest.AddRange(bytes);
        var all = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_rest);
        var at = 0;
        while (true)
        {
            // The first message has no type before its length.
            var head = _hasStarted ? 1 : 0;
            if (all.Length < at + head + 4) break;
            var length = BinaryPrimitives.ReadInt32BigEndian(all[(at + head)..]);
            if (all.Length < at + head + length) break;
            if (_hasStarted) Take((char)all[at], all.Slice(at + 5, length - 4));
            _hasStarted = true;
            at += head + length;
        }

        _rest.RemoveRange(0, at);
    }

    private void Take(char type, ReadOnlySpan<byte> body)
    {
        switch (type)
        {
            case 'P':
                var name = Text(ref body);
                _prepared[name] = Text(ref body);
                break;
            case 'B':
                Text(ref body);
                _bound = _prepared.GetValueOrDefault(Text(ref body), "");
                break;
            case 'E':
                _said.Add(_bound);
                break;
            case 'Q':
                _said.Add(Text(ref body));
                break;
        }
    }


    private static string Text(ref ReadOnlySpan<byte> body)
    {
        var end = body.IndexOf((byte)0);
        var text = Encoding.UTF8.GetString(body[..end]);
        body = body[(end + 1)..];
        return text;
    }
}
