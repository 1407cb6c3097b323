using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Content;
using Dukcapil.Bot.Dialogs.Definitions;

namespace Dukcapil.Bot.Core.Content;

/// <summary>
/// Makes dialogs out of the procedures, so that a new alur needs no dialog of its own: <c>pilih-alur</c> offers all of them, and each
/// has <c>mulai-</c>, <c>syarat-</c>, <c>identitas-</c>, <c>pertanyaan-</c>, <c>berkas-</c> and <c>ubah-{id}</c>. Pure.
/// </summary>
public static class AlurDialogs
{
    /// <summary>
    /// Compiles all alur. Every word that residents read comes from the alur and from <c>texts/alur.yaml</c> and
    /// <c>texts/layanan.yaml</c>; a phrase that is missing there is added to <paramref name="problems"/>.
    /// </summary>
    public static IReadOnlyList<DialogDefinition> Compile(
        IReadOnlyList<AlurDefinition> alur, TextCatalogue texts, ContentFeatures features, ICollection<ContentProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(alur);
        var phrases = new AlurPhrases(texts, problems);
        return [ServiceChoice.Compile(alur, phrases), .. alur.SelectMany(one => Compile(one, phrases, features))];
    }

    private static IEnumerable<DialogDefinition> Compile(AlurDefinition alur, AlurPhrases phrases, ContentFeatures features)
    {
        yield return Begin(alur);
        yield return RequirementDialog.Compile(alur, phrases, features);
        yield return new IdentityDialog(alur, phrases).Compile();
        yield return QuestionDialog.Compile(alur);
        yield return ChecklistDialog.Compile(alur, phrases);
        yield return new ChangeDialog(alur, phrases).Compile();
    }

    /// <summary>Tells the other dialogs who receives the result: only then may somebody apply as a sponsor.</summary>
    private static DialogDefinition Begin(AlurDefinition alur) => CompiledDialog.Of($"mulai-{alur.Id}", new BranchNode
    {
        Id = "penerima",
        Ways = [new BranchWay(Condition.Always, CompiledDialog.End)],
        Set = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["penerima"] = alur.Recipient == Recipient.Sponsor ? "sponsor" : "penduduk",
        },
    });
}
