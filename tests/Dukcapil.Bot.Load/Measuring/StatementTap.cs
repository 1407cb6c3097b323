using System.Net;
using System.Net.Sockets;

namespace Dukcapil.Bot.Load.Measuring;

/// <summary>
/// Stands between the hosts and PostgreSQL and reads what the hosts say, so that round trips are counted where they happen and not
/// guessed from statements. Makes everything slower: for counting, not for timing.
/// </summary>
internal sealed class StatementTap(string host, int port) : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly StatementCounts _counts = new();

    /// <summary>Where the hosts must connect to.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public StatementCounts Counts => _counts;

    /// <summary>Listens from now on, and passes connections on until disposed.</summary>
    public void Start()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = PassOnAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
        {
            // Disposed: no connection comes any more.
        }
    }

    private async Task PassOnAsync(TcpClient client)
    {
        using var server = new TcpClient { NoDelay = true };
        client.NoDelay = true;
        using (client)
        {
            try
            {
                await server.ConnectAsync(host, port);
                var reader = new FrontendReader(_counts);
                await Task.WhenAny(CopyAsync(client, server, reader.Read), CopyAsync(server, client, _ => reader.End()));
            }
            catch (Exception fault) when (fault is SocketException or IOException)
            {
                // Either side is gone; the other learns it from its closed connection.
            }
        }
    }

    private delegate void ReadOnlySpanAction(ReadOnlySpan<byte> bytes);

    private static async Task CopyAsync(TcpClient from, TcpClient to, ReadOnlySpanAction look)
    {
        var buffer = new byte[64 * 1024];
        while (await from.GetStream().ReadAsync(buffer) is > 0 and var read)
        {
            // Looked at before it is passed on: an answer never overtakes its question.
            look(buffer.AsSpan(0, read));
            await to.GetStream().WriteAsync(buffer.AsMemory(0, read));
        }
    }
}
