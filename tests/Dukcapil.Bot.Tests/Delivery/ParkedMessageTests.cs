using System.Globalization;
using Dukcapil.Bot.Tests.Fixtures;

namespace Dukcapil.Bot.Tests.Delivery;

/// <summary>Messages whose handling fails. The fault comes from the database, with personal data in its words.</summary>
public sealed class ParkedMessageTests(HastyBot app) : IClassFixture<HastyBot>
{
    private static readonly string[] BeforeConsent = ["ktp saya hilang", "ya"];

    [Fact]
    public async Task Message_that_cannot_be_handled_is_parked_with_an_apology_and_later_ones_go_on()
    {
        var (phone, other) = (app.NewPhone(), app.NewPhone());
        await phone.PlayAsync(BeforeConsent);
        await other.PlayAsync(BeforeConsent);
        await FailConsentAsync(phone);

        await phone.SendAsync("ya");
        await phone.SendAsync("menu");

        (await phone.NextAsync()).Body.ShouldContain("maaf", Case.Insensitive);
        (await phone.NextAsync()).Options.ShouldNotBeEmpty();
        (await other.AskAsync("ya")).ShouldContain("untuk siapa");
        (await InboxOfAsync(phone)).ShouldBe("handled/0 handled/0 parked/5 handled/0");
        await NothingPersonalIsKeptAsync(phone);
    }

    [Fact]
    public async Task Message_whose_fault_passes_is_handled_once_and_before_later_ones()
    {
        var (phone, lone) = (app.NewPhone(), app.NewPhone());
        await phone.PlayAsync(BeforeConsent);
        var expected = await lone.PlayAsync([.. BeforeConsent, "ya", "saya sendiri"]);
        await FailConsentAsync(phone);

        await phone.SendAsync("ya");
        await phone.SendAsync("saya sendiri");
        await app.ExecuteAsync($"drop trigger fail_{await app.AddressOfAsync(phone)} on consents");

        await Eventually.AsyncAssert(async () => (await phone.ShownAsync()).Count.ShouldBe(expected.Count));
        (await phone.ShownAsync()).ShouldBe(expected);
        (await InboxOfAsync(phone)).ShouldStartWith("handled/0 handled/0 handled/");
    }

    [Fact]
    public async Task Message_that_cannot_be_opened_is_parked_and_keeps_nobody_waiting()
    {
        var (phone, others) = (app.NewPhone(), Enumerable.Range(0, 8).Select(_ => app.NewPhone()).ToList());
        await phone.AskAsync("halo");
        await app.ExecuteAsync(
            $"""
            insert into inbox (message_sid, address_id, received_at, status, content_enc)
            values ('SM{Guid.NewGuid():n}', {await app.AddressOfAsync(phone)}, now(), 'pending', '\x0102')
            """);
        foreach (var other in others)
        {
            await other.AskAsync("halo");
            await app.ExecuteAsync(
                $"update inbox set status = 'pending', handled_at = null where address_id = {await app.AddressOfAsync(other)}");
        }

        foreach (var other in others) (await other.NextAsync()).Body.ShouldNotBeEmpty();
        (await phone.NextAsync()).Body.ShouldContain("maaf", Case.Insensitive);
        (await InboxOfAsync(phone)).ShouldBe("handled/0 parked/5");
        app.Log.Lines.ShouldNotContain(line => line.Text.Contains("InboxWorker met a fault", StringComparison.Ordinal));
    }

    private async Task FailConsentAsync(SimulatedPhone phone)
    {
        var address = (await app.AddressOfAsync(phone)).ToString(CultureInfo.InvariantCulture);
        await app.ExecuteAsync(
            $"""
            create or replace function fail() returns trigger language plpgsql as
              'begin raise exception ''Budi Santoso 3672011708959901''; end';
            create trigger fail_{address} before insert on consents for each row when (new.address_id = {address}) execute function fail();
            """);
    }

    private async Task<string> InboxOfAsync(SimulatedPhone phone) => await app.ReadAsync<string>(
        $"select string_agg(status || '/' || attempts, ' ' order by id) from inbox where address_id = {await app.AddressOfAsync(phone)}");

    private async Task NothingPersonalIsKeptAsync(SimulatedPhone phone)
    {
        var fault = await app.ReadAsync<string>(
            $"select fault from inbox where status = 'parked' and address_id = {await app.AddressOfAsync(phone)}");
        fault.ShouldStartWith("PostgresException");
        fault.ShouldNotContain("Budi");
        app.Log.Lines.ShouldContain(line => line.Text.Contains("could not be handled", StringComparison.Ordinal));
        app.Log.Lines.Where(line => line.Text.Contains("TurnService", StringComparison.Ordinal))
            .ShouldAllBe(line => !line.Text.Contains("Budi", StringComparison.Ordinal));
    }
}
