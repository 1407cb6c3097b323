namespace Dukcapil.Bot.Alur;

/// <summary>Input of a decision on a case, with the predicates that guards use.</summary>
internal sealed record CaseSituation(AlurDefinition Alur, Langkah Step, CaseSnapshot Case, CaseRequest Request, Actor Actor)
{
    internal bool AtFirstStep => Step == Alur.Steps[0];

    internal bool AtLastStep => Step == Alur.Steps[^1];

    /// <summary>Statuses of the papers as they would be after the request.</summary>
    internal IEnumerable<BerkasStatus> BerkasAfter => Case.Berkas.Select(paper =>
        paper.Key == Request.BerkasId && Request.BerkasBecomes is { } becomes ? becomes : paper.Value);

    /// <summary>Whether the actor holds the role of the current step.</summary>
    internal bool HoldsDesk => Actor.Has(Step.Role);

    /// <summary>The task that the request names; null when the step has none such.</summary>
    internal Tugas? Task { get; } = Request.TaskId is { } id ? Step.Tasks.FirstOrDefault(task => task.Id == id) : null;

    /// <summary>Whether that task is ticked before the request.</summary>
    internal bool IsTicked => Task is { } task && Case.DoneTasks.Contains(task.Id);

    /// <summary>The status of the paper that the request names, before the request; null when the case has none such.</summary>
    internal BerkasStatus? NamedBerkas { get; } =
        Request.BerkasId is { } id && Alur.Paper(id) is not null && Case.Berkas.TryGetValue(id, out var status) ? status : null;

    internal bool ReplacementPending => BerkasAfter.Contains(BerkasStatus.ReplacementNeeded);

    /// <summary>
    /// Whether the papers are settled for the step. A step that verifies needs every applicable paper accepted; at another step no paper
    /// may be left that was asked for again and has not been judged since.
    /// </summary>
    internal bool BerkasSettled => Step.VerifiesBerkas
        ? BerkasAfter.All(status => status is BerkasStatus.Accepted or BerkasStatus.NotApplicable)
        : BerkasAfter.All(status => status is not (BerkasStatus.Sent or BerkasStatus.AtCounter or BerkasStatus.ReplacementNeeded));

    internal bool AllButHandOverTicked => Step.Tasks.Where(task => task.Kind != TaskKind.Penyerahan).All(IsTickedAfter);

    /// <summary>Whether the request finishes the step: every task ticked and the papers settled.</summary>
    internal bool StepComplete => Step.Tasks.All(IsTickedAfter) && BerkasSettled;

    private bool IsTickedAfter(Tugas task) =>
        task.Id == Request.TaskId ? Request.Ticked : Case.DoneTasks.Contains(task.Id);
}
