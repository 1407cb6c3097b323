using Dukcapil.Bot.Core.Appointments.Planning;
using Quartz;

namespace Dukcapil.Bot.Web.Jobs;

/// <summary>Brings the slots in line with the plan and warns of a year without holidays: every night, and when a host starts.</summary>
[DisallowConcurrentExecution]
internal sealed class PlanSlots(SlotSchedule schedule, CalendarWatch calendar) : IJob
{
    public static JobKey Key { get; } = new(nameof(PlanSlots));

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var missing = await calendar.RunAsync(cancellationToken);
        var planned = await schedule.RunAsync(cancellationToken);
        context.Result = JobRunReport.Succeeded(
            $"{planned.SlotsAdded} waktu baru, {planned.SlotsWithdrawn} dihapus, {planned.Displaced.Count} janji perlu dipindahkan"
            + (missing.Count > 0 ? $"; hari libur {string.Join(", ", missing)} belum dimasukkan" : ""));
    }
}
