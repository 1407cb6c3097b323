using Npgsql;

namespace Dukcapil.Bot.Core.Messaging.Outbox;

/// <summary>
/// Tokens of the sender's bucket that this host has taken ahead, for replies that go out without a claim. None is given while the sender is
/// near its rate, and what is not used soon is lost, so that no second sees much more than the rate.
/// </summary>
public sealed class SendAllowance(NpgsqlDataSource source, SenderRate rate, TimeProvider time)
{
    // While the provider is out of reach nothing passes by the gate of the claims.
    private const string Take = """
        select case when exists (select from send_budgets b where b.sender = $1 and b.unreachable_since is not null) then 0
          else take_tokens($1, $2, $3, $4) end
        """;

    /// <summary>Most tokens taken at once beyond what is needed; a quarter of a bucket when that is less.</summary>
    private const int LargestBlock = 100;

    private static readonly TimeSpan Life = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private int _tokens;
    private long _takenAt;

    /// <summary>Takes tokens for a number of messages. Returns for how many; the others must go through the claim.</summary>
    public async ValueTask<int> ReserveAsync(int count, CancellationToken cancellationToken)
    {
        if (TryUse(count)) return count;
        var taken = await TakeAsync(Math.Max(count, (int)Math.Min(LargestBlock, rate.Bucket / 4)), cancellationToken);
        if (taken <= count) return taken;
        lock (_lock) (_tokens, _takenAt) = (taken - count, time.GetTimestamp());
        return count;
    }

    /// <summary>Gives back what was reserved and not used.</summary>
    public void GiveBack(int count)
    {
        lock (_lock) _tokens += count;
    }

    private bool TryUse(int count)
    {
        lock (_lock)
        {
            if (time.GetElapsedTime(_takenAt) > Life) _tokens = 0;
            if (_tokens < count) return false;
            _tokens -= count;
            return true;
        }
    }

    private async Task<int> TakeAsync(int count, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(Take);
        command.Parameters.Add(new() { Value = rate.Sender });
        command.Parameters.Add(new() { Value = rate.Bucket });
        command.Parameters.Add(new() { Value = rate.PerSecond });
        command.Parameters.Add(new() { Value = count });
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
