namespace Dukcapil.Bot.Alur;

/// <summary>
/// The steps can carry a case from intake to hand-over, and each sign-off lies with a desk that may give it, as in all eight
/// procedures (<c>docs/aturan-kantor.md</c> "Desks").
/// </summary>
internal static class StepRules
{
    private static readonly Dictionary<TaskKind, StaffRole[]> Entitled = new()
    {
        [TaskKind.Paraf] = [StaffRole.Kasi, StaffRole.Kabid],
        [TaskKind.TandaTangan] = [StaffRole.Kabid, StaffRole.Kadis],
        [TaskKind.TandaTerima] = [StaffRole.Petugas],
        [TaskKind.Penyerahan] = [StaffRole.Petugas],
    };

    internal static void Check(AlurDefinition alur, AlurReport report)
    {
        First(alur.Steps[0], report);
        Last(alur, report);
        DeadlineRules.Check(alur, report);
        foreach (var step in alur.Steps)
        {
            foreach (var task in step.Tasks.Where(task => !MayGive(step.Role, task.Kind)))
            {
                var (kind, role) = (Word(AlurTerms.Kinds, task.Kind), Word(AlurTerms.Roles, step.Role));
                report.Add(task, $"task '{task.Id}' of '{step.Id}': {kind} is not for {role}");
            }
        }
    }

    private static void First(Langkah first, AlurReport report)
    {
        if (first.Role != StaffRole.Petugas) report.Add(first, "the first step must be the counter officer's (peran: petugas)");
        if (!first.VerifiesBerkas) report.Add(first, "the first step must check the papers (periksa-berkas: true)");
    }

    private static void Last(AlurDefinition alur, AlurReport report)
    {
        var last = alur.Steps[^1];
        if (last.Tasks.Count(IsHandOver) != 1 || !IsHandOver(last.Tasks[^1]))
            report.Add(last, "the last step must hold exactly one task of kind 'penyerahan', as its last task");
        foreach (var step in alur.Steps.SkipLast(1))
            foreach (var task in step.Tasks.Where(IsHandOver))
                report.Add(task, $"task '{task.Id}' of '{step.Id}': only the last step hands over");
    }

    private static bool MayGive(StaffRole role, TaskKind kind) =>
        !Entitled.TryGetValue(kind, out var roles) || roles.Contains(role);

    private static bool IsHandOver(Tugas task) => task.Kind == TaskKind.Penyerahan;

    private static string Word<T>(IReadOnlyDictionary<string, T> words, T value) where T : struct =>
        words.First(word => word.Value.Equals(value)).Key;
}
