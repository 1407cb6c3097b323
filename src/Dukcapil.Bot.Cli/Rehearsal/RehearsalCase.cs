using Dukcapil.Bot.Alur;

namespace Dukcapil.Bot.Cli.Rehearsal;

/// <summary>An application sent in during a rehearsal.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Alur">The procedure.</param>
/// <param name="Person">NIK, or the name where the alur asks for no NIK: what makes two applications the same.</param>
/// <param name="Name">The person it is for.</param>
public sealed record RehearsalCase(string Number, AlurDefinition Alur, string Person, string Name)
{
    /// <summary>Where it stands.</summary>
    public CaseStatus Status { get; set; } = CaseStatus.Submitted;

    /// <summary>Where its papers stand, by id.</summary>
    public IDictionary<string, BerkasStatus> Papers { get; } = new Dictionary<string, BerkasStatus>(StringComparer.Ordinal);

    /// <summary>The paper that an officer wants again, or null.</summary>
    public BerkasItem? Wanted =>
        Alur.Berkas.FirstOrDefault(item => Papers.TryGetValue(item.Id, out var status) && status == BerkasStatus.ReplacementNeeded);
}
