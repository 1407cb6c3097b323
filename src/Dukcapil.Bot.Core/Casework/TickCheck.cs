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
    public static Outcome? Judge(CaseChange change)
    {
        var (record, command, request) = (change.Record, change.Command, change.Request);
        var step = change.Alur.Step(command.StepId ?? record.StepId);
        var isTicked = record.Tasks.Exists(task => task.StepId == step?.Id && task.TaskId == request.TaskId);
        var isTickable = step?.Tasks.Any(task => task.Id == request.TaskId && task.Kind != TaskKind.Penyerahan) == true;
        if (isTickable && isTicked == request.Ticked && change.By.Has(step!.Role)) return Outcome.Done;
        if (record.IsClosed || (step?.Id == record.StepId && (command.Visit ?? record.StepVisit) == record.StepVisit)) return null;
        return Refusal.Of("langkah-berpindah", ("langkah", change.Step?.Title ?? record.StepId));
    }
}
