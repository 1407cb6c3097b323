using Dukcapil.Bot.Core.Conversations;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Messaging.Media;

namespace Dukcapil.Bot.Web.Workers;

/// <summary>Fetches photos and files.</summary>
internal sealed class MediaWorker(MediaIntake intake, MediaSignal signal, InboxQueue inbox, TimeProvider time, ILogger<MediaWorker> logger)
    : Worker(time, logger)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    protected override async Task RunAsync(CancellationToken cancellation)
    {
        var (told, wasBusy) = await intake.RunAsync(cancellation);
        foreach (var address in told) inbox.Add(address);
        if (!wasBusy) await signal.Signal.WaitAsync(LookEvery, Time, cancellation);
    }
}
