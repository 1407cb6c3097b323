using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Content;
using Dukcapil.Bot.Dialogs.Definitions;

namespace Dukcapil.Bot.Core.Content;

/// <summary>
/// <c>identitas-{id}</c>: asks for exactly what the alur needs, in its order, worded for the resident, a family member or a sponsored
/// foreigner (<c>untuk</c>).
/// </summary>
internal sealed class IdentityDialog(AlurDefinition alur, AlurPhrases phrases)
{
    private static readonly IReadOnlyList<string> Subjects = ["sendiri", "keluarga", "orang-asing"];

    internal DialogDefinition Compile()
    {
        var names = alur.Identity.Select(IdentityFields.Name).ToList();
        var nodes = alur.Identity
            .SelectMany((field, index) => Nodes(field, index + 1 < names.Count ? names[index + 1] : CompiledDialog.End));
        return CompiledDialog.Owning($"identitas-{alur.Id}", names, nodes.ToList());
    }

    /// <summary>The nodes that ask for one field; the first bears the field's name.</summary>
    internal IEnumerable<DialogNode> Nodes(IdentityField field, string next)
    {
        var name = IdentityFields.Name(field);
        if (field is IdentityField.Sponsor or IdentityField.KontakSponsor)
            return [Ask(name, field, $"alur.identitas.{name}", next)];
        return
        [
            new BranchNode
            {
                Id = name,
                Ways =
                [
                    .. Subjects.Skip(1).Select(subject => new BranchWay(CompiledDialog.When("untuk", subject), $"{name}-{subject}")),
                    new BranchWay(Condition.Always, $"{name}-{Subjects[0]}"),
                ],
            },
            .. Subjects.Select(subject => Ask($"{name}-{subject}", field, $"alur.identitas.{name}.{subject}", next)),
        ];
    }

    private AskNode Ask(string id, IdentityField field, string text, string next) => new()
    {
        Id = id,
        As = IdentityFields.Recognizer(field),
        Text = phrases[text],
        Save = IdentityFields.Name(field),
        Echo = field is IdentityField.Nik or IdentityField.Kk ? phrases[$"alur.tercatat.{IdentityFields.Name(field)}"] : null,
        Next = next,
    };
}
