using System.Reflection;
using Dukcapil.Bot.Core.Messaging.Inbox;
using Dukcapil.Bot.Core.Messaging.Media;
using Dukcapil.Bot.Core.Messaging.Outbox;
using Dukcapil.Bot.Core.Telemetry;
using Dukcapil.Bot.Tests.Fixtures;
using Npgsql;

namespace Dukcapil.Bot.Tests.Data;

/// <summary>Plans of the statements that run all day, on tables with 20,000 rows: none reads a whole table.</summary>
public sealed class PlanTests(QuietBot bot) : IClassFixture<QuietBot>, IAsyncLifetime
{
    private const string Fill = """
        insert into addresses (value_enc, value_hash, created_at) select '\x00', int8send(n), now() from generate_series(1, 20000) n;
        insert into address_aliases (value_hash, address_id, added_at) select value_hash, id, created_at from addresses;
        insert into conversations (address_id) select id from addresses;
        insert into inbox (message_sid, address_id, received_at, status, content_enc) select 'SM' || id, id, now(), 'handled', '\x00'
          from addresses;
        insert into outbox (address_id, kind, content_enc, status, created_at, not_before, updated_at)
          select id, 'reply', '\x00', 'delivered', now(), now(), now() from addresses;
        insert into media (id, address_id, declared_type, status, created_at, provider_deleted_at)
          select gen_random_uuid(), id, 'image/png', 'stored', now(), now() from addresses;
        insert into alur_versions values ('v', 'a', '', now());
        insert into cases (number, alur_id, alur_version, address_id, relation, status, step_id, step_role, subject_name, nik_hash, kk_hash,
                           submitted_at, step_started_at, closed_at, updated_at)
          select 'N' || id, 'a', 'v', id, 'sendiri', case when id % 50 = 0 then 'InProgress' else 'Completed' end, 's', 'Operator',
            'Nama ' || id,
                 value_hash, value_hash, now(), now(), case when id % 50 = 0 then null else now() end, now() from addresses;
        analyze;
        """;

    private const string Finish = """
        finish_turns(now(), now(), now(), now(), 8, array[7], array[null]::bigint[], array['SMx'], array['\x00']::bytea[], array[now()],
          array[false], array[null],
          array['\x00']::bytea[], array['\x00']::bytea[], array[7, 7], array['\x00', '\x01']::bytea[])
        """;

    public async ValueTask InitializeAsync()
    {
        if (await bot.ReadAsync<long>("select count(*) from addresses") == 0) await bot.ExecuteAsync(Fill);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(typeof(OutboxQueue), "NextDue", "now()")]
    [InlineData(typeof(OutboxQueue), "EndLeases", "now()")]
    [InlineData(typeof(OutboxQueue), "SendAgain", "1, now(), now()")]
    [InlineData(typeof(OutboxReconciler), "Unknowns", "now()")]
    [InlineData(typeof(OutboxReconciler), "Known", "array['SM1']")]
    [InlineData(typeof(OutboxWriter), "Replace", "1, 'x', now()")]
    [InlineData(typeof(OutboxWriter), "Release", "1, now()")]
    [InlineData(typeof(DeliveryReports), "Apply", "1, 'sent', 0, 'x', 'SM1', now(), null")]
    [InlineData(typeof(DeliveryReports), "Repeat", "1, 'SM1', 0, 'x', now(), 5, 0.5, 600, false, 8")]
    [InlineData(typeof(ProviderAlarm), "Release", "now(), array[1]")]
    [InlineData(typeof(InboxStore), "Oldest", "1")]
    [InlineData(typeof(InboxStore), "Lock", "1")]
    [InlineData(typeof(InboxStore), "Unknown", "array['SM1']")]
    [InlineData(typeof(MediaQueue), "Claim", "now(), now(), 8")]
    [InlineData(typeof(OfficeMetricsReader), "Outbox", "now()")]
    [InlineData(typeof(OfficeMetricsReader), "Cases", "")]
    public async Task Statement_reads_no_table_from_end_to_end(Type owner, string constant, string values)
    {
        var sql = (string)owner.GetField(constant, BindingFlags.NonPublic | BindingFlags.Static)!.GetRawConstantValue()!;
        var parameters = values.Split(", ", StringSplitOptions.RemoveEmptyEntries);
        for (var n = parameters.Length; n > 0; n--) sql = sql.Replace($"${n}", parameters[n - 1], StringComparison.Ordinal);
        await ShouldUseIndexesAsync(sql);
    }

