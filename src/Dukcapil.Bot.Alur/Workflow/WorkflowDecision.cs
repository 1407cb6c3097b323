namespace Dukcapil.Bot.Alur;

/// <summary>Decision on a request: <see cref="Allowed"/> or <see cref="Refused"/>.</summary>
public abstract record WorkflowDecision
{
    private protected WorkflowDecision()
    {
    }
}

/// <summary>The request may be carried out.</summary>
/// <param name="Status">Where the case stands afterwards.</param>
/// <param name="StepId">The step it is at afterwards; ticks belong to a step and start empty at a new one.</param>
public sealed record Allowed(CaseStatus Status, string StepId) : WorkflowDecision;

/// <summary>The request may not be carried out.</summary>
/// <param name="Refusal">Why.</param>
public sealed record Refused(WorkflowRefusal Refusal) : WorkflowDecision;
