using Dukcapil.Bot.Core.Appointments.Waiting;
using Quartz;

namespace Dukcapil.Bot.Web.Jobs;

/// <summary>Releases lapsed holds and offers free places to those who wait, every minute.</summary>
[DisallowConcurrentExecution]
internal sealed class MoveOffers(OfferRound round) : IJob
{
    public static JobKey Key { get; } = new(nameof(MoveOffers));

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var done = await round.RunAsync(cancellationToken);
        context.Result = JobRunReport.Succeeded($"{done.Lapsed} waktu dilepas, {done.Settled} tawaran berakhir, {done.Free} waktu kosong ditawarkan");
    }
}
