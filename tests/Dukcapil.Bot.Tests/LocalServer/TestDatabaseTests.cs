using Dukcapil.Bot.Tests.Fixtures;
using Npgsql;

namespace Dukcapil.Bot.Tests.LocalServer;

public sealed class TestDatabaseTests(TestDatabaseTests.Sample database) : IClassFixture<TestDatabaseTests.Sample>
{
    [Fact]
    public async Task CreateAsync_every_copy_is_migrated_and_separate()
    {
        await using var one = await database.CreateAsync();
        await using var two = await database.CreateAsync();

        await AskAsync(one, "insert into sample values (2)");

        (await AskAsync(one, "select count(*) from sample")).ShouldBe(2L);
        (await AskAsync(two, "select count(*) from sample")).ShouldBe(1L);
    }

    [Fact]
    public async Task CreateAsync_many_at_once_all_succeed()
    {
        var copies = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => database.CreateAsync()));

        copies.Select(copy => copy.ConnectionString).Distinct().Count().ShouldBe(6);
        foreach (var copy in copies)
            await copy.DisposeAsync();
    }

    [Fact]
    public async Task DisposeAsync_drops_the_copy_even_while_connections_are_open()
    {
        var copy = await database.CreateAsync();
        await using var open = new NpgsqlConnection(copy.ConnectionString);
        await open.OpenAsync(TestContext.Current.CancellationToken);

        await copy.DisposeAsync();

        await Should.ThrowAsync<NpgsqlException>(() => AskAsync(copy, "select 1"));
    }

    private static async Task<object?> AskAsync(TestDatabaseCopy copy, string question)
    {
        await using var connection = new NpgsqlConnection(copy.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(question, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    public sealed class Sample() : TestDatabase(MigrateAsync)
    {
        private static async Task MigrateAsync(string connectionString)
        {
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand("create table sample (n int); insert into sample values (1)", connection);
            await command.ExecuteNonQueryAsync();
        }
    }
}
