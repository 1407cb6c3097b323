using Npgsql;

namespace Dukcapil.Bot.Tests.Fixtures;

/// <summary>A database of its own for one collection of tests.</summary>
public sealed class TestDatabaseCopy(string connectionString, string hostConnectionString, Func<Task> drop) : IAsyncDisposable
{
    /// <summary>How to connect to it as its owner.</summary>
    public string ConnectionString { get; } = connectionString;

    /// <summary>How a host connects to it: as a login that owns nothing.</summary>
    public string HostConnectionString { get; } = hostConnectionString;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var way in (string[])[ConnectionString, HostConnectionString])
            await using (var connection = new NpgsqlConnection(way))
                NpgsqlConnection.ClearPool(connection);
        await drop();
    }
}
