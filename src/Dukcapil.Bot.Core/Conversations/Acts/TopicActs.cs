using Dukcapil.Bot.Core.Information.Topics;
using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Core.Conversations.Acts;

/// <summary>
/// <c>topic.show</c>: what is known of a topic, from memory. Sets <c>topik-teks</c>, and <c>topik-tombol</c> where there are buttons (else
/// <c>plain</c>); <c>off</c> for one that is switched off or unknown.
/// </summary>
public sealed class TopicShow(TopicHolder topics, TopicComposer composer) : IAct
{
    /// <inheritdoc/>
    public string Name => "topic.show";

    /// <inheritdoc/>
    public Task<ActResult> RunAsync(ResidentTurn turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        if (topics.Find(arguments["topik"]) is not { IsOn: true } topic) return Task.FromResult(ActResult.Of("off"));
        var text = composer.Compose(topic.Text, topic.Notice);
        return Task.FromResult(ActResult.Of(
            topic.Text.Buttons.Count == 0 ? "plain" : "ok",
            ("topik-teks", DialogValue.Of(text.Id, text)),
            ("topik-tombol", new DialogValue { Items = composer.Buttons(topic.Text) })));
    }
}

/// <summary><c>topic.list</c>: the topics there are, from memory. Sets <c>topik-daftar</c>.</summary>
public sealed class TopicList(TopicHolder topics) : IAct
{
    /// <inheritdoc/>
    public string Name => "topic.list";

    /// <inheritdoc/>
    public Task<ActResult> RunAsync(ResidentTurn turn, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var rows = topics.All.Where(topic => topic.IsOn).Select(topic => TopicComposer.Row(topic.Text)).ToList();
        return Task.FromResult(ActResult.Of("ok", ("topik-daftar", new DialogValue { Items = rows })));
    }
}
