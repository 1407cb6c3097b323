using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Dialogs.Definitions;
using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Core.Content;

/// <summary>
/// <c>pilih-alur</c>: the list of all services, in the office's order. Saves the chosen id as <c>layanan</c>, or <c>bantu</c> when the
/// resident would rather answer a few questions; that row is left out when the services alone fill a list.
/// </summary>
internal static class ServiceChoice
{
    internal static DialogDefinition Compile(IReadOnlyList<AlurDefinition> alur, AlurPhrases phrases)
    {
        List<ChoiceOption> options = [.. alur.Select(one => CompiledDialog.Option(one.Id, one.Title, one.Summary, CompiledDialog.End))];
        if (options.Count < Limits.Rows)
            options.Add(CompiledDialog.Option("bantu", phrases["layanan.bantu"], phrases["layanan.bantu-ket"], CompiledDialog.End));
        return CompiledDialog.Of("pilih-alur", new ChoiceNode
        {
            Id = "pilih",
            Text = phrases["layanan.pilih"],
            Button = phrases["layanan.tombol"],
            Save = "layanan",
            Options = options,
            Understand = true,
            Next = CompiledDialog.End,
        });
    }
}
