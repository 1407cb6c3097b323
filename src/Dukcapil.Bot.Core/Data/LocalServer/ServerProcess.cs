using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Dukcapil.Bot.Core.Data.LocalServer;

/// <summary>Makes, starts, finds and stops the server of one data folder. Its caller holds the folder's lock.</summary>
internal sealed class ServerProcess(
    DataFolder folder, ServerPrograms programs, ServerAccount account, LocalPostgresOptions options, TimeProvider time)
{
    private const int PortAttempts = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    // Only this machine can connect, with the password of the folder; the log shows no values from the tables.
    private static readonly Dictionary<string, string> Defaults = new()
    {
        ["listen_addresses"] = "127.0.0.1",
        ["unix_socket_directories"] = "",
        ["max_connections"] = "100",
        ["shared_buffers"] = "128MB",
        // Statements here are short: compiling one would take longer than running it.
        ["jit"] = "off",
        ["timezone"] = "UTC",
        ["log_timezone"] = "UTC",
        ["log_error_verbosity"] = "terse",
    };

    /// <summary>Takes the folder's lock, for a stop.</summary>
    public Task<IDisposable> LockAsync(CancellationToken cancellationToken) => folder.LockAsync(options.Patience, time, cancellationToken);

    /// <summary>Makes the data folder when there is none: UTF-8, the same sort order on every system, passwords required.</summary>
    public async Task CreateDataAsync(CancellationToken cancellationToken)
    {
        if (Directory.Exists(folder.Data))
            return;
        if (Directory.Exists(folder.Unfinished))
            Directory.Delete(folder.Unfinished, recursive: true);
        var answer = await account.RunAsync(
            programs.InitDb,
            ["-D", folder.Unfinished, "-U", ServerLogin.Superuser, "--encoding=UTF8", "--locale=C", "--auth=scram-sha-256", $"--pwfile={folder.PasswordFile}"],
            folder.Root, leavesServer: false, cancellationToken);
        if (!answer.Succeeded)
            throw new LocalPostgresException($"PostgreSQL could not make its data in {folder.Root} ({answer.LastLine}): correct that, or choose another folder with Database:Folder.");
        Directory.Move(folder.Unfinished, folder.Data);
    }

    /// <summary>
    /// The port of the server that already runs on this folder; null when none runs. Waits for one that is starting, recovering or
    /// stopping.
    /// </summary>
    public async Task<int?> RunningPortAsync(string password, CancellationToken cancellationToken)
    {
        var since = time.GetTimestamp();
        while (PostmasterFile.Read(folder.Data) is { } running && running.IsAlive())
        {
            if (running.Port is { } port && await ServerLogin.AnswersAsync(port, password, cancellationToken))
                return port;
            if (time.GetElapsedTime(since) > options.Patience)
                throw new LocalPostgresException($"PostgreSQL process {running.ProcessId} holds {folder.Root} and does not answer: end it and start again. Its log says: {folder.LogTail()}");
            await Task.Delay(Pause, time, cancellationToken);
        }

        return null;
    }

    /// <summary>Starts the server on the remembered port, or on a free one, and gives the port.</summary>
    /// <exception cref="LocalPostgresException">It does not start; the message holds the end of its log.</exception>
    public async Task<int> StartAsync()
    {
        RemoveForeignNumber();
        folder.TurnLog();
        for (var attempt = 1; ; attempt++)
        {
            var port = attempt == 1 && folder.RememberedPort() is { } last && IsFree(last) ? last : FreePort();
            if ((await StartOnAsync(port)).Succeeded)
            {
                folder.RememberPort(port);
                return port;
            }

            if (attempt == PortAttempts || IsFree(port))
                throw new LocalPostgresException(
                    $"PostgreSQL did not start on {folder.Root}; correct what its log says ({folder.Log}): {folder.LogTail()}");
        }
    }

    /// <summary>Stops the server: open transactions are rolled back, everything committed is on disk.</summary>
    public Task<ExternalProgram.Answer> StopAsync(CancellationToken cancellationToken) => account.RunAsync(
        programs.PgCtl, ["stop", "-D", folder.Data, "-s", "-w", "-m", "fast", "-t", Seconds], folder.Root, leavesServer: false, cancellationToken);

    // pg_ctl puts the server into a session of its own, so the terminal's Ctrl-C reaches only the host. It waits no longer than its
    // own limit and is not cancelled: that would kill a server in the middle of its recovery.
    private Task<ExternalProgram.Answer> StartOnAsync(int port)
    {
        var settings = new Dictionary<string, string>(Defaults) { ["port"] = port.ToString(CultureInfo.InvariantCulture) };
        foreach (var (name, value) in options.Settings)
            settings[name] = value;
        var line = string.Join(' ', settings.Select(setting => $"-c {setting.Key}={setting.Value}"));
        return account.RunAsync(
            programs.PgCtl, ["start", "-D", folder.Data, "-s", "-w", "-t", Seconds, "-l", folder.Log, "-o", line], folder.Root, leavesServer: true, CancellationToken.None);
    }

    private string Seconds => ((int)options.Patience.TotalSeconds).ToString(CultureInfo.InvariantCulture);

    // PostgreSQL clears away the file of a dead server itself, but stops when the number in it now belongs to some other program.
    private void RemoveForeignNumber()
    {
        if (PostmasterFile.Read(folder.Data) is { } left && left.NumberIsTaken())
            File.Delete(PostmasterFile.PathIn(folder.Data));
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
