using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Tests.Fixtures;
using Npgsql;

[assembly: AssemblyFixture(typeof(MigratedDatabase))]

namespace Dukcapil.Bot.Tests.Fixtures;

/// <summary>The run's PostgreSQL, with the schema of the migrations.</summary>
public sealed class MigratedDatabase()
    : TestDatabase(connection => Database.MigrateAsync(connection, TestContext.Current.CancellationToken))
{
    /// <inheritdoc/>
    protected override Task InspectAsync(NpgsqlConnection connection) => BookingChanges.ShouldBePermittedAsync(connection);
}
