using Dukcapil.Bot.Core.Messaging.Incidents;
using Dukcapil.Bot.Core.Messaging.Outbox;
using Dukcapil.Bot.Core.Messaging.Provider;
using Dukcapil.Bot.Core.Messaging.Records;
using Dukcapil.Bot.Core.Staff;
using Dukcapil.Bot.Simulator.Faults;
using Dukcapil.Bot.Tests.Fixtures;
using Dukcapil.Bot.Tests.Pages;

namespace Dukcapil.Bot.Tests.Sending;

/// <summary>Every failure code of the table, reported by the provider after it had accepted the message.</summary>
public sealed class FailureClassTests(HastyBot app) : IClassFixture<HastyBot>
{
    private const int Unlisted = 99999;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_code_ends_a_message_or_makes_it_wait_as_its_class_says()
    {
        var entries = app.Get<FailureCatalogue>().Entries.Append(app.Get<FailureCatalogue>().For(Unlisted)).ToList();
        await Task.WhenAll(entries.Select(ShouldHandleAsync));
        entries.Select(entry => entry.Class).Distinct().Count().ShouldBe(Enum.GetValues<FailureClass>().Length);
        var alarms = entries.Where(entry => entry.Class == FailureClass.Alarm).Select(entry => $"{entry.Code}").ToList();
        foreach (var code in alarms)
            (await app.ReadAsync<long>($"select count(*) from incidents where kind = '{IncidentKinds.Refused}' and subject = '{code}'"))
                .ShouldBeGreaterThan(0, code);
    }

    [Fact]
    public async Task Staff_read_on_the_page_what_each_code_means()
    {
        using var kadis = new StaffBrowser(app.Address);
        await kadis.SignInAsync("kadis", DemoStaff.Password);
        foreach (var entry in app.Get<FailureCatalogue>().Entries.Append(app.Get<FailureCatalogue>().For(Unlisted)))
        {
            var id = await ShouldHandleAsync(entry);
            var page = await kadis.GetAsync($"/pesan/{id}");
            page.Text.ShouldContain(entry.Explanation, customMessage: $"{entry.Code}");
            page.Text.ShouldContain($"{entry.Code}");
        }
    }

    [Fact]
    public async Task Late_report_of_a_failed_try_changes_nothing_for_the_next_one()
    {
        var (phone, reports) = (app.NewPhone(), app.Get<DeliveryReports>());
        app.Break(phone, FaultKind.FailDelivery, code: 63018);
        await phone.SendAsync("halo");
        var waiting = await SettledAsync(phone, message => message.ErrorCode.ShouldBe(63018));
        var sid = await app.ReadAsync<string>($"select failed_sids[1] from outbox where id = {waiting.Id}");
        foreach (var status in (DeliveryStatus[])[DeliveryStatus.Failed, DeliveryStatus.Sent, DeliveryStatus.Undelivered])
            await reports.ApplyAsync(waiting.Id, new StatusCallback(sid, status, 63018, null), Cancel);
        (await app.OutboxOfAsync(phone)).Single().ShouldSatisfyAllConditions(
            message => message.Status.ShouldBe("pending"), message => message.ProviderSid.ShouldBeNull(), message => message.Attempts
                .ShouldBe(1));
        await app.PassTimeAsync(phone);
        (await SettledAsync(phone, message => message.Status.ShouldBe("delivered"))).Attempts.ShouldBe(2);
    }

    [Fact]
    public async Task Answer_to_a_send_that_comes_after_its_failure_does_not_revive_the_failed_try()
    {
        var (phone, cancel) = (app.NewPhone(), Cancel);
        app.Break(phone, FaultKind.FailDelivery, code: 63038);
        await phone.SendAsync("halo");
        var waiting = await SettledAsync(phone, message => message.ErrorCode.ShouldBe(63038));
        var sid = await app.ReadAsync<string>($"select failed_sids[1] from outbox where id = {waiting.Id}");
        await app.Get<OutboxQueue>().SettleAsync([new SendResult(waiting.Id, "sent", ProviderSid: sid)], cancel);
        (await app.OutboxOfAsync(phone)).Single().Status.ShouldBe("pending");
        (waiting.NotBefore - waiting.UpdatedAt).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromHours(6));
    }

    private async Task<long> ShouldHandleAsync(FailureEntry entry)
    {
        var phone = app.NewPhone();
        // An alarm is over once any message has arrived: here it lasts.
        app.Break(phone, FaultKind.FailDelivery, times: entry.Class == FailureClass.Alarm ? null : 1, code: entry.Code);
        await phone.SendAsync("halo");
        var message = await SettledAsync(phone, one => one.ErrorCode.ShouldBe(entry.Code));
        message.Reason.ShouldNotBeNull().ShouldContain(entry.Explanation, customMessage: $"{entry.Code}");
        message.Status.ShouldBeOneOf(
            entry.IsRepeated || entry.Class == FailureClass.Alarm ? ["pending", "sending", "sent", "delivered"] : ["failed"],
            $"{entry.Code}");
        if (entry.Class == FailureClass.RetryHours)
            (message.NotBefore - message.UpdatedAt).ShouldBeGreaterThanOrEqualTo(entry.Pause, $"{entry.Code}");
        return message.Id;
    }

    private async Task<OutboxRecord> SettledAsync(SimulatedPhone phone, Action<OutboxRecord> test)
    {
        await Eventually.AsyncAssert(async () => test((await app.OutboxOfAsync(phone)).ShouldHaveSingleItem()));
        return (await app.OutboxOfAsync(phone)).Single();
    }
}
