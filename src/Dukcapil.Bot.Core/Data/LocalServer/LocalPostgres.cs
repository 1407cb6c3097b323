using Microsoft.Extensions.Logging;
using Npgsql;

namespace Dukcapil.Bot.Core.Data.LocalServer;

/// <summary>
/// A private PostgreSQL for one machine. The first host on a folder starts the server, later ones use the same, and the last one to
/// leave stops it; the data stays. A server left by a killed host is found again. It listens on the loopback address only and asks for
/// a password that only the folder's owner can read.
/// </summary>
/// <example>
/// <code>
/// await using var server = configured is null ? await LocalPostgres.StartAsync(new() { Folder = folder }, time, logger, stopping) : null;
/// // migrate with server?.ConnectionString, run the host with server?.HostConnectionString; disposal stops the server after the host has
/// drained
/// </code>
/// </example>
public sealed partial class LocalPostgres : IAsyncDisposable
{
    private readonly DataFolder home;
    private readonly ServerProcess server;
    private readonly ILogger log;
    private IDisposable? share;

    private LocalPostgres(DataFolder home, ServerProcess server, ILogger log, IDisposable share) =>
        (this.home, this.server, this.log, this.share) = (home, server, log, share);

    /// <summary>
    /// Connects to the database <c>dukcapil</c> as its owner, who migrates; it may create databases, but is no superuser.
    /// </summary>
    public required string ConnectionString { get; init; }

    /// <summary>Connects to it as the host does: as a login that owns nothing and can become nobody else.</summary>
    public required string HostConnectionString { get; init; }

    /// <summary>The folder used when none is configured.</summary>
    public static string DefaultFolder => DataFolder.Usual("postgres");

    /// <summary>Full path of the folder with the data, the log and the password.</summary>
    public string Folder => home.Root;

    /// <summary>Starts the server of a folder, or joins it when it runs already.</summary>
    /// <exception cref="LocalPostgresException">The server cannot be had; the message is a sentence with the cure.</exception>
    public static async Task<LocalPostgres> StartAsync(
        LocalPostgresOptions options, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        var folder = new DataFolder(string.IsNullOrWhiteSpace(options.Folder) ? DataFolder.Usual("postgres") : options.Folder);
        try
        {
            return await StartInAsync(folder, options, time, logger, cancellationToken);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw folder.Unusable(Environment.UserName, e);
        }
        catch (NpgsqlException e)
        {
            throw new LocalPostgresException(
                $"PostgreSQL in {folder.Root} runs but refuses the host ({e.Message.ReplaceLineEndings(" ")}): see {folder.Log}.", e);
        }
    }

    private static async Task<LocalPostgres> StartInAsync(
        DataFolder folder, LocalPostgresOptions options, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        var account = ServerAccount.Current();
        using var starting = await folder.LockAsync(options.Patience, time, cancellationToken);
        await folder.HandToAsync(account, cancellationToken);
        var programs = await ServerChoice.ForAsync(folder, options, account, cancellationToken);
        var process = new ServerProcess(folder, programs, account, options, time);
        var password = await folder.PasswordAsync(account, cancellationToken);
        await process.CreateDataAsync(cancellationToken);

        var running = await process.RunningPortAsync(password, cancellationToken);
        var port = running ?? await process.StartAsync();
        var use = FolderLock.TryShare(folder.UseLock)
            ?? throw new LocalPostgresException($"The file {folder.UseLock} is locked by another program: end it and start again.");
        // Not cancelled any more: whoever is told to stop now stops the server too, which only the finished object can.
        await ServerLogin.EnsureProductAsync(port, password, CancellationToken.None);
        LogReady(logger, running is null ? "started" : "joined", programs.Major, port, folder.Root);
        return new LocalPostgres(folder, process, logger, use)
        {
            ConnectionString = ServerLogin.To(port, ServerLogin.Product, password, ServerLogin.Product).ConnectionString,
            HostConnectionString = ServerLogin.To(port, Database.AppRole, ServerLogin.HostPassword(password), ServerLogin.Product).ConnectionString,
        };
    }

    /// <summary>Leaves the server and, when no other host uses it, stops it. Calling it again does nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref share, null) is not { } mine)
            return;
        using var stopping = await server.LockAsync(CancellationToken.None);
        mine.Dispose();
        using var last = FolderLock.TryTake(home.UseLock);
        if (last is null)
        {
            LogStillUsed(log, home.Root);
            return;
        }

        var answer = await server.StopAsync(CancellationToken.None);
        if (answer.Succeeded)
            LogStopped(log, home.Root);
        else
            LogNotStopped(log, home.Root, answer.LastLine);
    }

    [LoggerMessage(
        Level = LogLevel.Information, Message = "Private PostgreSQL {Outcome}: version {Major}, 127.0.0.1:{Port}, data in {Folder}")]
    private static partial void LogReady(ILogger logger, string outcome, int major, int port, string folder);

    [LoggerMessage(Level = LogLevel.Information, Message = "Private PostgreSQL in {Folder} goes on for another host")]
    private static partial void LogStillUsed(ILogger logger, string folder);

    [LoggerMessage(Level = LogLevel.Information, Message = "Private PostgreSQL stopped; the data stays in {Folder}")]
    private static partial void LogStopped(ILogger logger, string folder);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Private PostgreSQL in {Folder} was not stopped: {Reason}")]
    private static partial void LogNotStopped(ILogger logger, string folder, string reason);
}
