using Microsoft.Extensions.Logging;

namespace Dukcapil.Bot.Simulator;

/// <summary>Work that nobody waits for, as a provider does it after answering. A fault in it ends in the log.</summary>
internal sealed class Errands(ILogger<Errands> log)
{
    /// <summary>Starts the work and returns at once.</summary>
    public void Start(Func<Task> work) => _ = Task.Run(async () =>
    {
        try
        {
            await work();
        }
        catch (Exception fault)
        {
            log.LogError(fault, "The simulator could not finish an errand");
        }
    });
}