    [Theory]
    [InlineData("select address_id from address_aliases where value_hash = '\\x01'")]
    [InlineData("select state_enc from conversations where address_id = 1 for update skip locked")]
    [InlineData("select 1 from inbox where address_id = 1 and status = 'pending'")]
    [InlineData(
        "select distinct address_id from inbox where status = 'pending' and (next_attempt_at is null or next_attempt_at <= now()) "
        + "limit 500")]
    public async Task Statement_of_a_turn_reads_no_table_from_end_to_end(string sql) => await ShouldUseIndexesAsync(sql);

    [Theory]
    [InlineData("claim_messages('x', 1000, 1000, now(), now(), 100, now())")]
    [InlineData("settle_messages(now(), array[1, 2], array['read', 'read'], array['x', 'x'], array[1, 1], array['SM1', 'SM2'], "
        + "array[now(), now()], array[true, true], array[null, 'blocked'])")]
    [InlineData("receive_message('SMx', int8send(7), null, '\\x00', '\\x00', now(), false)")]
    [InlineData("receive_message('SMx', int8send(7), int8send(77), '\\x00', '\\x00', now(), false)")]
    [InlineData("begin_turns(array['SMx', 'SMy'], array[int8send(7), int8send(8)], array[null, int8send(88)]::bytea[], array['\\x00', "
        + "'\\x00']::bytea[], now())")]
    [InlineData(Finish)]
    public async Task Function_reads_no_table_from_end_to_end(string call) => (await CountAsync(
        call,
        "select coalesce(string_agg(relname, ', '), '') from pg_stat_xact_user_tables where seq_scan > 0 "
        + "and relname not in ('send_budgets', 'clock_policy')")).ShouldBe("");

    [Fact]
    public async Task Turn_reads_no_open_message_of_anybody_else() => (await CountAsync(
        Finish, "select idx_tup_fetch from pg_stat_xact_user_tables where relname = 'outbox'")).ShouldBe(0L);

    // Plans inside functions are not shown; what they read is counted, on a connection of its own: the counts are of everything that a
    // connection has not reported yet. A hundred messages are open that were not when the planner's statistics were taken.
    private async Task<object?> CountAsync(string call, string counts)
    {
        await bot.ExecuteAsync("update outbox set status = 'pending' where id between 100 and 200");
        await using var connection = new NpgsqlConnection(bot.ConnectionString + ";Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand($"select * from {call}; {counts}", connection);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        await reader.NextResultAsync(TestContext.Current.CancellationToken);
        await reader.ReadAsync(TestContext.Current.CancellationToken);
        return reader.GetValue(0);
    }

    [Theory]
    [InlineData("step_role = 'Operator' and closed_at is null order by submitted_at, id limit 50")]
    [InlineData("alur_id = 'a' and subject_hash = '\\x01' and closed_at is null")]
    [InlineData("address_id = 1 and closed_at is null")]
    [InlineData("nik_hash = '\\x01' or kk_hash = '\\x01' order by id desc limit 50")]
    [InlineData("name_words @@ to_tsquery('simple', 'nama:* & 77:*') order by id desc limit 50")]
    [InlineData("status = 'Forwarding' order by id limit 200")]
    public async Task Search_for_cases_reads_no_table_from_end_to_end(string condition) =>
        await ShouldUseIndexesAsync($"select * from cases where {condition}");

    private async Task ShouldUseIndexesAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(bot.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand($"explain {sql}", connection);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var plan = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken)) plan.Add(reader.GetString(0));
        // send_budgets holds one row for each sender: there is nothing an index could save.
        plan.Where(line => line.Contains("Seq Scan", StringComparison.Ordinal) && !line.Contains("send_budgets", StringComparison.Ordinal))
            .ShouldBeEmpty(string.Join('\n', plan));
    }
}
