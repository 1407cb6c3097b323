using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Dukcapil.Bot.Tests.Provider;

/// <summary>A provider on a port of its own that does what no web server would: every connection meets the same end.</summary>
internal sealed class RawProvider : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<Socket, CancellationToken, Task> _end;
    private readonly Task _serving;
    private int _requests;

    public RawProvider(Func<Socket, CancellationToken, Task> end)
    {
        _end = end;
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Address => $"http://{_listener.LocalEndpoint}";

    /// <summary>Requests read whole.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Writes an answer and closes the connection.</summary>
    public static Func<Socket, CancellationToken, Task> Answer(string head, string body) => async (socket, cancellationToken) =>
    {
        var answer = $"HTTP/1.1 {head}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}";
        await socket.SendAsync(Encoding.UTF8.GetBytes(answer), cancellationToken);
    };

    /// <summary>Closes without an answer.</summary>
    public static Task CloseAsync(Socket socket, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Resets the connection.</summary>
    public static Task ResetAsync(Socket socket, CancellationToken cancellationToken)
    {
        socket.LingerState = new LingerOption(true, 0);
        return Task.CompletedTask;
    }

    /// <summary>Says nothing until the test is over.</summary>
    public static async Task StaySilentAsync(Socket socket, CancellationToken cancellationToken) =>
        await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                using var socket = await _listener.AcceptSocketAsync(_stop.Token);
                if (!await ReadAsync(socket)) continue;
                Interlocked.Increment(ref _requests);
                await _end(socket, _stop.Token);
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException || _stop.IsCancellationRequested)
        {
            // The test is over, or its client left.
        }
    }

    private async Task<bool> ReadAsync(Socket socket)
    {
        var text = new StringBuilder();
        var chunk = new byte[4096];
        for (int read; (read = await socket.ReceiveAsync(chunk, _stop.Token)) > 0;)
        {
            text.Append(Encoding.Latin1.GetString(chunk, 0, read));
            if (IsWhole(text.ToString())) return true;
        }

        return false;
    }

    private static bool IsWhole(string text)
    {
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0) return false;
        var length = text[..end].Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length: ", StringComparison.Ordinal));
        return text.Length - end - 4 >= int.Parse(length?[16..] ?? "0", System.Globalization.CultureInfo.InvariantCulture);
    }
}
