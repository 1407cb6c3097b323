using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Messaging.Outbox;
using Dukcapil.Bot.Core.Messaging.Records;
using Dukcapil.Bot.Core.Messaging.Templates;
using Dukcapil.Bot.Tests.Fixtures;

namespace Dukcapil.Bot.Tests.Sending;

/// <summary>News of cases, and residents who have been silent for long.</summary>
internal static class News
{
    public const string Number = "26-009901-1";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A phone whose resident last wrote longer ago than the window is open.</summary>
    public static async Task<SimulatedPhone> SilentPhoneAsync(this BotApp app)
    {
        var phone = app.NewPhone();
        await phone.AskAsync("halo");
        await app.ExecuteAsync(
            $"update conversations set last_input_at = now() - interval '25 hours' where address_id = {await app.AddressOfAsync(phone)}");
        return phone;
    }

    /// <summary>Writes news of a case as the office does, and wakes the dispatcher.</summary>
    public static async Task TellAsync(this BotApp app, SimulatedPhone phone, string text, string topic = TemplateTopics.News)
    {
        await using var data = app.OpenData();
        var written = app.Get<OutboxWriter>()
            .Push(await app.AddressOfAsync(phone), 0, new CaseNews(topic, Number, text), Guid.NewGuid().ToString());
        // There is no case behind it.
        data.Outbox.Add(new OutboxRecord
        {
            AddressId = written.AddressId,
            Kind = written.Kind,
            Topic = written.Topic,
            Priority = written.Priority,
            FoldKey = written.FoldKey,
            DedupeKey = written.DedupeKey,
            ContentEnc = written.ContentEnc,
            Status = written.Status,
            CreatedAt = written.CreatedAt,
            NotBefore = written.NotBefore,
            ExpiresAt = written.ExpiresAt,
            UpdatedAt = written.UpdatedAt,
        });
        await data.SaveChangesAsync(Cancel);
        app.Get<OutboxSignal>().Signal.Raise();
    }

    /// <summary>Ends every pause of a phone's messages.</summary>
    public static async Task PassTimeAsync(this BotApp app, SimulatedPhone phone)
    {
        await app.ExecuteAsync(
            $"update outbox set not_before = now() where status = 'pending' and address_id = {await app.AddressOfAsync(phone)}");
        app.Get<OutboxSignal>().Signal.Raise();
    }

    /// <summary>The phone's only message by which the office spoke first, once it satisfies the test.</summary>
    public static async Task<OutboxRecord> PushAsync(this BotApp app, SimulatedPhone phone, Action<OutboxRecord> test)
    {
        async Task<OutboxRecord> ReadAsync() =>
            (await app.OutboxOfAsync(phone)).Where(message => message.Kind == "push").ShouldHaveSingleItem();
        await Eventually.AsyncAssert(async () => test(await ReadAsync()));
        return await ReadAsync();
    }

    /// <summary>Waits until every template was approved at the start of the host.</summary>
    public static Task TemplatesAreApprovedAsync(this BotApp app) => Eventually.AsyncAssert(async () =>
    {
        var states = await app.Get<TemplateStates>().ListAsync(Cancel);
        states.Count.ShouldBe(app.Get<TemplateCatalogue>().All.Count);
        states.ShouldAllBe(state => state.IsApproved);
    });
}
