using Dukcapil.Bot.Core.Data;

namespace Dukcapil.Bot.Web.Workers;

/// <summary>
/// A loop that outlives its faults: this is one of the few places that catch everything. A fault is logged once and the loop goes on
/// after a pause; an outage of the database is logged once for all loops.
/// </summary>
internal abstract class Worker(DatabaseOutage outage, TimeProvider time, ILogger logger) : BackgroundService
{
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(2);

    protected TimeProvider Time { get; } = time;

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host goes on starting meanwhile.
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
