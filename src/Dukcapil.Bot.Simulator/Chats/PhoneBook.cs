using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Simulator.Chats;

/// <summary>
/// Every phone and its chat, in memory and bounded. One lock guards all of it, so that each chat has one order and every change is
/// published in that order.
/// </summary>
public sealed class PhoneBook(IOptions<SimulatorOptions> options, ChatEvents events, TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(24);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Entry> _phones = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _phoneOf = new(StringComparer.Ordinal);
    private long _order;

    /// <summary>Every phone, the one used last first.</summary>
    public IReadOnlyList<Phone> Phones()
    {
        lock (_lock) return _phones.Values.OrderByDescending(entry => entry.LastUsed).Select(entry => entry.ToPhone()).ToList();
    }

    /// <summary>One phone; made on first use.</summary>
    public Phone Phone(string number)
    {
        lock (_lock) return Open(number).ToPhone();
    }

    /// <summary>Sets the name the resident chose.</summary>
    public void Rename(string number, string profileName)
    {
        lock (_lock) Open(number).ProfileName = profileName;
    }

    /// <summary>Adds a message at the end of its chat and returns it with its order and time.</summary>
    public ChatMessage Add(ChatMessage message)
    {
        lock (_lock)
        {
            var entry = Open(message.Phone);
            message = message with { Order = ++_order, At = time.GetUtcNow() };
            entry.LastUsed = _order;
            if (message.FromResident) entry.LastInbound = message.At;
            entry.Messages.Add(message);
            _phoneOf[message.Sid] = message.Phone;
            while (entry.Messages.Count > options.Value.MostMessages) Forget(entry, 0);
            events.Publish(new ChatEvent("message", message.Phone, message));
            return message;
        }
    }

    /// <summary>Changes a message; returns null when it is no longer there or the change returned the very same message.</summary>
    public ChatMessage? Change(string sid, Func<ChatMessage, ChatMessage> change)
    {
        lock (_lock)
        {
            if (Locate(sid) is not var (entry, index)) return null;
            var changed = change(entry.Messages[index]);
            if (ReferenceEquals(changed, entry.Messages[index])) return null;
            entry.Messages[index] = changed;
            events.Publish(new ChatEvent("status", changed.Phone, changed));
            return changed;
        }
    }

    /// <summary>One message, or null.</summary>
    public ChatMessage? Find(string sid)
    {
        lock (_lock) return Locate(sid) is var (entry, index) ? entry.Messages[index] : null;
    }

    /// <summary>Every message that passes the test, newest first.</summary>
    public IReadOnlyList<ChatMessage> Search(Func<ChatMessage, bool> test)
    {
        lock (_lock)
            return _phones.Values.SelectMany(entry => entry.Messages).Where(test).OrderByDescending(message => message.Order).ToList();
    }

    /// <summary>Removes one message from the provider's records and the chat; false when there is none.</summary>
    public bool Remove(string sid)
    {
        lock (_lock)
        {
            if (Locate(sid) is not var (entry, index)) return false;
            Forget(entry, index);
            return true;
        }
    }

    /// <summary>Notes that the resident has the chat open, and returns the office's delivered messages that are thereby read.</summary>
    public IReadOnlyList<ChatMessage> Look(string number)
    {
        lock (_lock)
        {
            var entry = Open(number);
            entry.SeenUpTo = _order;
            return entry.Messages.Where(message => !message.FromResident && message.Status == "delivered").ToList();
        }
    }

    /// <summary>Whether the resident has already seen a message.</summary>
    public bool IsSeen(ChatMessage message)
    {
        lock (_lock) return _phones.TryGetValue(message.Phone, out var entry) && entry.SeenUpTo >= message.Order;
    }

    /// <summary>Whether the office may write freely: within 24 hours of the resident's last message.</summary>
    public bool IsWindowOpen(string number)
    {
        lock (_lock) return _phones.TryGetValue(number, out var entry) && entry.LastInbound + Window > time.GetUtcNow();
    }

    /// <summary>Whether the resident has stopped all messages at the provider.</summary>
    public bool IsStopped(string number)
    {
        lock (_lock) return _phones.TryGetValue(number, out var entry) && entry.IsStopped;
    }

    /// <summary>Notes what the resident told the provider about being written to.</summary>
    public void Stop(string number, bool isStopped)
    {
        lock (_lock) Open(number).IsStopped = isStopped;
    }

    /// <summary>Forgets one phone, or all of them.</summary>
    public void Reset(string? number)
    {
        lock (_lock)
        {
            foreach (var gone in _phones.Keys.Where(phone => number is null || phone == number).ToList()) Drop(gone);
            events.Publish(new ChatEvent("reset", number ?? "", null));
        }
    }

    private Entry Open(string number)
    {
        if (_phones.TryGetValue(number, out var entry)) return entry;
        if (_phones.Count >= options.Value.MostPhones) Drop(_phones.Values.MinBy(other => other.LastUsed)!.Number);
        return _phones[number] = new Entry(number) { LastUsed = _order };
    }

    private (Entry Entry, int Index)? Locate(string sid)
    {
        if (!_phoneOf.TryGetValue(sid, out var number)) return null;
        var entry = _phones[number];
        return (entry, entry.Messages.FindIndex(message => message.Sid == sid));
    }

    private void Forget(Entry entry, int index)
    {
        _phoneOf.Remove(entry.Messages[index].Sid);
        entry.Messages.RemoveAt(index);
    }

    private void Drop(string number)
    {
        if (!_phones.Remove(number, out var entry)) return;
        foreach (var message in entry.Messages) _phoneOf.Remove(message.Sid);
    }

    private sealed class Entry(string number)
    {
        public string Number { get; } = number;

        public string ProfileName { get; set; } = "Warga " + number[^4..];

        public DateTimeOffset? LastInbound { get; set; }

        public bool IsStopped { get; set; }

        public long LastUsed { get; set; }

        public long SeenUpTo { get; set; }

        public List<ChatMessage> Messages { get; } = [];

        public Phone ToPhone() => new(Number, ProfileName, LastInbound + Window, Messages.ToList());
    }
}

/// <summary>A phone as the page and tests see it.</summary>
/// <param name="Number">With its plus sign.</param>
/// <param name="ProfileName">The name the resident chose.</param>
/// <param name="WindowOpenUntil">Until when the office may write freely; null before the resident has written.</param>
/// <param name="Messages">The chat in order.</param>
public sealed record Phone(string Number, string ProfileName, DateTimeOffset? WindowOpenUntil, IReadOnlyList<ChatMessage> Messages);
