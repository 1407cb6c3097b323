using Microsoft.Extensions.Logging;

namespace Dukcapil.Bot.Simulator;

/// <summary>Background work after an answer, as a provider does it. Faults are logged.</summary>
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
