using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Tests.Fixtures;
using Npgsql;

[assembly: AssemblyFixture(typeof(MigratedDatabase))]

namespace Dukcapil.Bot.Tests.Fixtures;

/// <summary>
/// The run's PostgreSQL, with the schema of the migrations. Many tests have a clock of their own, so hosts say the time of what they add.
/// </summary>
public sealed class MigratedDatabase() : TestDatabase(MigrateAsync)
{
    /// <inheritdoc/>
    protected override Task InspectAsync(NpgsqlConnection connection) => BookingChanges.ShouldBePermittedAsync(connection);

    private static async Task MigrateAsync(string connectionString)
    {
        await Database.MigrateAsync(connectionString, TestContext.Current.CancellationToken);
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand("update clock_policy set hosts_clock = true");
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
