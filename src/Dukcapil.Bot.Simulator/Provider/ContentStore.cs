using System.Text.Json;
using Dukcapil.Bot.Simulator.Chats;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Simulator.Provider;

/// <summary>Templates of the account; at most 6000, as WhatsApp allows an account. Approval advances by the clock.</summary>
internal sealed class ContentStore(IOptions<SimulatorOptions> options, ChatEvents events, TimeProvider time)
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

    /// <summary>One template as it is now, or null.</summary>
    public ContentRecord? Find(string sid)
    {
        lock (_lock) return _contents.TryGetValue(sid, out var content) ? Now(content) : null;
    }

    /// <summary>Every template as it is now, the newest first.</summary>
    public IReadOnlyList<ContentRecord> All()
    {
        lock (_lock) return _contents.Values.Select(Now).OrderByDescending(content => content.CreatedAt).ToList();
    }

    /// <summary>Submits a template for approval; null when there is none or its name is taken.</summary>
    public ContentRecord? Submit(string sid, string name)
    {
        lock (_lock)
        {
            if (!_contents.TryGetValue(sid, out var content)
                || _contents.Values.Any(other => other.Name == name && other.Sid != sid)) return null;
            var objection = content.Objection();
            content = _contents[sid] = content with
            {
                Name = name,
                Approval = objection.Length > 0 ? "rejected" : "received",
                Reason = objection,
                SubmittedAt = time.GetUtcNow(),
            };
            Announce();
            return content;
        }
    }

    /// <summary>Sets the state of a template's approval from now on; null when there is no such template.</summary>
    public ContentRecord? Decide(string sid, string approval, string reason = "")
    {
        lock (_lock)
        {
            if (!_contents.TryGetValue(sid, out var content)) return null;
            Announce();
            return _contents[sid] = content with { Approval = approval, Reason = reason, SubmittedAt = null };
        }
    }

    /// <summary>Deletes a template; false when there was none.</summary>
    public bool Delete(string sid)
    {
        lock (_lock) return _contents.Remove(sid);
    }

    // Only what was submitted and not yet decided moves by itself.
    private ContentRecord Now(ContentRecord content)
    {
        if (content.SubmittedAt is not { } submitted || content.Approval != "received") return content;
        var age = time.GetUtcNow() - submitted;
        var whole = options.Value.ApprovalTime;
        return content with { Approval = age >= whole ? "approved" : age >= whole / 2 ? "pending" : "received" };
    }

    private void Announce() => events.Publish(new ChatEvent("contents", "", null));
}
