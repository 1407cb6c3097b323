using Dukcapil.Bot.Core.Messaging.Outbox;
using Dukcapil.Bot.Core.Messaging.Provider;
using Dukcapil.Bot.Tests.Fixtures;

namespace Dukcapil.Bot.Tests.Delivery;

/// <summary>The library's exceptions quote the address of a call, and that of a list names a resident's number.</summary>
public sealed class ProviderLogTests(BotApp app) : IClassFixture<BotApp>
{
    [Fact]
    public async Task Provider_that_cannot_be_reached_puts_no_number_into_the_log()
    {
        var phone = app.NewPhone();
        await phone.AskAsync("halo");
        var endpoints = app.Get<TwilioEndpoints>();
        endpoints.Use("http://127.0.0.1:1", "http://127.0.0.1:1", endpoints.Public);
        await app.ExecuteAsync("update outbox set status = 'unknown', provider_sid = null, updated_at = now() - interval '1 hour'");
        (await app.Get<OutboxReconciler>().RunAsync(TestContext.Current.CancellationToken)).ShouldBe(new Reconciled(0, 1));
        var lines = app.Log.Lines.Select(line => line.Text).ToList();
        lines.ShouldContain(line => line.Contains("The provider's list could not be read for message", StringComparison.Ordinal)
            && line.Contains("The connection broke (ConnectionError)", StringComparison.OrdinalIgnoreCase));
        lines.Where(line => line.Contains(phone.Number[1..], StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
