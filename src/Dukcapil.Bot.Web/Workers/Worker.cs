using Dukcapil.Bot.Core.Data;

namespace Dukcapil.Bot.Web.Workers;

/// <summary>
/// Base of the background loops, and one of the few places that catch every exception: a fault is logged once and the loop continues after
/// a pause; an outage of the database is logged once for all loops.
/// </summary>
internal abstract class Worker(DatabaseOutage outage, TimeProvider time, ILogger logger) : BackgroundService
{
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(2);

    protected TimeProvider Time { get; } = time;

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Yields, so that the host continues to start.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) when (stoppingToken.IsCancellationRequested)
            {
                logger.LogInformation("{Worker} was interrupted by the end of the host: {Fault}", GetType().Name, fault.GetType().Name);
            }
            catch (Exception fault)
            {
                if (!outage.Takes(fault)) logger.LogError(fault, "{Worker} met a fault and goes on", GetType().Name);
                await Task.Delay(AfterFault, Time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    protected abstract Task RunAsync(CancellationToken cancellationToken);
}
