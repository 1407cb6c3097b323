using Dukcapil.Bot.Core.Time;
using Hangfire.Client;
using Hangfire.Common;
using Hangfire.Server;
using Hangfire.Storage;

namespace Dukcapil.Bot.Web.Jobs;

/// <summary>
/// Stores with a run the planned time for which Hangfire had been waiting; the planned times between it and the start of the run were
/// missed. Hangfire itself stores only when the run was created.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FirstMissedAttribute : JobFilterAttribute, IClientFilter
{
    private const string First = "First", Woken = "Time", Id = "RecurringJobId";

    /// <inheritdoc/>
    public void OnCreating(CreatingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Parameters.TryGetValue(Id, out var id) && NextExecution(context.Connection, (string)id) is { } next)
            context.SetJobParameter(First, next);
    }

    /// <inheritdoc/>
    public void OnCreated(CreatedContext context)
    {
        // Nothing to do after the creation.
    }

    /// <summary>What becomes of the run. One woken before its planned time was asked for on Hangfire's own page.</summary>
    internal static RunDecision Decide(RecurringJobRow row, PerformContext? context, OfficeClock clock)
    {
        if (context?.GetJobParameter<DateTime?>(First) is not { } first) return RunRule.Asked(row, clock);
        var woken = JobHelper.FromTimestamp(context.GetJobParameter<long>(Woken));
        return first > woken ? RunRule.Asked(row, clock) : RunRule.Planned(row, Utc(first), Utc(woken), clock);
    }

    private static DateTimeOffset Utc(DateTime time) => new(DateTime.SpecifyKind(time, DateTimeKind.Utc));

    private static DateTime? NextExecution(IStorageConnection connection, string id) =>
        connection.GetAllEntriesFromHash($"recurring-job:{id}")?.GetValueOrDefault("NextExecution") is { Length: > 0 } next
            ? JobHelper.DeserializeDateTime(next)
            : null;
}
