using Dukcapil.Bot.Core.Appointments;
using Quartz;

namespace Dukcapil.Bot.Web.Jobs;

/// <summary>Writes down who had an appointment and did not come, when the counters have closed.</summary>
[DisallowConcurrentExecution]
internal sealed class CloseBookings(Attendance attendance) : IJob
{
    public static JobKey Key { get; } = new(nameof(CloseBookings));

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        context.Result = JobRunReport.Succeeded($"{await attendance.CloseDaysAsync(cancellationToken)} orang tidak hadir");
}
