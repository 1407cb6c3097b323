using System.Security.Cryptography;
using Dukcapil.Bot.Core;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.MessageOperations;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Dukcapil.Bot.Tests.Pages;

public sealed class MessagesIndexTests(MatureDatabase database) : IClassFixture<MatureDatabase>
{
    private static readonly DateTimeOffset LongAgo = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, MessageFilter> Filters => new()
    {
        { "all", new() },
        { "next page", new() { Before = 50_000 } },
        { "resident", new() { AddressId = 7 } },
        { "failed", new() { Statuses = ["failed"] } },
        { "sent", new() { Statuses = ["sent", "delivered", "read"] } },
        { "not sent", new() { Statuses = ["skipped", "expired"] } },
        { "unknown", new() { Statuses = ["unknown"] } },
        { "waiting", new() { Statuses = ["pending", "sending"] } },
        { "push", new() { Kind = "push" } },
        { "topic", new() { Topic = "kabar" } },
        { "time", new() { From = LongAgo, Until = LongAgo.AddHours(1) } },
    };

    [Theory]
    [MemberData(nameof(Filters), DisableDiscoveryEnumeration = true)]
    public async Task List_of_sent_messages_reads_no_whole_table(string name, MessageFilter filter)
    {
        var scans = await database.CountScansAsync(
            services => services.GetRequiredService<MessageLists>().SentAsync(filter, CancellationToken.None));

        scans.ShouldBe(0, name);
    }

    [Theory]
    [InlineData("parked")]
    [InlineData("handled")]
    [InlineData("pending")]
    public async Task List_of_received_messages_reads_no_whole_table(string status)
    {
        var filter = new MessageFilter { Statuses = [status] };

        var scans = await database.CountScansAsync(
            services => services.GetRequiredService<MessageLists>().ReceivedAsync(filter, CancellationToken.None));

        scans.ShouldBe(0);
    }

    [Fact]
    public async Task Counts_and_rules_read_no_whole_table()
    {
        var scans = await database.CountScansAsync(async services =>
        {
            await services.GetRequiredService<MessageLists>().CountAttentionAsync(CancellationToken.None);
            await services.GetRequiredService<Traffic>().ReadAsync(CancellationToken.None);
            await services.GetRequiredService<WatchFigureReader>().ReadAsync(new WatchOptions(), CancellationToken.None);
        });

        scans.ShouldBe(0);
    }
}

/// <summary>A database as after a hundred thousand messages each way, read over one connection whose scans are counted.</summary>
public sealed class MatureDatabase(MigratedDatabase databases) : IAsyncLifetime
{
    private const string Fill = """
        insert into addresses (value_enc, value_hash, created_at) select decode($address$, 'hex'), int4send(n), '2026-01-01'
          from generate_series(1, 1000) n;
        insert into outbox (address_id, kind, content_enc, status, created_at, not_before, sent_at, updated_at)
          select 1 + n % 1000, case when n % 500 = 0 then 'push' else 'reply' end, '\x00',
            case n % 1000 when 1 then 'failed' when 2 then 'unknown' when 3 then 'skipped' else 'delivered' end, t, t, t, t
          from generate_series(1, 100000) n, lateral (select timestamptz '2026-01-01' + n * interval '1 minute' as t) m;
        insert into outbox_history (outbox_id, at, status) select id, created_at, status from outbox;
        insert into inbox (message_sid, address_id, received_at, status, content_enc)
          select 'SM' || n, 1 + n % 1000, timestamptz '2026-01-01' + n * interval '1 minute', case n % 1000 when 1 then 'parked'
            else 'handled' end, '\x00'
          from generate_series(1, 100000) n;
        analyze;
        """;

    private const string Scans
        = "select sum(seq_scan)::bigint from pg_stat_user_tables where relname in ('inbox', 'outbox', 'outbox_history')";

    private TestDatabaseCopy? _database;
    private ServiceProvider? _services;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        _database = await databases.CreateAsync();
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton(TimeProvider.System);
        services.AddDatabase(_ => new NpgsqlConnectionStringBuilder(_database.ConnectionString) { MaxPoolSize = 1 }.ConnectionString);
        services.AddCore(new ConfigurationBuilder().AddInMemoryCollection(Keys()).Build());
        _services = services.BuildServiceProvider();
        await using var connection = new NpgsqlConnection(_database.ConnectionString);
        await connection.OpenAsync();
        var address = Convert.ToHexString(_services.GetRequiredService<MessageSealer>().SealText("whatsapp:+6281234567890"));
        await using var command = new NpgsqlCommand(Fill.Replace("$address$", $"'{address}'", StringComparison.Ordinal), connection)
        {
            CommandTimeout = 300,
        };
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>How many whole tables of messages the work reads.</summary>
    public async Task<long> CountScansAsync(Func<IServiceProvider, Task> work)
    {
        var before = await ScansAsync();
        await work(_services!);
        return await ScansAsync() - before;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_services is not null) await _services.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
    }

    private async Task<long> ScansAsync()
    {
        await using var connection = await _services!.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        await using (var flush = new NpgsqlCommand("select pg_stat_force_next_flush()", connection)) await flush.ExecuteNonQueryAsync();
        await using var command = new NpgsqlCommand(Scans, connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static IEnumerable<KeyValuePair<string, string?>> Keys() =>
    [
        new("PersonalData:EncryptionKey", Convert.ToBase64String(SHA256.HashData("encryption"u8))),
        new("PersonalData:SearchKey", Convert.ToBase64String(SHA256.HashData("search"u8))),
    ];
}
