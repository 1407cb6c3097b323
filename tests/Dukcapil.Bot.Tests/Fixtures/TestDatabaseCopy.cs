using Npgsql;

namespace Dukcapil.Bot.Tests.Fixtures;

/// <summary>A database of its own for one collection of tests.</summary>
public sealed class TestDatabaseCopy(string connectionString, Func<Task> drop) : IAsyncDisposable
{
    /// <summary>How to connect to it.</summary>
    public string ConnectionString { get; } = connectionString;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await using (var connection = new NpgsqlConnection(ConnectionString))
            NpgsqlConnection.ClearPool(connection);
        await drop();
    }
}
