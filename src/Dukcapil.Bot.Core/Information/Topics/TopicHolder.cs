namespace Dukcapil.Bot.Core.Information.Topics;

/// <summary>
/// Cache of the topics in memory, so that an answer needs no query. Every host refreshes it at its start and every few seconds.
/// </summary>
public sealed class TopicHolder
{
    private volatile IReadOnlyList<Topic> _all = [];

    /// <summary>All topics, in order.</summary>
    public IReadOnlyList<Topic> All => _all;

    /// <summary>A topic; null when there is none of that name.</summary>
    public Topic? Find(string id) => _all.FirstOrDefault(topic => topic.Text.Id == id);

    internal void Use(IReadOnlyList<Topic> topics) => _all = topics;
}
