using System.Threading.Channels;
using Dukcapil.Bot.Core.Data;
using Microsoft.Extensions.Logging;

namespace Dukcapil.Bot.Core.Messaging.Outbox;

/// <summary>
/// Sends what waits. Claims are short transactions, sends happen outside any, results are recorded together. A slow send holds up
/// only its own recipient. Woken by a signal after each commit; looks by itself for what other replicas left behind.
/// </summary>
public sealed class OutboxDispatcher(
    OutboxQueue queue, SendQueue waiting, MessageSender sender, OutboxSignal signal, DatabaseOutage outage, TimeProvider time,
    ILogger<OutboxDispatcher> logger)
{
    private const int InFlight = 32;
    private const int ClaimAtMost = 100;
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LookWhileSending = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Claims and records follow each other no faster: under load many messages share a statement, and an idle outbox still sends at once.
    /// </summary>
    private static readonly TimeSpan Spacing = TimeSpan.FromMilliseconds(10);

    private long _leasesEnded;

    /// <summary>Runs until cancelled; then waits for the sends under way, so that none is left unknown.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var claimed = waiting.Open();
        var results = Channel.CreateUnbounded<SendResult>();
        var sending = Task.WhenAll(Enumerable.Range(0, InFlight).Select(_ => SendAllAsync(claimed, results.Writer)));
        var recording = RecordAllAsync(results.Reader);
        try
        {
            while (!cancellationToken.IsCancellationRequested) await ClaimAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Shutting down: what was claimed is still sent below.
        }

        waiting.Close();
        await sending;
        results.Writer.Complete();
        await recording;
    }

    private async Task ClaimAsync(CancellationToken cancellationToken)
    {
        try
        {
            var since = time.GetTimestamp();
            await EndLeasesAsync(cancellationToken);
            var looked = time.GetUtcNow();
            while (waiting.Count >= ClaimAtMost) await Task.Delay(Spacing, time, cancellationToken);
            // Not to be interrupted: a claim of which nobody knows would leave messages unknown.
            var claim = await queue.ClaimAsync(ClaimAtMost, CancellationToken.None);
            foreach (var message in claim.Messages) waiting.TryAdd(message);
            if (claim.Wait is { } wait) await Task.Delay(wait, time, cancellationToken);
            if (claim.Wait is not null || claim.Messages.Count == ClaimAtMost) return;
            // What was claimed raises the signal when its results are recorded; only an idle outbox is asked when it goes on.
            await signal.Signal.WaitAsync(
                claim.Messages.Count > 0 ? LookWhileSending : await UntilNextAsync(looked, cancellationToken), time, cancellationToken);
            if (Spacing - time.GetElapsedTime(since) is { Ticks: > 0 } early) await Task.Delay(early, time, cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            if (!outage.Takes(fault)) logger.LogError(fault, "The outbox could not be read");
            await Task.Delay(LookEvery, time, cancellationToken);
        }
    }

    // In the busiest hour, too: that is when another replica is most likely to have died with claims.
    private async Task EndLeasesAsync(CancellationToken cancellationToken)
    {
        if (time.GetElapsedTime(_leasesEnded) < LookEvery) return;
        await queue.EndLeasesAsync(cancellationToken);
        _leasesEnded = time.GetTimestamp();
    }

    // What was due at that look and yet not claimed waits for an earlier message of the same recipient, whose result raises the signal.
    // What becomes due while this is worked out waits no longer.
    private async Task<TimeSpan> UntilNextAsync(DateTimeOffset looked, CancellationToken cancellationToken)
    {
        if (await queue.NextDueAsync(looked, cancellationToken) is not { } due) return LookEvery;
        var wait = due - time.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait > LookEvery ? LookEvery : wait;
    }

    private async Task SendAllAsync(ChannelReader<ClaimedMessage> claimed, ChannelWriter<SendResult> results)
    {
        await foreach (var message in claimed.ReadAllAsync())
        {
            try
            {
                results.TryWrite(await sender.SendAsync(message, CancellationToken.None));
            }
            catch (Exception fault)
            {
                // The claim's lease runs out and the message is settled with the provider's list.
                if (!outage.Takes(fault)) logger.LogError(fault, "Message {OutboxId} could not be sent", message.Id);
            }
        }
    }

    private async Task RecordAllAsync(ChannelReader<SendResult> results)
    {
        while (await results.WaitToReadAsync())
        {
            await Task.Delay(Spacing, time);
            var batch = new List<SendResult>();
            while (batch.Count < ClaimAtMost && results.TryRead(out var result)) batch.Add(result);
            var isAwaited = true;
            try
            {
                isAwaited = await queue.SettleAsync(batch, CancellationToken.None);
            }
            catch (Exception fault)
            {
                if (!outage.Takes(fault)) logger.LogError(
                    fault,
                    "The results of {Count} sends could not be recorded; they will be settled with the provider's list",
                    batch.Count);
            }

            // The next message of one of these recipients may go now.
            if (isAwaited) signal.Signal.Raise();
        }
    }
}
