using Dukcapil.Bot.Core.Data.LocalServer;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Dukcapil.Bot.Tests.Fixtures;

/// <summary>
/// One private PostgreSQL for a test run and one migrated database in it, of which every caller gets a fresh copy. Derive a class with a
/// parameterless constructor and register it as an assembly fixture.
/// </summary>
/// <param name="migrate">Brings the empty database of a connection string to the current schema; called once a run.</param>
public class TestDatabase(Func<string, Task> migrate) : IAsyncLifetime
{
    private const string Template = "template_dukcapil";

    /// <summary>Settings that trade the safety of the data, which tests throw away, for speed.</summary>
    public static IReadOnlyDictionary<string, string> FastSettings { get; } = new Dictionary<string, string>
    {
        ["fsync"] = "off",
        ["synchronous_commit"] = "off",
        ["full_page_writes"] = "off",
        ["autovacuum"] = "off",
        ["max_connections"] = "300",
    };

    private readonly TemporaryFolder folder = new();
    private LocalPostgres? server;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var options = new LocalPostgresOptions { Folder = folder.Path, Settings = FastSettings };
        server = await LocalPostgres.StartAsync(options, TimeProvider.System, NullLogger.Instance, TestContext.Current.CancellationToken);
        await ExecuteAsync($"create database {Template}");
        var connectionString = ConnectionTo(Template);
        await migrate(connectionString);
        // A database that someone is connected to cannot be copied.
        await using var connection = new NpgsqlConnection(connectionString);
        NpgsqlConnection.ClearPool(connection);
        await ExecuteAsync($"alter database {Template} with allow_connections false");
    }

    /// <summary>Makes a fresh migrated database; dispose it to drop it.</summary>
    public async Task<TestDatabaseCopy> CreateAsync()
    {
        var name = $"test_{Guid.NewGuid():n}";
        await ExecuteAsync($"create database {name} template {Template}");
        return new TestDatabaseCopy(
            ConnectionTo(name), new NpgsqlConnectionStringBuilder(server!.HostConnectionString) { Database = name }.ConnectionString,
            () => DropAsync(name));
    }

    /// <summary>Looks at what a test left in its copy before it is dropped; throws when a rule for all tests was broken.</summary>
    protected virtual Task InspectAsync(NpgsqlConnection connection) => Task.CompletedTask;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private string Server => server?.ConnectionString ?? throw new InvalidOperationException("The fixture is not initialised.");

    private string ConnectionTo(string database) => new NpgsqlConnectionStringBuilder(Server) { Database = database }.ConnectionString;

    private async Task DropAsync(string name)
    {
        var unpooled = new NpgsqlConnectionStringBuilder(ConnectionTo(name)) { Pooling = false };
        await using (var connection = new NpgsqlConnection(unpooled.ConnectionString))
        {
            await connection.OpenAsync();
            await InspectAsync(connection);
        }

        await ExecuteAsync($"drop database {name} with (force)");
    }

    private async Task ExecuteAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
}
