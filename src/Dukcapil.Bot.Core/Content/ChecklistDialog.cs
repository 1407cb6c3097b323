using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Dialogs.Definitions;

namespace Dukcapil.Bot.Core.Content;

/// <summary><c>berkas-{id}</c>: the living checklist. It does not own <c>berkas</c>: coming back keeps the photos given.</summary>
internal static class ChecklistDialog
{
    internal static DialogDefinition Compile(AlurDefinition alur, AlurPhrases phrases) =>
        CompiledDialog.Of($"berkas-{alur.Id}", new ChecklistNode
        {
            Id = "berkas",
            Text = phrases["alur.berkas"],
            Save = "berkas",
            Items = alur.Berkas.Select(item => new ChecklistItem(item.Id, item.Title, item.When) { Photos = item.Photos }).ToList(),
            Next = CompiledDialog.End,
        });
}
