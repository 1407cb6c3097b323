using System.Threading.Channels;

namespace Dukcapil.Bot.Core.Casework;

/// <summary>
/// Cases of this host that wait to be moved on by the job. A matter of speed only: what is left to do stands in the case, and the sweep
/// of every minute finds it.
/// </summary>
public sealed class CaseSignal
{
    private readonly Channel<long> _cases = Channel.CreateUnbounded<long>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>A case waits. Call it after the commit; it neither blocks nor fails.</summary>
    public void Raise(long caseId) => _cases.Writer.TryWrite(caseId);

    /// <summary>The cases that wait, as they come.</summary>
    public IAsyncEnumerable<long> ReadAllAsync(CancellationToken cancellationToken) => _cases.Reader.ReadAllAsync(cancellationToken);
}
