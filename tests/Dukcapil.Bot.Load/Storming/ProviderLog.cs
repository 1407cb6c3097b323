using System.Collections.Concurrent;
using System.Globalization;
using Dukcapil.Bot.Load.Wire;

namespace Dukcapil.Bot.Load.Storming;

/// <summary>A message in the provider's records.</summary>
/// <param name="Sid">Its id.</param>
/// <param name="Resident">The resident's address.</param>
/// <param name="Body">Its text.</param>
/// <param name="At">When the provider took it.</param>
/// <param name="OutboxId">The host's row, as its callback address names it; null for what a resident wrote.</param>
internal sealed record LoggedMessage(string Sid, string Resident, string Body, DateTimeOffset At, long? OutboxId);

/// <summary>Everything the provider took, from residents and from hosts, and lists again on request, newest first.</summary>
internal sealed class ProviderLog
{
    private readonly ConcurrentDictionary<string, List<LoggedMessage>> _byResident = new(StringComparer.Ordinal);
    private readonly List<LoggedMessage> _written = [];
    private readonly Lock _adding = new();
    private long _taken;

    /// <summary>Messages taken from hosts.</summary>
    public IReadOnlyList<LoggedMessage> Taken
    {
        get
        {
            lock (_adding) return [.. _byResident.Values.SelectMany(messages => messages)];
        }
    }

    /// <summary>Messages written by residents.</summary>
    public IReadOnlyList<LoggedMessage> Written
    {
        get
        {
            lock (_adding) return [.. _written];
        }
    }

    /// <summary>Notes a message of a resident.</summary>
    public void Write(LoggedMessage message)
    {
        lock (_adding) _written.Add(message);
    }

    /// <summary>Notes a message of a host and gives it an id.</summary>
    public LoggedMessage Take(string resident, string body, DateTimeOffset at, long outboxId)
    {
        lock (_adding)
        {
            var message = new LoggedMessage(string.Create(CultureInfo.InvariantCulture, $"SM{++_taken:x32}"), resident, body, at, outboxId);
            _byResident.GetOrAdd(resident, _ => []).Add(message);
            return message;
        }
    }

    /// <summary>One page of the messages to somebody.</summary>
    public IReadOnlyList<object> Page(string to, int page, int size)
    {
        lock (_adding)
        {
            var all = to == Account.Made.Sender ? _written : _byResident.GetValueOrDefault(to) ?? [];
            var end = Math.Max(0, all.Count - (page * size));
            var start = Math.Max(0, end - size);
            return [.. all[start..end].AsEnumerable().Reverse().Select(Json)];
        }
    }

    private static object Json(LoggedMessage message) => new
    {
        sid = message.Sid,
        from = message.OutboxId is null ? message.Resident : Account.Made.Sender,
        to = message.OutboxId is null ? Account.Made.Sender : message.Resident,
        body = message.Body,
        direction = message.OutboxId is null ? "inbound" : "outbound-api",
        status = message.OutboxId is null ? "received" : "sent",
        num_media = "0",
        date_created = message.At.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture) + " +0000",
    };
}
