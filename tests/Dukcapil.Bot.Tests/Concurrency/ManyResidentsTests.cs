using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.Extensions.Logging;

namespace Dukcapil.Bot.Tests.Concurrency;

/// <summary>Many residents at once see what a lone resident sees.</summary>
public sealed class ManyResidentsTests(BotApp app) : IClassFixture<BotApp>
{
    private const int Residents = 200;

    [Fact]
    public async Task Two_hundred_residents_at_once_get_every_reply_once_and_in_order()
    {
        var lone = Intake.Alike(await app.NewPhone().PlayAsync(Intake.Whole(0))).ToList();
        var phones = Enumerable.Range(1, Residents).Select(n => (N: n, Phone: app.NewPhone())).ToList();

        await Task.WhenAll(phones.Select(one => one.Phone.PlayAsync(Intake.Whole(one.N))));

        var numbers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (_, phone) in phones)
        {
            var shown = await phone.ShownAsync();
            Intake.Alike(shown).ShouldBe(lone);
            numbers.Add(Intake.NumberIn(shown[^1])!).ShouldBeTrue();
        }

        numbers.Count.ShouldBe(Residents);
        (await app.ReadAsync<long>("select count(*) from cases")).ShouldBe(Residents + 1);
        (await app.ReadAsync<long>("select count(*) from inbox where status <> 'handled'")).ShouldBe(0);
        app.Log.Lines.Where(line => line.Level >= LogLevel.Error).ShouldBeEmpty();
    }
}
