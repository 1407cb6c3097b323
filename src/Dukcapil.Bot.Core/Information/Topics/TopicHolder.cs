namespace Dukcapil.Bot.Core.Information.Topics;

/// <summary>
/// The topics as this host last read them, so that answering costs no question to the database. The database holds the truth; every host
/// reads it at its start and again every few seconds.
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
