using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Dialogs.Definitions;

namespace Dukcapil.Bot.Core.Content;

/// <summary>
/// <c>ubah-{id}</c>: lets a resident change any answer before sending. New answers to the questions lead through the checklist
/// again, because other papers may apply then.
/// </summary>
internal sealed class ChangeDialog(AlurDefinition alur, AlurPhrases phrases)
{
    private const string Questions = "pertanyaan";
    private const string Papers = "berkas";
    private const string Nothing = "tidak-ada";

    internal DialogDefinition Compile()
    {
        var identity = new IdentityDialog(alur, phrases);
        List<DialogNode> nodes = [Choice(), .. alur.Identity.SelectMany(field => identity.Nodes(field, CompiledDialog.End))];
        if (alur.Questions.Count > 0) nodes.Add(new CallNode { Id = Questions, Dialog = $"pertanyaan-{alur.Id}", Next = Papers });
        nodes.Add(new CallNode { Id = Papers, Dialog = $"berkas-{alur.Id}", Next = CompiledDialog.End });
        return CompiledDialog.Of($"ubah-{alur.Id}", nodes);
    }

    private ChoiceNode Choice()
    {
        List<ChoiceOption> options = [.. alur.Identity.Select(IdentityFields.Name).Select(name => CompiledDialog.Option(name, phrases[$"alur.bidang.{name}"], next: name))];
        if (alur.Questions.Count > 0)
            options.Add(CompiledDialog.Option(Questions, phrases["alur.bidang.pertanyaan"], phrases["alur.bidang.pertanyaan-ket"], Questions));
        options.Add(CompiledDialog.Option(Papers, phrases["alur.bidang.berkas"], phrases["alur.bidang.berkas-ket"], Papers));
        options.Add(CompiledDialog.Option(Nothing, phrases["alur.bidang.tidak-ada"], next: CompiledDialog.End));
        return new ChoiceNode { Id = "pilih", Text = phrases["alur.ubah"], Button = phrases["alur.ubah-tombol"], Options = options };
    }
}
