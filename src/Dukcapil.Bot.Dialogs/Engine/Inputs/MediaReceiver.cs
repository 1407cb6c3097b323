using Dukcapil.Bot.Dialogs.Definitions;
using Dukcapil.Bot.Dialogs.Engine.Checklists;
using Dukcapil.Bot.Dialogs.Engine.Prompting;

namespace Dukcapil.Bot.Dialogs.Engine.Inputs;

/// <summary>Photos and files.</summary>
internal static class MediaReceiver
{
    internal static void Receive(Turn turn, DialogInput input)
    {
        var usable = input.Media.Where(media => AcceptedFiles.Has(media.ContentType)).Select(media => media.Id).ToList();
        if (usable.Count == 0)
        {
            InputReceiver.Refuse(turn, EngineTexts.FileKind);
            return;
        }

        if (usable.Count < input.Media.Count) turn.Say(turn.Sentence(EngineTexts.FileKind));
        Offers.CloseOverPhotos(turn);
        if (turn.TopNode is ChecklistNode list)
        {
            Pauses.GreetBack(turn, input);
            ChecklistPhotos.Receive(new ChecklistWork(turn, list), input, usable);
        }
        else if (turn.TopNode is AskNode { As: "media" } ask)
        {
            Pauses.GreetBack(turn, input);
            Answers.Apply(turn, ask, new PromptReading.Answer(DialogValue.Of(string.Join(',', usable))));
        }
        else
        {
            Unasked(turn, usable);
        }
    }

    // More photos of the same burst join those that the photo dialog is already asking about.
    private static void Unasked(Turn turn, List<string> usable)
    {
        var dialog = turn.Catalogue.Settings.Photo;
        var before = Navigation.Running(turn, dialog) is not null ? turn.Values.Text(ValueNames.Photo) ?? "" : "";
        var all = before.Split(',', StringSplitOptions.RemoveEmptyEntries).Concat(usable);
        var value = DialogValue.Of(string.Join(',', all));
        if (before.Length > 0) turn.Values.Set(ValueNames.Photo, value);
        else Navigation.Interrupt(turn, dialog, new Dictionary<string, DialogValue>(StringComparer.Ordinal) { [ValueNames.Photo] = value });
    }
}
