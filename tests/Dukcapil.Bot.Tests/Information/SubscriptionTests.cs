using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Information.Subscriptions;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Dukcapil.Bot.Tests.Information;

/// <summary>Who asked to be told about what, and what ends it.</summary>
public sealed class SubscriptionTests(QuietBot bot) : IClassFixture<QuietBot>
{
    private const string Way = "resident";

    private static readonly string Ciwaduk = SubscriptionTopics.Schedule("36.72.02.1005");

    private SubscriptionList List => bot.Services.Need<SubscriptionList>();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Topic_asked_for_twice_is_kept_once_and_can_be_asked_for_again_after_its_end()
    {
        var who = await NewAddressAsync();
        (await DoAsync(data => List.SubscribeAsync(data, who, Ciwaduk, Way, Cancel))).ShouldBeTrue();
        (await DoAsync(data => List.SubscribeAsync(data, who, Ciwaduk, Way, Cancel))).ShouldBeFalse();
        (await OfAsync(who)).ShouldBe([Ciwaduk]);

        (await DoAsync(data => List.UnsubscribeAsync(data, who, Ciwaduk, Way, Cancel))).ShouldBeTrue();
        (await DoAsync(data => List.UnsubscribeAsync(data, who, Ciwaduk, Way, Cancel))).ShouldBeFalse();
        (await OfAsync(who)).ShouldBeEmpty();

        (await DoAsync(data => List.SubscribeAsync(data, who, Ciwaduk, Way, Cancel))).ShouldBeTrue();
        (await OfAsync(who)).ShouldBe([Ciwaduk]);
    }

    [Fact]
    public async Task Many_who_ask_at_once_for_one_resident_leave_one_subscription()
    {
        var who = await NewAddressAsync();
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(_ => DoAsync(data => List.SubscribeAsync(data, who, Ciwaduk, Way, Cancel))));
        answers.Count(isNew => isNew).ShouldBe(1);
        (await OfAsync(who)).ShouldBe([Ciwaduk]);
    }

    [Theory]
    [InlineData("resident", 0)]
    [InlineData("provider", 0)]
    [InlineData("blocked", 2)]
    public async Task Opt_out_ends_subscriptions_and_starting_again_brings_none_back(string way, int left)
    {
        var who = await NewAddressAsync();
        await DoAsync(data => List.SubscribeAsync(data, who, Ciwaduk, Way, Cancel));
        await DoAsync(data => List.SubscribeAsync(data, who, SubscriptionTopics.OfficeNews, Way, Cancel));

        await bot.ExecuteAsync($"select stop_address({who}, '{way}', now())");
        (await ToTellAsync(who)).ShouldBe(0, "nobody is told who wants no messages");
        await bot.ExecuteAsync($"select start_address({who}, 'resident', now())");

        (await ToTellAsync(who)).ShouldBe(left);
    }

    [Fact]
    public async Task Wish_to_stop_after_a_block_ends_subscriptions_too()
    {
        var who = await NewAddressAsync();
        await DoAsync(data => List.SubscribeAsync(data, who, Ciwaduk, Way, Cancel));
        await bot.ExecuteAsync($"select stop_address({who}, 'blocked', now())");
        (await OfAsync(who)).Count.ShouldBe(1);
        await bot.ExecuteAsync($"select stop_address({who}, 'resident', now())");
        (await OfAsync(who)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Identifiers_that_prove_to_be_one_residents_keep_each_topic_once()
    {
        var (kept, gone) = (await NewAddressAsync(), await NewAddressAsync());
        foreach (var who in new[] { kept, gone }) await DoAsync(data => List.SubscribeAsync(data, who, Ciwaduk, Way, Cancel));
        await DoAsync(data => List.SubscribeAsync(data, gone, SubscriptionTopics.OfficeNews, Way, Cancel));

        await bot.ExecuteAsync(
            $"update conversations set last_input_at = now() where address_id = {kept}; select merge_addresses({kept}, {gone}, now())");

        (await OfAsync(kept)).ShouldBe([Ciwaduk, SubscriptionTopics.OfficeNews], ignoreOrder: true);
        (await OfAsync(gone)).ShouldBeEmpty();
    }

    private Task<IReadOnlyList<string>> OfAsync(long who) => DoAsync(data => SubscriptionList.OfAsync(data, who, Cancel));

    private Task<int> ToTellAsync(long who) => DoAsync(data =>
        SubscriptionList.ToTell(data, [Ciwaduk, SubscriptionTopics.OfficeNews]).CountAsync(one => one.AddressId == who, Cancel));

    private async Task<T> DoAsync<T>(Func<BotDbContext, Task<T>> operation)
    {
        await using var data = await bot.Services.OpenDataAsync();
        return await operation(data);
    }

    private async Task<long> NewAddressAsync()
    {
        var hash = Guid.NewGuid().ToByteArray();
        await using var command = bot.Services.Need<NpgsqlDataSource>().CreateCommand("select address_of($1, null, $1, now())");
        command.Parameters.Add(new() { Value = hash });
        return (long)(await command.ExecuteScalarAsync(Cancel))!;
    }
}
