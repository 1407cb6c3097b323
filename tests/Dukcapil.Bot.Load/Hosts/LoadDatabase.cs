using System.Diagnostics;
using System.Globalization;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Data.LocalServer;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Dukcapil.Bot.Load.Hosts;

/// <summary>The database of a run: a new one on a private server of the driver, or the one named.</summary>
internal sealed class LoadDatabase(LocalPostgres? server, string owner, string hostLogin) : IAsyncDisposable
{
    private static readonly LocalPostgresOptions Private = new() { Folder = Path.Combine(Path.GetTempPath(), "dukcapil-load", "postgres") };
    private LocalPostgres? _server = server;

    /// <summary>Whether <see cref="RestartAsync"/> can be called: only a private server is the driver's to restart.</summary>
    public bool CanRestart => _server is not null;

    /// <summary>As its owner, who migrates, prepares and looks: for the driver alone.</summary>
    public string Owner => owner;

    /// <summary>For the hosts and what staff do: as the login that owns nothing, as in production.</summary>
    public string HostLogin => hostLogin;

    /// <summary>
    /// Brings the schema up to date as the owner, and makes sure that the hosts' login is one that a production host would take.
    /// </summary>
    public static async Task<LoadDatabase> OpenAsync(LoadOptions options, TimeProvider time)
    {
        var database = options.Database is { } owner ? new LoadDatabase(null, owner, options.HostDatabase!) : await NewAsync(time);
        await Database.MigrateAsync(database.Owner, CancellationToken.None);
        return await HostLoginCheck.ProblemAsync(database.HostLogin, CancellationToken.None) is { } problem
            ? throw new InvalidOperationException($"The hosts' login {problem}.")
            : database;
    }

    private static async Task<LoadDatabase> NewAsync(TimeProvider time)
    {
        var server = await LocalPostgres.StartAsync(Private, time, NullLogger.Instance, CancellationToken.None);
        await ExecuteAsync(server.ConnectionString, "drop database if exists load with (force)");
        await ExecuteAsync(server.ConnectionString, "create database load");
        return new LoadDatabase(server, On(server.ConnectionString), On(server.HostConnectionString));

        static string On(string login) => new NpgsqlConnectionStringBuilder(login) { Database = "load" }.ConnectionString;
    }

    /// <summary>
    /// Stops the server, which ends every connection and rolls back what is not committed, and starts it again where it was.
    /// </summary>
    public async Task RestartAsync(TimeProvider time)
    {
        await _server!.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        _server = await LocalPostgres.StartAsync(Private, time, NullLogger.Instance, CancellationToken.None);
    }

    /// <summary>Rows of the database as tuples of texts; null becomes an empty text.</summary>
    public async Task<IReadOnlyList<string[]>> ReadAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(owner);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string[]>();
        while (await reader.ReadAsync())
            rows.Add(Enumerable.Range(0, reader.FieldCount)
                .Select(at => Convert.ToString(reader.GetValue(at), CultureInfo.InvariantCulture) ?? "")
                .ToArray());
        return rows;
    }

    /// <summary>One number from the database.</summary>
    public async Task<long> CountAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(owner);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// CPU time that the server's processes have used, those of closed connections left out; zero for a server elsewhere.
    /// </summary>
    public async Task<TimeSpan> CpuAsync()
    {
        if (_server is null) return TimeSpan.Zero;
        await using var source = NpgsqlDataSource.Create(owner);
        await using var command = source.CreateCommand("select pid from pg_stat_activity where pid <> pg_backend_pid()");
        await using var reader = await command.ExecuteReaderAsync();
        var sum = TimeSpan.Zero;
        while (await reader.ReadAsync()) sum += CpuOf(reader.GetInt32(0));
        return sum;
    }

    private static TimeSpan CpuOf(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return process.TotalProcessorTime;
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException)
        {
            return TimeSpan.Zero; // It ended since it was listed.
        }
    }

    /// <summary>Waits until a count is zero, five seconds at most.</summary>
    public async Task WaitForZeroAsync(string sql, TimeProvider time)
    {
        for (var tries = 0; tries < 50 && await CountAsync(sql) > 0; tries++) await Task.Delay(TimeSpan.FromMilliseconds(100), time);
    }

    /// <summary>Runs statements that answer nothing.</summary>
    public Task ExecuteAsync(string sql) => ExecuteAsync(owner, sql);

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
