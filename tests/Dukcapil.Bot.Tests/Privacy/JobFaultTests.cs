using Dukcapil.Bot.Tests.Appointments;
using Dukcapil.Bot.Tests.Fixtures;
using Dukcapil.Bot.Tests.Scheduling;
using Hangfire;
using Npgsql;

namespace Dukcapil.Bot.Tests.Privacy;

/// <summary>Hangfire keeps the messages of faults in the clear: none of a job's own may get there.</summary>
public sealed class JobFaultTests(MigratedDatabase databases) : IAsyncLifetime
{
    private const string Nik = "3672016708959901";

    private readonly Hall _hall = new(databases);

    public ValueTask InitializeAsync() => _hall.InitializeAsync();

    public ValueTask DisposeAsync() => _hall.DisposeAsync();

    [Fact]
    public async Task Job_storage_holds_the_kind_of_a_fault_and_nothing_of_its_messages()
    {
        var host = new JobHost(_hall.ConnectionString, _hall.Services, _hall.Clock);
        foreach (var kind in Enum.GetValues<FaultyJobs.Kind>()) host.Client.Enqueue<FaultyJobs>(job => job.FailAsync((int)kind));

        host.Work().ShouldBe(3);

        host.Storage.GetMonitoringApi().ScheduledCount().ShouldBe(3, "each failed and is tried again");
        var dump = await DumpAsync();
        dump.ShouldContain("InvalidOperationException");
        dump.ShouldContain("AggregateException");
        dump.ShouldContain("PostgresException");
        dump.ShouldNotContain(Nik);
        dump.ShouldNotContain("Zulkarnaen");
    }

    /// <summary>Everything in the schema of Hangfire, as text.</summary>
    private async Task<string> DumpAsync()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var source = NpgsqlDataSource.Create(_hall.ConnectionString);
        await using var names = source.CreateCommand(
            "select array_agg(format('%I.%I', schemaname, tablename)) from pg_tables where schemaname = 'hangfire'");
        var texts = new List<string>();
        foreach (var table in (string[])(await names.ExecuteScalarAsync(cancel))!)
        {
            await using var dump = source.CreateCommand($"select coalesce(string_agg(line::text, E'\n'), '') from {table} line");
            texts.Add((string)(await dump.ExecuteScalarAsync(cancel))!);
        }

        return string.Join('\n', texts);
    }

    /// <summary>Jobs whose faults name a person, each in another place.</summary>
    public sealed class FaultyJobs(NpgsqlDataSource source)
    {
        /// <summary>Where the person is named.</summary>
        public enum Kind
        {
            Message,
            Inner,
            Database,
        }

        /// <summary>Fails.</summary>
        [AutomaticRetry(Attempts = 1)]
        public async Task FailAsync(int kind)
        {
            if (kind == (int)Kind.Message) throw new InvalidOperationException($"Zulkarnaen {Nik}");
            if (kind == (int)Kind.Inner)
                throw new AggregateException("Beberapa", new InvalidOperationException($"Zulkarnaen {Nik}"), new ArgumentException(Nik));
            await using var command = source.CreateCommand($"select 'Zulkarnaen {Nik}'::integer");
            await command.ExecuteNonQueryAsync();
        }
    }
}
