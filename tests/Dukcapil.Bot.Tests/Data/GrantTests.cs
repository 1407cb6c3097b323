using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Tests.Fixtures;
using Npgsql;

namespace Dukcapil.Bot.Tests.Data;

/// <summary>What the host's own role may not do, tried as the host.</summary>
public sealed class GrantTests(BotApp app) : IClassFixture<BotApp>
{
    [Theory]
    [InlineData("update case_history set action = ''")]
    [InlineData("delete from case_history")]
    [InlineData("truncate case_history")]
    [InlineData("update access_log set what = ''")]
    [InlineData("delete from access_log")]
    [InlineData("update outbox_history set status = ''")]
    [InlineData("delete from outbox_history")]
    [InlineData("update address_events set kind = ''")]
    [InlineData("delete from address_events")]
    [InlineData("delete from address_aliases")]
    [InlineData("update alur_versions set yaml = ''")]
    [InlineData("delete from alur_versions")]
    [InlineData("update visit_events set action = 'left'")]
    [InlineData("delete from visit_events")]
    [InlineData("delete from visits")]
    [InlineData("delete from cases")]
    [InlineData("delete from consents")]
    [InlineData("update consents set version = ''")]
    [InlineData("update case_receipts set issued_at = now()")]
    [InlineData("update case_handovers set collected_by = ''")]
    [InlineData("update key_proof set word_hash = ''")]
    [InlineData("update address_policy set silence_days = 3650")]
    [InlineData("delete from inbox")]
    [InlineData("delete from outbox")]
    [InlineData("update booking_history set reason = ''")]
    [InlineData("delete from booking_history")]
    [InlineData("update plan_history set what = ''")]
    [InlineData("delete from plan_history")]
    [InlineData("delete from bookings")]
    [InlineData("delete from slots")]
    [InlineData("update campaign_history set act = ''")]
    [InlineData("delete from campaign_history")]
    [InlineData("delete from campaign_recipients")]
    [InlineData("delete from reminder_claims")]
    [InlineData("update unrecorded_events set reason = ''")]
    [InlineData("delete from unrecorded_events")]
    [InlineData("delete from unrecorded_people")]
    [InlineData("delete from register_imports")]
    [InlineData("delete from subscriptions")]
    [InlineData("update complaint_events set action = 'closed'")]
    [InlineData("delete from complaint_events")]
    [InlineData("delete from complaints")]
    [InlineData("update topic_versions set body_id = ''")]
    [InlineData("delete from topic_versions")]
    [InlineData("delete from field_visits")]
    [InlineData("delete from field_visit_changes")]
    [InlineData("update field_visit_changes set place_before = ''")]
    [InlineData("delete from case_receipts")]
    [InlineData("update message_acts set act = 'close'")]
    [InlineData("delete from deadline_warnings")]
    [InlineData("insert into outbox_history (outbox_id, at, status) values (1, now(), 'sent')")]
    [InlineData(
        "insert into booking_history (booking_id, at, state_after, slot_after, actor_kind) values (1, now(), 'Booked', 1, 'staff')")]
    [InlineData("insert into unrecorded_events (person_id, at, what, actor_kind) values (1, now(), 'added', 'staff')")]
    [InlineData("update clock_policy set hosts_clock = true")]
    [InlineData("insert into \"__EFMigrationsHistory\" values ('x', 'y')")]
    [InlineData("delete from \"__EFMigrationsHistory\"")]
    [InlineData("set role dukcapil")]
    [InlineData("set session authorization dukcapil")]
    [InlineData("create role intruder")]
    [InlineData("alter role dukcapil_app createrole")]
    [InlineData("grant dukcapil to dukcapil_app")]
    [InlineData("create schema mine")]
    [InlineData("create table public.mine (i integer)")]
    [InlineData("create function public.mine() returns integer language sql as 'select 1'")]
    [InlineData("create or replace function public.stamp_at() returns trigger language plpgsql as 'begin return new; end'")]
    [InlineData("drop trigger access_log_stamp on access_log")]
    [InlineData("alter table hangfire.job add column mine integer")]
    [InlineData("drop schema hangfire cascade")]
    [InlineData("set session_replication_role = replica")]
    [InlineData("copy (select 1) to program 'true'")]
    [InlineData("select pg_read_file('/etc/passwd')")]
    [InlineData("alter table case_history disable trigger all")]
    [InlineData("drop table access_log")]
    public async Task Host_cannot_rewrite_what_must_stay(string statement)
    {
        await using var command = app.Get<NpgsqlDataSource>().CreateCommand(statement);
        var refusal = await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        refusal.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task Host_signs_in_as_a_login_that_owns_nothing_and_can_become_nobody_else()
    {
        (await HostLoginCheck.ProblemAsync(app.HostConnectionString, TestContext.Current.CancellationToken)).ShouldBeNull();
        (await HostLoginCheck.ProblemAsync(app.ConnectionString, TestContext.Current.CancellationToken)).ShouldBe("owns the database");
    }

    [Theory]
    [InlineData("insert into access_log (at, staff_id, what) select '2001-01-01', id, 'case' from staff limit 1 returning at")]
    [InlineData("insert into address_events (address_id, at, kind) select id, '2001-01-01', 'flood' from addresses limit 1 returning at")]
    public async Task Time_of_what_is_only_added_is_the_databases_own(string statement)
    {
        await app.NewPhone().AskAsync("halo");
        await using var owner = NpgsqlDataSource.Create(app.ConnectionString);
        await using (var clock = owner.CreateCommand("update clock_policy set hosts_clock = false")) await clock.ExecuteNonQueryAsync(
            TestContext.Current.CancellationToken);
        await using var source = NpgsqlDataSource.Create(app.HostConnectionString);
        await using var command = source.CreateCommand(statement);
        var at = await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
        at.ShouldBeOfType<DateTime>().ShouldBe(TimeProvider.System.GetUtcNow().UtcDateTime, TimeSpan.FromMinutes(5));
    }
}
