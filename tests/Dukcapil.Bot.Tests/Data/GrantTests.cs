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
    [InlineData("alter table case_history disable trigger all")]
    [InlineData("drop table access_log")]
    public async Task Host_cannot_rewrite_what_must_stay(string statement)
    {
        await using var command = app.Get<NpgsqlDataSource>().CreateCommand(statement);
        var refusal = await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        refusal.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }
}
