using Dukcapil.Bot.Alur;

namespace Dukcapil.Bot.Cli.Rehearsal;

/// <summary>An application sent in during a rehearsal.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Alur">The procedure.</param>
/// <param name="Person">NIK, or the name where the alur asks for no NIK: what makes two applications the same.</param>
public sealed record RehearsalCase(string Number, AlurDefinition Alur, string Person)
{
    /// <summary>Where it stands.</summary>
    public CaseStatus Status { get; set; } = CaseStatus.Submitted;

    /// <summary>The paper that an officer wants again, or null.</summary>
    public BerkasItem? Wanted { get; set; }
}
