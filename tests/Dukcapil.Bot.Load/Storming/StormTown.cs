using System.Security.Cryptography;
using Dukcapil.Bot.Load.Wire;

namespace Dukcapil.Bot.Load.Storming;

/// <summary>
/// Residents who walk the intake, each at the common pace. Mostly they wait for an answer before they write again; one message in four
/// follows at once, so that answers have an order to keep.
/// </summary>
internal sealed class StormTown(
    LoadOptions options, ProviderLog log, Carrier carrier, WebhookRequest requests, Mishaps mishaps, TimeProvider time)
{
    private const int Tries = 4;
    private const int UsualRate = 110;
    private const int ImpatientPercent = 25;
    private readonly Dictionary<string, StormResident> _residents =
        Enumerable.Range(1, options.Residents).Select(number => new StormResident(number))
            .ToDictionary(resident => resident.Person.Address, StringComparer.Ordinal);

    private readonly int _messagesEach = options.Messages / options.Residents;
    private long _tickets;
    private long _spoken;
    private long _accepted;
    private long _repeated;

    public IReadOnlyCollection<StormResident> Residents => _residents.Values;

    /// <summary>Messages that all residents together write.</summary>
    public int Planned => _messagesEach * options.Residents;

    /// <summary>Messages written so far.</summary>
    public long Spoken => Interlocked.Read(ref _spoken);

    /// <summary>Messages that a host answered with 200.</summary>
    public long Accepted => Interlocked.Read(ref _accepted);

    /// <summary>Of these, those that were accepted at a later try only.</summary>
    public long Repeated => Interlocked.Read(ref _repeated);

    /// <summary>The provider took a message.</summary>
    public void Hear(LoggedMessage message) => _residents[message.Resident].Hear(message.OutboxId!.Value, message.Body);

    /// <summary>Lets everybody walk to the end, or until cancelled.</summary>
    public Task WalkAsync(CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        return Task.WhenAll(_residents.Values.Select(resident => WalkAsync(resident, start, cancellationToken)));
    }

    private async Task WalkAsync(StormResident resident, long start, CancellationToken cancellationToken)
    {
        try
        {
            for (var step = 0; step < _messagesEach; step++)
            {
                var due = start + (Interlocked.Increment(ref _tickets) * time.TimestampFrequency / (options.Rate ?? UsualRate));
                if (time.GetElapsedTime(time.GetTimestamp(), due) is { Ticks: > 0 } early) await Task.Delay(early, time, cancellationToken);
                var isAccepted = await SpeakAsync(resident, step);
                // Nobody can keep the order of messages when the first was not delivered.
                if (!isAccepted || step == _messagesEach - 1 || RandomNumberGenerator.GetInt32(100) >= ImpatientPercent)
                    await resident.AnswerAsync(step, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // Told by the proof: this resident still waits.
        }
    }

    private async Task<bool> SpeakAsync(StormResident resident, int step)
    {
        var text = resident.Text(step);
        var sid = requests.NewSid();
        log.Write(new LoggedMessage(sid, resident.Person.Address, text, time.GetUtcNow(), null));
        Interlocked.Increment(ref _spoken);
        if (mishaps.LosesWebhook()) return false;
        var request = requests.Write(resident.Person, text, sid);
        var tries = await carrier.DeliverAsync(request, Tries);
        if (tries == 0) return false;
        Interlocked.Increment(ref _accepted);
        if (tries > 1) Interlocked.Increment(ref _repeated);
        if (mishaps.RepeatsWebhook()) await carrier.DeliverAsync(request, tries: 1);
        return true;
    }
}
