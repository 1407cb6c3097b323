namespace Dukcapil.Bot.Alur;

/// <summary>Deadlines can be kept: they are positive, and a whole case has no less time than one of its steps.</summary>
internal static class DeadlineRules
{
    internal static void Check(AlurDefinition alur, AlurReport report)
    {
        if (alur.Deadline is { Hours: < 1 }) report.Add(alur, "'jam' of 'tenggat' must be 1 or more");
        foreach (var step in alur.Steps.Where(step => step.DeadlineHours is not null))
        {
            if (step.DeadlineHours < 1) report.Add(step, $"'jam' of the 'tenggat' of '{step.Id}' must be 1 or more");
            if (step.HandsOver) report.Add(step, $"'{step.Id}' waits until the result is collected and has no 'tenggat'");
            if (step.DeadlineHours > alur.Deadline?.Hours)
                report.Add(step, $"'{step.Id}' has more time than the whole case ('tenggat' of the alur)");
        }
    }
}
