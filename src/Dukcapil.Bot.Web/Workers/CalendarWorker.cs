using Dukcapil.Bot.Core.Appointments.Planning;
using Dukcapil.Bot.Core.Data;

namespace Dukcapil.Bot.Web.Workers;

/// <summary>Refreshes the office's calendar periodically, so that an edit on one host takes effect on all within a minute.</summary>
internal sealed class CalendarWorker(PlanReader plans, DatabaseOutage outage, TimeProvider time, ILogger<CalendarWorker> logger)
    : Worker(outage, time, logger)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await Task.Delay(Every, Time, cancellationToken);
            await plans.RefreshCalendarAsync(cancellationToken);
        }
    }
}
