using System.Text.Json;
using Dukcapil.Bot.Simulator.Chats;

namespace Dukcapil.Bot.Simulator.Provider;

/// <summary>The account's templates; at most 6000, as WhatsApp allows an account.</summary>
internal sealed class ContentStore(TimeProvider time)
{
    private const int Most = 6000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, ContentRecord> _contents = new(StringComparer.Ordinal);

    /// <summary>Keeps a template; null when the account is full.</summary>
    public ContentRecord? Create(JsonElement definition)
    {
        var content = new ContentRecord(MediaStore.NewSid("HX"), definition.Clone(), "unsubmitted", time.GetUtcNow());
        lock (_lock) return _contents.Count < Most && _contents.TryAdd(content.Sid, content) ? content : null;
    }

    /// <summary>One template, or null.</summary>
    public ContentRecord? Find(string sid)
    {
        lock (_lock) return _contents.GetValueOrDefault(sid);
    }

    /// <summary>Every template, the newest first.</summary>
    public IReadOnlyList<ContentRecord> All()
    {
        lock (_lock) return _contents.Values.OrderByDescending(content => content.CreatedAt).ToList();
    }

    /// <summary>Sets the state of a template's approval; null when there is no such template.</summary>
    public ContentRecord? Decide(string sid, string approval)
    {
        lock (_lock) return _contents.TryGetValue(sid, out var content) ? _contents[sid] = content with { Approval = approval } : null;
    }

    /// <summary>Deletes a template; false when there was none.</summary>
    public bool Delete(string sid)
    {
        lock (_lock) return _contents.Remove(sid);
    }
}
