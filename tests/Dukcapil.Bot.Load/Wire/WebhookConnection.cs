using System.Buffers.Text;
using System.Net.Sockets;

namespace Dukcapil.Bot.Load.Wire;

/// <summary>One kept-alive connection: one request at a time, and of the answer no more than its status.</summary>
internal sealed class WebhookConnection(Uri host) : IDisposable
{
    private readonly byte[] _buffer = new byte[8192];
    private Socket? _socket;

    /// <summary>Posts a request and returns the answer's status; 0 when the connection broke.</summary>
    public async Task<int> PostAsync(byte[] request)
    {
        try
        {
            _socket ??= await ConnectAsync();
            await _socket.SendAsync(request);
            return await ReadStatusAsync(_socket);
        }
        catch (SocketException)
        {
            Dispose();
            return 0;
        }
    }

    public void Dispose()
    {
        _socket?.Dispose();
        _socket = null;
    }

    private async Task<Socket> ConnectAsync()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(host.Host, host.Port);
        return socket;
    }

    private async Task<int> ReadStatusAsync(Socket socket)
    {
        for (var length = 0; ;)
        {
            var read = await socket.ReceiveAsync(_buffer.AsMemory(length));
            if (read == 0) throw new SocketException((int)SocketError.ConnectionReset);
            length += read;
            if (IsWhole(_buffer.AsSpan(0, length)))
                return Utf8Parser.TryParse(_buffer.AsSpan("HTTP/1.1 ".Length), out int status, out _) ? status : 0;
        }
    }

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0) return false;
        var name = "Content-Length: "u8;
        var at = answer[..head].IndexOf(name);
        if (at < 0) return answer[..head].IndexOf("chunked"u8) < 0 || answer.EndsWith("0\r\n\r\n"u8);
        return Utf8Parser.TryParse(answer[(at + name.Length)..], out int body, out _) && answer.Length >= head + 4 + body;
    }
}
