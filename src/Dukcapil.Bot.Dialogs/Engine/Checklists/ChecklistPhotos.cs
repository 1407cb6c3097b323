using Dukcapil.Bot.Dialogs.Engine.Prompting;

namespace Dukcapil.Bot.Dialogs.Engine.Checklists;

/// <summary>Puts photos on the item they are for.</summary>
internal static class ChecklistPhotos
{
    /// <summary>See <see cref="Reply.FoldKey"/>: of the lists that answer a burst, the newest is enough.</summary>
    internal const string FoldKey = "daftar-berkas";

    /// <summary>
    /// Photos go to the item named in the caption, else to the item of the burst they belong to, else to the item chosen before,
    /// else to the first open one. When every item is filled, or a caption fits several or names a paper that is not in the list, they are
    /// held until a number is given.
    /// </summary>
    internal static void Receive(ChecklistWork work, DialogInput input, IReadOnlyList<string> media)
    {
        var turn = work.Turn;
        turn.Attempts = 0;
        var burst = input.SincePrevious <= Limits.Burst ? work.Find(turn.LastPhotoItem) : null;
        var named = CaptionMatcher.Match(work, input.Text);
        var item = named is [var only] ? only : burst ?? work.Current;
        if (item is null || named.Count > 1 || (named.Count == 0 && IsOfAnother(work, input.Text)))
        {
            Hold(work, media);
            return;
        }

        // More of the same burst, and what an item still lacks, adds to it; anything else that is already there was sent to be replaced.
        work.Put(item, media, replace: item != burst && !work.IsPart(item));
        turn.LastPhotoItem = item.Id;
        ChecklistTalk.Tell(
            work, ChecklistTalk.About(work, work.IsPart(item) ? EngineTexts.ReceivedPart : EngineTexts.Received, item), FoldKey);
    }

    // Of an item chosen by its number, or of the only open one, a photo is of that whatever its caption calls it.
    private static bool IsOfAnother(ChecklistWork work, string caption) =>
        work.Cursor?.Item is null && work.Open.Count > 1 && CaptionMatcher.NamesAPaper(work, caption);

    private static void Hold(ChecklistWork work, IReadOnlyList<string> media)
    {
        var turn = work.Turn;
        work.Cursor = new ChecklistCursor(ChecklistQuestion.None, null, [.. work.Held ?? [], .. media]);
        Prompts.Show(turn, work.Node, $"{turn.Sentence(EngineTexts.HeldPhoto)}\n\n{ChecklistView.Lines(work)}", FoldKey);
    }
}
