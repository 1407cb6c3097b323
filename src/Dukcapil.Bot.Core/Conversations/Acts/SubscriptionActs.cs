using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Information.Subscriptions;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Dialogs.Engine;
using Dukcapil.Bot.Dialogs.Recognizers;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Core.Conversations.Acts;

/// <summary>
/// <c>subscription.add</c>: tell me about a topic. <c>stopped</c> when the resident has said BERHENTI: then nothing is stored yet.
/// </summary>
public sealed class SubscriptionAdd(SubscriptionList subscriptions) : IAct
{
    /// <inheritdoc/>
    public string Name => "subscription.add";

    /// <inheritdoc/>
    public async Task<ActResult> RunAsync(
        ResidentTurn turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var data = await turn.DataAsync(cancellationToken);
        if (await data.Addresses.AnyAsync(
            address => address.Id == turn.AddressId && address.StoppedAt != null, cancellationToken)) return ActResult.Of("stopped");
        await subscriptions.SubscribeAsync(data, turn.AddressId, arguments["topik"], "resident", cancellationToken);
        return ActResult.Ok;
    }
}

/// <summary><c>subscription.end</c>: tell me no more about a topic.</summary>
public sealed class SubscriptionEnd(SubscriptionList subscriptions) : IAct
{
    /// <inheritdoc/>
    public string Name => "subscription.end";

    /// <inheritdoc/>
    public async Task<ActResult> RunAsync(
        ResidentTurn turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        await subscriptions.UnsubscribeAsync(
            await turn.DataAsync(cancellationToken), turn.AddressId, arguments["topik"], "resident", cancellationToken);
        return ActResult.Ok;
    }
}

/// <summary><c>subscription.list</c>: what this phone asked to be told about. Sets <c>langganan-daftar</c>.</summary>
public sealed class SubscriptionListing(BotContentHolder content) : IAct
{
    /// <inheritdoc/>
    public string Name => "subscription.list";

    /// <inheritdoc/>
    public async Task<ActResult> RunAsync(
        ResidentTurn turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var topics = await SubscriptionList.OfAsync(await turn.DataAsync(cancellationToken), turn.AddressId, cancellationToken);
        return topics.Count == 0
            ? ActResult.Of("none")
            : ActResult.Of("some", ("langganan-daftar", new DialogValue { Items = topics.Take(Limits.Rows - 1).Select(Row).ToList() }));
    }

    private DialogListItem Row(string topic)
    {
        var texts = content.Current.Texts;
        return SubscriptionTopics.KelurahanOf(topic) is { } code && Wilayah.Find(code) is { } kelurahan
            ? new DialogListItem(topic, LocalizedText.Same(kelurahan.Name), texts["langganan.jadwal-ket"], [kelurahan.Name])
            : new DialogListItem(topic, texts["langganan.kabar-kantor"], texts["langganan.kabar-kantor-ket"]);
    }
}
