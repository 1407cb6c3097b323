using Dukcapil.Bot.Core.Messaging.Incidents;
using Dukcapil.Bot.Core.Messaging.Records;
using Dukcapil.Bot.Simulator.Faults;
using Dukcapil.Bot.Tests.Fixtures;

namespace Dukcapil.Bot.Tests.Sending;

/// <summary>Failures that concern every message until a person has acted.</summary>
public sealed class AlarmTests(HastyBot app) : IClassFixture<HastyBot>
{
    private const int WrongToken = 20003;
    private const int LockedSender = 63051;

    private readonly SimulatedPhone phone = app.NewPhone();

    [Fact]
    public async Task Reply_refused_for_the_credentials_waits_and_goes_out_once_they_work()
    {
        app.Break(phone, FaultKind.Refuse, times: 3, code: WrongToken);
        await phone.SendAsync("halo");
        for (var tries = 0; tries < 2; tries++)
        {
            await HeldAsync(WrongToken);
            await app.PassTimeAsync(phone);
        }

        (await HeldAsync(WrongToken)).Attempts.ShouldBe(0);
        (await app.Get<IncidentBook>().ListOpenAsync(TestContext.Current.CancellationToken))
            .ShouldContain(incident => incident.Kind == IncidentKinds.Refused && incident.Subject == $"{WrongToken}");
        await app.PassTimeAsync(phone);
        await DeliveredAsync();
    }

    [Fact]
    public async Task Everything_that_was_held_goes_out_once_one_message_has_arrived()
    {
        app.Break(phone, FaultKind.Refuse, code: WrongToken);
        await phone.SendAsync("halo");
        await HeldAsync(WrongToken);
        await app.NewPhone().AskAsync("halo");
        await DeliveredAsync();
        (await app.Get<IncidentBook>().ListOpenAsync(TestContext.Current.CancellationToken)).ShouldNotContain(
            incident => incident.Kind == IncidentKinds.Refused);
    }

    [Fact]
    public async Task Message_whose_time_is_over_is_not_sent_when_the_alarm_ends()
    {
        app.Break(phone, FaultKind.Refuse, code: WrongToken);
        await phone.SendAsync("halo");
        var held = await HeldAsync(WrongToken);
        await app.ExecuteAsync($"update outbox set expires_at = now() - interval '1 second' where id = {held.Id}");
        await app.PassTimeAsync(phone);
        await Eventually.AsyncAssert(async () => (await app.OutboxOfAsync(phone)).Single().Status.ShouldBe("expired"));
        (await phone.ShownAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Alarm_that_is_told_after_the_message_was_accepted_holds_it_as_well()
    {
        app.Break(phone, FaultKind.FailDelivery, code: LockedSender);
        await phone.SendAsync("halo");
        var held = await HeldAsync(LockedSender);
        (held.NotBefore - held.UpdatedAt).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMinutes(10));
        await app.PassTimeAsync(phone);
        await DeliveredAsync();
    }

    private Task DeliveredAsync() =>
        Eventually.AsyncAssert(async () => (await app.OutboxOfAsync(phone)).Single().Status.ShouldBe("delivered"));

    private async Task<OutboxRecord> HeldAsync(int code)
    {
        async Task<OutboxRecord> ReadAsync() => (await app.OutboxOfAsync(phone)).ShouldHaveSingleItem();
        await Eventually.AsyncAssert(async () =>
        {
            var message = await ReadAsync();
            message.Status.ShouldBe("pending");
            message.ErrorCode.ShouldBe(code);
            message.NotBefore.ShouldBeGreaterThan(TimeProvider.System.GetUtcNow().AddMinutes(1));
        });
        return await ReadAsync();
    }
}
