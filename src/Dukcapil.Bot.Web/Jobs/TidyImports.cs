using Dukcapil.Bot.Core.Reminders.Imports;
using Quartz;

namespace Dukcapil.Bot.Web.Jobs;

/// <summary>Ends imports whose host is gone and removes what they left behind, every minute.</summary>
[DisallowConcurrentExecution]
internal sealed class TidyImports(ImportBook book) : IJob
{
    public static JobKey Key { get; } = new(nameof(TidyImports));

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        context.Result = JobRunReport.Succeeded($"{await book.TidyAsync(cancellationToken)} impor terputus");
}
