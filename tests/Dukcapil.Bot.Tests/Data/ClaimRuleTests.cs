using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Messaging.Outbox;
using Dukcapil.Bot.Tests.Fixtures;

namespace Dukcapil.Bot.Tests.Data;

/// <summary>Rules that stand twice say the same: what a turn claims for itself and what the claim gives, the window in SQL and C#.</summary>
public sealed class ClaimRuleTests(QuietBot bot) : IClassFixture<QuietBot>
{
    [Theory]
    [InlineData("delivered", "reply", false, 0, true)]
    [InlineData("pending", "reply", false, 0, false)]
    [InlineData("pending", "push", false, 0, false)]
    [InlineData("pending", "reply", false, 30, false)]
    [InlineData("pending", "push", false, 30, true)]
    [InlineData("pending", "push", true, 30, true)]
    [InlineData("pending", "reply", true, 30, true)]
    [InlineData("sending", "reply", false, 0, false)]
    [InlineData("sending", "push", false, 0, false)]
    [InlineData("unknown", "reply", false, 0, false)]
    [InlineData("unknown", "push", false, 0, true)]
    [InlineData("unknown", "reply", false, -30, true)]
    [InlineData("failed", "reply", false, 0, true)]
    public async Task Turn_claims_its_reply_exactly_when_the_claim_would(string status, string kind, bool timed, int minutes, bool claims)
    {
        var turn = await AddressAsync(status, kind, timed, minutes);
        (await bot.ReadAsync<long>($"""
            select count(*) from finish_turns(now(), null, now() + interval '1 minute', now() - interval '10 minutes', 8, array[{turn}],
              array[null]::bigint[], array['SM{turn}'], array['\x00']::bytea[], array[now()], array[false], array[null]::text[],
              array['\x00']::bytea[], array['\x00']::bytea[], array[{turn}], array['\x00']::bytea[])
            """)).ShouldBe(claims ? 1 : 0);

        var queue = await AddressAsync(status, kind, timed, minutes);
        var reply = await bot.ReadAsync<long>($"""
            insert into outbox (address_id, kind, content_enc, created_at, not_before, updated_at)
            values ({queue}, 'reply', '\x00', now(), now(), now()) returning id
            """);
        (await bot.ReadAsync<long>($"""
            select count(*) from claim_messages('uji{reply}', 1000, 1000, now(), now() + interval '1 minute', 1000,
              now() - interval '10 minutes')
            where id = {reply}
            """)).ShouldBe(claims ? 1 : 0);
    }

    [Fact]
    public void Window_is_as_long_in_sql_as_in_the_program() =>
        Routine.All.Single(routine => routine.Name == "fold_news").Sql.ShouldContain($"interval '{WindowState.Length.TotalHours} hours'");

    // Somebody who was written to before: how that message stands, and by how many minutes its time is ahead of now.
    private async Task<long> AddressAsync(string status, string kind, bool timed, int minutes)
    {
        var address = await bot.ReadAsync<long>($"select address_of('\\x{Guid.NewGuid():N}', null, '\\x00', now())");
        await bot.ExecuteAsync($"""
            insert into outbox (address_id, kind, content_enc, status, timed, created_at, not_before, updated_at)
            values ({address}, '{kind}', '\x00', '{status}', {timed}, now(), now() + interval '{minutes} minutes',
              now() + interval '{minutes} minutes')
            """);
        return address;
    }
}
