using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Data.LocalServer;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Dukcapil.Bot.Tests.LocalServer;

[UnsupportedOSPlatform("windows")]
public sealed class LocalPostgresTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task StartAsync_new_folder_gives_a_utf8_database_owned_by_an_ordinary_account()
    {
        await using var server = await StartAsync();

        (await AskAsync(server, "show server_encoding")).ShouldBe("UTF8");
        (await AskAsync(server, "show fsync")).ShouldBe("on");
        (await AskAsync(server, "show listen_addresses")).ShouldBe("127.0.0.1");
        (await AskAsync(server, "select pg_get_userbyid(datdba) = current_user from pg_database where datname = current_database()"))
            .ShouldBe(true);
        (await AskAsync(server, "select rolsuper from pg_roles where rolname = current_user")).ShouldBe(false);
    }

    [Fact]
    public async Task StartAsync_wrong_password_is_refused()
    {
        await using var server = await StartAsync();
        var wrong = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Password = "x", Pooling = false };

        await using var connection = new NpgsqlConnection(wrong.ConnectionString);
        (await Should.ThrowAsync<PostgresException>(() => connection.OpenAsync(TestContext.Current.CancellationToken)))
            .SqlState.ShouldBe(PostgresErrorCodes.InvalidPassword);
    }

    [Fact]
    public async Task StartAsync_password_and_data_are_readable_by_their_owner_only()
    {
        await using var server = await StartAsync();

        File.GetUnixFileMode(Path.Combine(server.Folder, "password")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.GetUnixFileMode(server.Folder).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public async Task StartAsync_after_a_stop_keeps_data_and_port()
    {
        string first;
        await using (var server = await StartAsync())
        {
            await AskAsync(server, "create table kept (n int); insert into kept values (7)");
            first = server.ConnectionString;
        }

        await using var again = await StartAsync();

        again.ConnectionString.ShouldBe(first);
        (await AskAsync(again, "select n from kept")).ShouldBe(7);
    }

    [Fact]
    public async Task DisposeAsync_stops_the_server_only_when_the_last_user_leaves()
    {
        var first = await StartAsync();
        var second = await StartAsync();
        second.ConnectionString.ShouldBe(first.ConnectionString);

        await first.DisposeAsync();
        (await AskAsync(second, "select 1")).ShouldBe(1);

        await second.DisposeAsync();
        await Should.ThrowAsync<NpgsqlException>(() => AskAsync(second, "select 1"));
    }

    [Fact]
    public async Task StartAsync_many_at_once_on_a_new_folder_share_one_server()
    {
        var servers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(StartAsync)));

        servers.Select(server => server.ConnectionString).Distinct().ShouldHaveSingleItem();
        (await AskAsync(servers[4], "select 1")).ShouldBe(1);
        await Task.WhenAll(servers.Select(server => server.DisposeAsync().AsTask()));
    }

    [Fact]
    public async Task StartAsync_after_the_server_was_killed_recovers_what_was_committed()
    {
        await using var killed = await StartAsync();
        await AskAsync(killed, "create table kept (n int); insert into kept values (7)");
        using (var process = Process.GetProcessById(
            int.Parse((await File.ReadAllLinesAsync(PidFile, TestContext.Current.CancellationToken))[0], CultureInfo.InvariantCulture)))
            process.Kill();

        await using var again = await StartAsync();

        (await AskAsync(again, "select n from kept")).ShouldBe(7);
    }

    [Fact]
    public async Task StartAsync_left_over_number_of_another_program_does_not_stop_it()
    {
        string left;
        await using (await StartAsync())
            left = await File.ReadAllTextAsync(PidFile, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            PidFile, Environment.ProcessId + left[left.IndexOf('\n', StringComparison.Ordinal)..], TestContext.Current.CancellationToken);

        await using var again = await StartAsync();

        (await AskAsync(again, "select 1")).ShouldBe(1);
    }

    [Fact]
    public async Task StartAsync_remembered_port_taken_by_another_program_moves_to_a_free_one()
    {
        int port;
        await using (var server = await StartAsync())
            port = new NpgsqlConnectionStringBuilder(server.ConnectionString).Port;
        using var other = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, port);
        other.Start();

        await using var again = await StartAsync();

        new NpgsqlConnectionStringBuilder(again.ConnectionString).Port.ShouldNotBe(port);
    }

    [Fact]
    public async Task Folder_of_an_older_program_gets_a_login_for_the_host_and_an_owner_that_makes_no_roles()
    {
        await using (var older = await StartAsync())
        {
            var way = new NpgsqlConnectionStringBuilder(older.ConnectionString) { Username = "postgres", Database = "postgres" };
            await using var source = NpgsqlDataSource.Create(way.ConnectionString);
            await using var command = source.CreateCommand("alter role dukcapil_app nologin password null; alter role dukcapil createrole");
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await using var server = await StartAsync();
        (await AskAsync(server, "select rolcreaterole from pg_roles where rolname = 'dukcapil'")).ShouldBe(false);
        (await HostLoginCheck.ProblemAsync(server.HostConnectionString, TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    private string PidFile => Path.Combine(folder.Path, "data", "postmaster.pid");

    private Task<LocalPostgres> StartAsync() => LocalPostgres.StartAsync(
        new LocalPostgresOptions { Folder = folder.Path }, TimeProvider.System, NullLogger.Instance, TestContext.Current.CancellationToken);

    private static async Task<object?> AskAsync(LocalPostgres server, string question)
    {
        await using var source = NpgsqlDataSource.Create(server.ConnectionString);
        await using var command = source.CreateCommand(question);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
