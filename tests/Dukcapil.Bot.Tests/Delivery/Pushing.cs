using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Messaging.Records;
using Dukcapil.Bot.Tests.Fixtures;

namespace Dukcapil.Bot.Tests.Delivery;

/// <summary>Messages by which the office speaks first.</summary>
internal static class Pushing
{
    public static async Task PushAsync(this BotApp app, SimulatedPhone phone, string text)
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var data = app.OpenData();
        var push = new OutboxRecord
        {
            AddressId = await app.AddressOfAsync(phone),
            Kind = "push",
            ContentEnc = app.Get<MessageSealer>().Seal(new OutgoingContent(text)),
            Status = "pending",
            CreatedAt = now,
            NotBefore = now,
            UpdatedAt = now,
        };
        data.Outbox.Add(push);
        await data.SaveChangesAsync(TestContext.Current.CancellationToken);
        app.Get<OutboxSignal>().Signal.Raise();
        await Eventually.AsyncAssert(
            async () => (await app.OutboxOfAsync(phone)).Single(message => message.Id == push.Id).Attempts.ShouldBe(1));
    }
}
