using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Messaging.Templates;
using Quartz;

namespace Dukcapil.Bot.Web.Jobs;

/// <summary>Reads the approval of the templates, since the provider does not tell of changes, and lets waiting messages go.</summary>
[DisallowConcurrentExecution]
internal sealed class CheckTemplates(TemplateSync templates, OutboxSignal outbox) : IJob
{
    public static JobKey Key { get; } = new(nameof(CheckTemplates));

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var states = await templates.CheckAsync(cancellationToken);
        outbox.Signal.Raise();
        context.Result = JobRunReport.Succeeded(
            $"{states.Count} templat diperiksa: {states.Count(state => state.IsApproved)} disetujui, {states.Count(state => state.IsStopped)} terhenti");
    }
}
