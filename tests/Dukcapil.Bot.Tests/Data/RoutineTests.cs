using Dukcapil.Bot.Core;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Tests.Fixtures;
using Npgsql;

namespace Dukcapil.Bot.Tests.Data;

/// <summary>Routines of the database: one file each, installed anew when the text changes, while older hosts run.</summary>
public sealed class RoutineTests(MigratedDatabase databases) : IAsyncLifetime
{
    private TestDatabaseCopy _database = null!;

    public async ValueTask InitializeAsync() => _database = await databases.CreateAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Routines_of_a_new_database_are_those_of_the_files()
    {
        var found = await AskAsync<string[]>(
            "select array_agg(proname::text order by proname) from pg_proc where pronamespace = 'public'::regnamespace");
        found.ShouldBe(Routine.All.Select(routine => routine.Name).Order(StringComparer.Ordinal), ignoreOrder: true);
    }

    [Fact]
    public async Task Every_routine_is_the_hosts_to_call_and_nobody_elses() =>
        (await AskAsync<long>("""
            select count(*) from pg_proc p where pronamespace = 'public'::regnamespace
              and (has_function_privilege('public', oid, 'execute') or not has_function_privilege('dukcapil_app', oid, 'execute'))
            """)).ShouldBe(0);

    [Fact]
    public async Task Changed_text_is_installed_and_the_others_are_left_alone()
    {
        var before = await AskAsync<string>(Versions("outbox_rank"));
        await InstallAsync(Changed("outbox_rank", "immutable", "stable"));
        (await AskAsync<string>("select provolatile::text from pg_proc where proname = 'outbox_rank'")).ShouldBe("s");
        (await AskAsync<string>(Versions("outbox_rank"))).ShouldBe(before);
    }

    [Fact]
    public async Task Older_host_that_starts_again_takes_nothing_back()
    {
        await InstallAsync(Changed("outbox_rank", "immutable", "stable"));
        await Database.MigrateAsync(_database.ConnectionString, TestContext.Current.CancellationToken);
        await InstallAsync(Routine.All);
        (await Database.IsCurrentAsync(_database.ConnectionString, TestContext.Current.CancellationToken)).ShouldBeTrue();
        (await AskAsync<string>("select provolatile::text from pg_proc where proname = 'outbox_rank'")).ShouldBe("s");
    }

    [Fact]
    public async Task New_text_is_missed_at_start_until_it_is_installed()
    {
        await using var source = NpgsqlDataSource.Create(_database.ConnectionString);
        await using (var forget = source.CreateCommand("delete from routine_sets"))
            await forget.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        (await Database.IsCurrentAsync(_database.HostConnectionString, TestContext.Current.CancellationToken)).ShouldBeFalse();
        await Database.MigrateAsync(_database.ConnectionString, TestContext.Current.CancellationToken);
        (await Database.IsCurrentAsync(_database.HostConnectionString, TestContext.Current.CancellationToken)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("outbox_rank", "returns integer", "returns bigint")]
    [InlineData("outbox_rank", "(status text)", "(p_status text)")]
    public async Task Change_that_an_older_host_would_feel_is_refused_whole(string name, string text, string instead)
    {
        var before = await AskAsync<string>(Versions("-"));
        var changed = Changed(name, text, instead).Select(
            routine => routine.Name == "address_of" ? new Routine(routine.Name, "-- Another.\n" + routine.Sql) : routine);
        var refusal = await Should.ThrowAsync<InvalidOperationException>(() => InstallAsync([.. changed]));
        refusal.Message.ShouldStartWith($"{name}: ");
        refusal.Message.ShouldEndWith("give the new one a new name.");
        (await AskAsync<string>(Versions("-"))).ShouldBe(before);
    }

    [Fact]
    public async Task Install_waits_for_a_table_that_a_host_writes_and_then_goes_through()
    {
        await using var source = NpgsqlDataSource.Create(_database.ConnectionString);
        await using var host = await source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await host.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using (var write = new NpgsqlCommand("update visits set turns = turns", host, transaction))
            await write.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        var installing = InstallAsync(Changed("notify_queue", "begin\n", "begin\n  -- Another.\n"));
        await Eventually.UntilAsync("the installer waits", () => AskAsync<bool>("""
            select exists (select from pg_locks l where not granted and relation = 'visits'::regclass)
            """));
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        await installing;
        (await AskAsync<bool>("select prosrc like '%Another%' from pg_proc where proname = 'notify_queue'")).ShouldBeTrue();
    }

    [Fact]
    public async Task Database_of_the_time_before_is_refused_in_one_sentence()
    {
        await using var source = NpgsqlDataSource.Create(_database.ConnectionString);
        await using (var forget = source.CreateCommand("drop table routine_sets"))
            await forget.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        var refusal = await Should.ThrowAsync<SettingException>(
            () => Database.MigrateAsync(_database.ConnectionString, TestContext.Current.CancellationToken));
        refusal.Message.ShouldContain("make it anew");
    }

    [Fact]
    public void Order_puts_what_a_routine_names_before_it()
    {
        Routine.InOrder([new("a", "b() -- c"), new("c", "a"), new("b", "")]).Select(routine => routine.Name).ShouldBe(["b", "a", "c"]);
        Should.Throw<InvalidOperationException>(() => Routine.InOrder([new("a", "b"), new("b", "a")]));
    }

    private static IReadOnlyList<Routine> Changed(string name, string text, string instead) => Routine.InOrder([.. Routine.All.Select(
        routine => routine.Name == name ? new Routine(name, routine.Sql.Replace(text, instead, StringComparison.Ordinal)) : routine)]);

    private static string Versions(string except) =>
        $"select string_agg(proname || p.xmin, ' ' order by proname) from pg_proc p "
        + $"where pronamespace = 'public'::regnamespace and proname <> '{except}'";

    private Task InstallAsync(IReadOnlyList<Routine> routines) =>
        RoutineInstaller.InstallAsync(_database.ConnectionString, routines, TestContext.Current.CancellationToken);

    private async Task<T> AskAsync<T>(string question)
    {
        await using var source = NpgsqlDataSource.Create(_database.ConnectionString);
        await using var command = source.CreateCommand(question);
        return (T)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
