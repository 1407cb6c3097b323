using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Content;
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
        List<ChoiceOption> options = [.. alur.Identity.Select(IdentityFields.Name).Select(name => Option(name, next: name))];
        if (alur.Questions.Count > 0)
            options.Add(Option(
                Questions, Questions, phrases["alur.bidang.pertanyaan-ket"],
                [.. alur.Questions.SelectMany(Answers).Distinct(StringComparer.OrdinalIgnoreCase)]));
        options.Add(Option(Papers, Papers, phrases["alur.bidang.berkas-ket"]));
        options.Add(Option(Nothing, CompiledDialog.End));
        return new ChoiceNode { Id = "pilih", Text = phrases["alur.ubah"], Button = phrases["alur.ubah-tombol"], Options = options };
    }

    private ChoiceOption Option(string part, string next, LocalizedText? description = null, IReadOnlyList<string>? words = null)
    {
        var known = phrases[$"alur.kata-bidang.{part}"];
        var own = $"{known.Id},{known.En}".Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return CompiledDialog.Option(part, phrases[$"alur.bidang.{part}"], description, next) with
        {
            Words = [.. own.Distinct(StringComparer.OrdinalIgnoreCase), .. words ?? []],
        };
    }

    /// <summary>Somebody who says "itu hilang, bukan rusak" speaks of an answer: it leads to the questions.</summary>
    private static IEnumerable<string> Answers(AlurQuestion question) =>
        question.Options.SelectMany(option => new[] { option.Title.Id, option.Title.En }.Concat(option.Words))
            .Where(word => word.Length > 4);
}
