using System.Threading.Channels;

namespace Dukcapil.Bot.Core.Conversations;

/// <summary>
/// Residents with messages that this host's worker should look at. A matter of speed only: the messages stand in the database, and
/// the worker also looks there by itself.
/// </summary>
public sealed class InboxQueue
{
    private readonly Channel<long> _addresses = Channel.CreateBounded<long>(
        new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Asks the worker to look at a resident's messages.</summary>
    public void Add(long addressId) => _addresses.Writer.TryWrite(addressId);

    /// <summary>The residents asked for, as they come.</summary>
    public IAsyncEnumerable<long> ReadAllAsync(CancellationToken cancellationToken) => _addresses.Reader.ReadAllAsync(cancellationToken);
}
