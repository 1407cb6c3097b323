using Hangfire.Common;
using Hangfire.States;
using Hangfire.Storage.Monitoring;

namespace Dukcapil.Bot.Web.Pages.Jobs;

/// <summary>A job as the pages on jobs show it.</summary>
/// <param name="Id">Hangfire's id.</param>
/// <param name="State">Name of Hangfire's state; a sweep that failed counts as failed, although it is deleted.</param>
/// <param name="At">When it was last carried out, or else last changed.</param>
/// <param name="Summary">What came of it; of a failure, the kind of fault.</param>
/// <param name="Tries">How often it was carried out.</param>
public sealed record JobRun(string Id, string State, DateTimeOffset At, string? Summary, int Tries)
{
    /// <summary>Whether it ended in a fault and nobody has tried again since.</summary>
    public bool HasFailed => State == FailedState.StateName;

    /// <summary>The job of an id; null when it is kept no longer.</summary>
    public static JobRun? Of(string id, JobDetailsDto? details)
    {
        // Newest first.
        if (details?.History is not [{ } latest, ..] history) return null;
        var failed = history.Take(2).FirstOrDefault(step => step.StateName == FailedState.StateName);
        var shown = latest.StateName == DeletedState.StateName && failed is not null ? failed : latest;
        var processed = history.Where(step => step.StateName == ProcessingState.StateName).ToList();
        return new JobRun(id, shown.StateName, Utc((processed.FirstOrDefault() ?? latest).CreatedAt), SummaryOf(shown), processed.Count);
    }

    private static string? SummaryOf(StateHistoryDto step) => step.StateName switch
    {
        "Succeeded" => step.Data.TryGetValue("Result", out var result)
            ? SerializationHelper.Deserialize<string>(result, SerializationOption.User)
            : null,
        "Failed" => step.Data.TryGetValue("ExceptionMessage", out var fault) ? fault : null,
        "Scheduled" => step.Reason,
        _ => null,
    };

    private static DateTimeOffset Utc(DateTime time) => new(DateTime.SpecifyKind(time, DateTimeKind.Utc));
}
