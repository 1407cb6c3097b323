using Dukcapil.Bot.Alur;

namespace Dukcapil.Bot.Core.Casework;

/// <summary>
/// What may be said of a tick before the rules are asked. A tick names the task, the visit to the step and the state that is wanted, so
/// that it needs no version of the case: two officers who tick different tasks both succeed, and a tick sent twice is one.
/// </summary>
internal static class TickCheck
{
    /// <summary>
    /// Null when the rules decide; <see cref="Outcome.Done"/> when the task already is as wanted; refused as <c>langkah-berpindah</c> when
    /// the tick was made for a visit to a step that is over.
    /// </summary>
    public static Outcome? Judge(CaseEdit edit, TaskTick tick, StaffActor by)
    {
        var record = edit.Record;
        var step = edit.Alur.Step(tick.StepId ?? record.StepId);
        var isTicked = record.Tasks.Exists(task => task.StepId == step?.Id && task.TaskId == tick.TaskId);
        var isTickable = step?.Tasks.Any(task => task.Id == tick.TaskId && task.Kind != TaskKind.Penyerahan) == true;
        if (isTickable && isTicked == tick.Done && step!.Role == by.Role) return Outcome.Done;
        if (record.IsClosed || (step?.Id == record.StepId && (tick.Visit ?? record.StepVisit) == record.StepVisit)) return null;
        return new Outcome(new Refusal(
            "langkah-berpindah",
            new Dictionary<string, string>(StringComparer.Ordinal) { ["langkah"] = edit.Step?.Title ?? record.StepId }));
    }
}
