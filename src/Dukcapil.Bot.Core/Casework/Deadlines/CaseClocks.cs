using Dukcapil.Bot.Alur;

namespace Dukcapil.Bot.Core.Casework.Deadlines;

/// <summary>The two clocks of an open case; null where none runs.</summary>
/// <param name="Step">Of the step: begins anew with each visit to a step.</param>
/// <param name="Case">Of the whole case: goes on over steps and returns, and stands still while the result waits to be collected.</param>
public sealed record CaseClocks(Deadline? Step, Deadline? Case)
{
    /// <summary>No clock runs.</summary>
    public static CaseClocks None { get; } = new(null, null);

    /// <summary>
    /// The clocks that the case's own version of the alur sets. While the result waits to be collected none runs: that wait has rules of
    /// its own (<see cref="Collecting.CollectionRule"/>).
    /// </summary>
    /// <param name="alur">The procedure the case was started under.</param>
    /// <param name="stepId">Its step.</param>
    /// <param name="submittedAt">When it came in.</param>
    /// <param name="stepStartedAt">When the visit to the step began.</param>
    /// <param name="pauses">When it stood still, by beginning.</param>
    /// <param name="options">The office's settings.</param>
    public static CaseClocks Of(
        AlurDefinition alur, string stepId, DateTimeOffset submittedAt, DateTimeOffset stepStartedAt, IReadOnlyList<Pause> pauses, DeadlineOptions options)
    {
        if (alur.Step(stepId) is not { HandsOver: false } step) return None;
        return new CaseClocks(
            HoursOf(step, options) is { } hours ? new Deadline(stepStartedAt, TimeSpan.FromHours(hours), pauses) : null,
            alur.Deadline is { } whole ? new Deadline(submittedAt, TimeSpan.FromHours(whole.Hours), pauses) : null);
    }

    private static int? HoursOf(Langkah step, DeadlineOptions options) =>
        step.DeadlineHours ?? (options.StepHours > 0 && step.InPersonWhen is null ? options.StepHours : null);
}
