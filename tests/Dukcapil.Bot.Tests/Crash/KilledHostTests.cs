using Dukcapil.Bot.Tests.Fixtures;

namespace Dukcapil.Bot.Tests.Crash;

/// <summary>The host ends in the middle of 200 conversations and is started again.</summary>
public sealed class KilledHostTests(MigratedDatabase databases) : IAsyncLifetime
{
    /// <summary>Up to the question after the consent: a dozen kinds of turn, with menus, database changes and answers.</summary>
    private static readonly string[] Script = Intake.ToChecklist(0)[..5];

    private TestDatabaseCopy? _database;
    private BotProcess? _bot;
    private ProviderHost? _provider;

    private BotProcess Bot => _bot!;

    private ProviderHost Provider => _provider!;

    public async ValueTask InitializeAsync()
    {
        _database = await databases.CreateAsync();
        _bot = new BotProcess(_database);
        _provider = await ProviderHost.StartAsync(_bot.Address);
        await _bot.StartAsync(_provider.ApiBase);
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Provider.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
    }

    [Theory]
    [InlineData(200, false)]
    [InlineData(50, true)]
    public async Task Host_that_ends_in_the_middle_loses_and_repeats_nothing(int residents, bool orderly)
    {
        var lone = await Provider.NewPhone(0).PlayAsync(Script);
        var phones = Enumerable.Range(1, residents).Select(Provider.NewPhone).ToList();
        var conversations = Task.WhenAll(phones.Select(ConverseAsync));
        await UntilHandledAsync(Random.Shared.Next(residents, residents * 4));

        if (orderly)
        {
            (await Bot.StopAsync()).ShouldBe(0);
            (await Bot.ReadAsync<long>("select count(*) from outbox where status = 'sending'")).ShouldBe(0);
        }
        else
        {
            await Bot.KillAsync();
        }

        var inFlight = await Bot.ReadAsync<long>("select count(*) from outbox where status = 'sending'");
        await Bot.StartAsync(Provider.ApiBase);
        await conversations;

        foreach (var phone in phones) (await phone.ShownAsync()).ShouldBe(lone);
        (await Bot.ReadAsync<long>("select count(*) from inbox where status <> 'handled'")).ShouldBe(0);
        (await Bot.ReadAsync<long>("select count(*) from inbox")).ShouldBe((residents + 1) * Script.Length);
        (await Bot.ReadAsync<long>("select count(distinct outbox_id) from outbox_history where status = 'unknown'"))
            .ShouldBeLessThanOrEqualTo(inFlight);
        await Eventually.AsyncAssert(async () =>
            (await Bot.ReadAsync<long>("select count(*) from outbox where status in ('pending', 'sending', 'unknown')")).ShouldBe(0));
    }

    /// <summary>A resident waits for each answer; what the bot did not take is brought again, as the provider's fallback does.</summary>
    private async Task ConverseAsync(SimulatedPhone phone)
    {
        foreach (var line in Script)
        {
            await phone.SayAsync(line);
            await Eventually.AsyncAssert(async () =>
            {
                foreach (var sid in Provider.NotTaken(phone)) await Provider.BringAgainAsync(phone, sid);
                Provider.NotTaken(phone).ShouldBeEmpty();
            });
            // The start anew, the end of the lease and the take-over of the dead host's jobs lie in between.
            await phone.NextAsync(seconds: 60);
        }
    }

    private Task UntilHandledAsync(int messages) => Eventually.AsyncAssert(async () =>
        (await Bot.ReadAsync<long>("select count(*) from inbox where status = 'handled'")).ShouldBeGreaterThan(messages));
}
