using Dukcapil.Bot.Core.Time;
using Hangfire.Client;
using Hangfire.Common;
using Hangfire.Server;
using Hangfire.Storage;

namespace Dukcapil.Bot.Web.Jobs;

/// <summary>
/// Keeps with a run for which planned time Hangfire had been waiting: between that and the waking lie the planned times that were missed.
/// Hangfire itself keeps the waking alone.
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
        // All is said.
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
