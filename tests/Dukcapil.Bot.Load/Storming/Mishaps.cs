using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Dukcapil.Bot.Load.Storming;

/// <summary>What is made to go wrong.</summary>
internal enum Mishap
{
    None,

    /// <summary>429 with <c>Retry-After</c>; not accepted.</summary>
    TooMany,

    /// <summary>500; not accepted.</summary>
    Error,

    /// <summary>The connection is reset before the message is accepted.</summary>
    ResetBefore,

    /// <summary>The connection is reset after the message was accepted.</summary>
    ResetAfter,

    /// <summary>The message is accepted, and no answer comes.</summary>
    Silence,

    /// <summary>A report of what became of a message never arrives.</summary>
    LostReport,

    /// <summary>No delivery of a resident's message is tried at all.</summary>
    LostWebhook,

    /// <summary>A resident's message is delivered again although it was answered with 200.</summary>
    RepeatedWebhook,
}

/// <summary>Decides what goes wrong and counts it; on a calm day nothing does.</summary>
/// <param name="isCalm">Nothing goes wrong.</param>
/// <param name="dilution">So many times less goes wrong than in a storm.</param>
internal sealed class Mishaps(bool isCalm = false, int dilution = 1)
{
    private const int Reports = 10;
    private const int Webhooks = 1;
    private readonly ConcurrentDictionary<Mishap, long> _counts = new();
    private long _calls;

    /// <summary>Calls to the provider's API so far.</summary>
    public long Calls => Interlocked.Read(ref _calls);

    /// <summary>How often each happened.</summary>
    public IEnumerable<(Mishap Kind, long Count)> Counts => _counts.OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value));

    /// <summary>Calls of the API that failed.</summary>
    public long Failed => _counts.Where(pair => pair.Key is >= Mishap.TooMany and <= Mishap.Silence).Sum(pair => pair.Value);

    /// <summary>One in five messages handed over meets one of five failures.</summary>
    public Mishap OfSend() => Call(Percent() switch
    {
        < 5 => Mishap.TooMany,
        < 9 => Mishap.Error,
        < 12 => Mishap.ResetBefore,
        < 15 => Mishap.ResetAfter,
        < 20 => Mishap.Silence,
        _ => Mishap.None,
    });

    /// <summary>One in five other calls fails; nothing is ever accepted by them.</summary>
    public Mishap OfOtherCall() => Call(Percent() switch
    {
        < 8 => Mishap.TooMany,
        < 16 => Mishap.Error,
        < 20 => Mishap.ResetBefore,
        _ => Mishap.None,
    });

    /// <summary>Whether a report is lost.</summary>
    public bool LosesReport() => Happens(Mishap.LostReport, Reports);

    /// <summary>Whether a resident's message is not delivered.</summary>
    public bool LosesWebhook() => Happens(Mishap.LostWebhook, Webhooks);

    /// <summary>Whether a resident's message is delivered once more.</summary>
    public bool RepeatsWebhook() => Happens(Mishap.RepeatedWebhook, Webhooks);

    private Mishap Call(Mishap mishap)
    {
        Interlocked.Increment(ref _calls);
        return mishap == Mishap.None ? mishap : Count(mishap);
    }

    private bool Happens(Mishap mishap, int percent) => Percent() < percent && Count(mishap) == mishap;

    private Mishap Count(Mishap mishap)
    {
        _counts.AddOrUpdate(mishap, 1, (_, count) => count + 1);
        return mishap;
    }

    private int Percent() => isCalm ? 100 : RandomNumberGenerator.GetInt32(100 * dilution);
}
