using Dukcapil.Bot.Dialogs.Definitions;
using Dukcapil.Bot.Dialogs.Engine.Prompting;

namespace Dukcapil.Bot.Dialogs.Engine.Checklists;

/// <summary>The conversation about a checklist: shows it, carries out commands, and leaves it only when told to.</summary>
internal static class ChecklistTalk
{
    /// <summary>
    /// Shows the list for the first time; or, when it is still being filled, without its opening and asking what was being asked.
    /// </summary>
    internal static void Open(ChecklistWork work)
    {
        if (work.Cursor is not { } cursor) Tell(work, work.Turn.Fill(work.Node.Text));
        else if (work.Held is null && work.Find(cursor.Item) is { } chosen) AskForItem(work, chosen);
        else if (cursor.Asking == ChecklistQuestion.BringRest && work.Open.Count > 0) AskForRest(work);
        else Tell(work, "");
    }

    /// <summary>
    /// Says something, then the list, then what is next: the number that photos wait for, the item a photo is awaited for, or, when
    /// nothing is open, whether to go on.
    /// </summary>
    internal static void Tell(ChecklistWork work, string opening, string? foldKey = null)
    {
        var turn = work.Turn;
        var next = work.Open is [var first, ..] ? first : null;
        var held = work.Held;
        work.Cursor = new ChecklistCursor(held is null && next is null ? ChecklistQuestion.Complete : ChecklistQuestion.None, null, held);
        var closing = (held, next) switch
        {
            (not null, _) => turn.Sentence(EngineTexts.HeldPhoto),
            (_, null) => turn.Sentence(EngineTexts.Complete),
            _ => work.IsPart(next) ? "" : About(work, EngineTexts.NextItem, next),
        };
        var parts = new[] { opening, ChecklistView.Lines(work), closing }.Where(part => part.Length > 0);
        Prompts.Show(turn, work.Node, string.Join("\n\n", parts), foldKey);
    }

    internal static void Do(ChecklistWork work, ChecklistCommand command)
    {
        switch (command)
        {
            case ChecklistCommand.Select select: Select(work, select.Item); break;
            case ChecklistCommand.BringToCounter bring: Bring(work, bring.Items); break;
            case ChecklistCommand.Enough enough:
                work.Accept(enough.Item);
                Tell(work, About(work, EngineTexts.Received, enough.Item));
                break;
            case ChecklistCommand.Finish when work.Open.Count > 0: AskForRest(work); break;
            case ChecklistCommand.Finish: Leave(work); break;
            case ChecklistCommand.BringRest:
                work.BringToCounter(work.Open);
                Leave(work);
                break;
            case ChecklistCommand.KeepSending: Tell(work, ""); break;
            case ChecklistCommand.Change:
                work.Cursor = new ChecklistCursor(ChecklistQuestion.None, null, work.Held);
                Reply(work, $"{work.Turn.Sentence(EngineTexts.WhichNumber)}\n\n{ChecklistView.Lines(work)}");
                break;
            case ChecklistCommand.UnknownNumber: Reply(work, work.Turn.Sentence(EngineTexts.NoSuchNumber)); break;
        }
    }

    /// <summary>A sentence about one item.</summary>
    internal static string About(ChecklistWork work, string key, ChecklistItem item) =>
        work.Turn.Sentence(key, ("nomor", work.Number(item)), ("berkas", work.Title(item)));

    private static void Select(ChecklistWork work, ChecklistItem item)
    {
        if (!work.Applies(item))
        {
            Reply(work, About(work, EngineTexts.DoesNotApply, item));
        }
        else if (work.Held is { } held)
        {
            work.Cursor = new ChecklistCursor(ChecklistQuestion.None);
            work.Put(item, held, replace: true);
            Tell(work, About(work, EngineTexts.Received, item), ChecklistPhotos.FoldKey);
        }
        else
        {
            AskForItem(work, item);
        }
    }

    private static void AskForItem(ChecklistWork work, ChecklistItem item)
    {
        work.Cursor = new ChecklistCursor(ChecklistQuestion.None, item.Id);
        Reply(work, About(work, work.Entry(item) is { AtCounter: false } ? EngineTexts.ReplaceFor : EngineTexts.SendFor, item));
    }

    private static void Bring(ChecklistWork work, IReadOnlyList<ChecklistItem> items)
    {
        var applicable = items.Where(work.Applies).ToList();
        if (applicable.Count == 0)
        {
            Reply(work, About(work, EngineTexts.DoesNotApply, items[0]));
            return;
        }

        work.BringToCounter(applicable);
        Tell(work, work.Turn.Sentence(EngineTexts.ToCounter));
    }

    private static void AskForRest(ChecklistWork work)
    {
        work.Cursor = new ChecklistCursor(ChecklistQuestion.BringRest, null, work.Held);
        Reply(work, work.Turn.Sentence(EngineTexts.BringRest, ("daftar", ChecklistView.Names(work, work.Open))));
    }

    private static void Reply(ChecklistWork work, string text) => Prompts.Show(work.Turn, work.Node, text);

    private static void Leave(ChecklistWork work)
    {
        if (work.Held is not null) work.Turn.Say(work.Turn.Sentence(EngineTexts.HeldUnused));
        var value = work.Save();
        work.Cursor = null;
        Answers.Accept(work.Turn, work.Node, new PromptReading.Answer(value));
    }
}
