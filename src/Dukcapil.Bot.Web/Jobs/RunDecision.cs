namespace Dukcapil.Bot.Web.Jobs;

/// <summary>What becomes of a run that Hangfire woke.</summary>
public abstract record RunDecision
{
    private RunDecision()
    {
    }

    /// <summary>It runs now.</summary>
    /// <param name="Day">The office day it stands for.</param>
    public sealed record Now(DateOnly Day) : RunDecision;

    /// <summary>It runs at an instant at which the row allows it.</summary>
    public sealed record Later(DateTimeOffset At) : RunDecision;

    /// <summary>It does not run.</summary>
    /// <param name="Why">The reason in Indonesian.</param>
    public sealed record Never(string Why) : RunDecision;
}
