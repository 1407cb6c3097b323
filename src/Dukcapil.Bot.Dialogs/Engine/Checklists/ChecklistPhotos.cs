using Dukcapil.Bot.Dialogs.Definitions;
using Dukcapil.Bot.Dialogs.Engine.Prompting;
using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Dialogs.Engine.Checklists;

/// <summary>Puts photos on the item they are for.</summary>
internal static class ChecklistPhotos
{
    /// <summary>See <see cref="Reply.FoldKey"/>: of the lists that answer a burst, the newest is enough.</summary>
    internal const string FoldKey = "daftar-berkas";

    /// <summary>
    /// Photos go to the item named in the caption, else to the item of the burst they belong to, else to the item chosen before,
    /// else to the first open one. When every item is filled they are held until a number is given.
    /// </summary>
    internal static void Receive(ChecklistWork work, DialogInput input, IReadOnlyList<string> media)
    {
        var turn = work.Turn;
        turn.Attempts = 0;
        var burst = input.SincePrevious <= Limits.Burst ? work.Find(turn.LastPhotoItem) : null;
        var item = Named(work, input.Text) ?? burst ?? work.Current;
        if (item is null)
        {
            Hold(work, media);
            return;
        }

        // Only more of the same burst adds to an item; anything else that is already there was sent to be replaced.
        work.Put(item, media, replace: item != burst);
        turn.LastPhotoItem = item.Id;
        ChecklistTalk.Tell(work, ChecklistTalk.About(work, EngineTexts.Received, item), FoldKey);
    }

    private static void Hold(ChecklistWork work, IReadOnlyList<string> media)
    {
        var turn = work.Turn;
        work.Cursor = new ChecklistCursor(ChecklistQuestion.None, null, [.. work.Held ?? [], .. media]);
        Prompts.Show(turn, work.Node, $"{turn.Sentence(EngineTexts.HeldPhoto)}\n\n{ChecklistView.Lines(work)}", FoldKey);
    }

    private static ChecklistItem? Named(ChecklistWork work, string caption) =>
        TextNormalizer.Normalize(caption).Length > 0 && ChecklistReader.Items(work, caption) is [var item] && work.Applies(item) ? item : null;
}
