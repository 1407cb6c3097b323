using Dukcapil.Bot.Dialogs.Definitions;
using Dukcapil.Bot.Dialogs.Engine.Checklists;
using Dukcapil.Bot.Dialogs.Engine.Prompting;

namespace Dukcapil.Bot.Dialogs.Engine.Inputs;

/// <summary>
/// Photos and files. Whether they can be used is found out when they are fetched; the resident is told then
/// (<see cref="InputKind.MediaRejected"/>).
/// </summary>
internal static class MediaReceiver
{
    internal static void Receive(Turn turn, DialogInput input)
    {
        var files = input.Media.Select(media => media.Id).ToList();
        InterruptedPrompts.CloseOverPhotos(turn);
        if (turn.TopNode is ChecklistNode list)
        {
            Pauses.GreetBack(turn, input);
            ChecklistPhotos.Receive(new ChecklistWork(turn, list), input, files);
        }
        else if (turn.TopNode is AskNode { As: "media" } ask)
        {
            Pauses.GreetBack(turn, input);
            Answers.Apply(turn, ask, new PromptReading.Answer(DialogValue.Of(string.Join(',', files))));
        }
        else
        {
            Unasked(turn, files);
        }
    }

    // More photos of the same burst join those that the photo dialog is already asking about.
    private static void Unasked(Turn turn, List<string> files)
    {
        var dialog = turn.Catalogue.Settings.Photo;
        var before = Navigation.Running(turn, dialog) is not null ? turn.Values.Text(ValueNames.Photo) ?? "" : "";
        var all = before.Split(',', StringSplitOptions.RemoveEmptyEntries).Concat(files);
        var value = DialogValue.Of(string.Join(',', all));
        if (before.Length > 0) turn.Values.Set(ValueNames.Photo, value);
        else Navigation.Interrupt(turn, dialog, new Dictionary<string, DialogValue>(StringComparer.Ordinal) { [ValueNames.Photo] = value });
    }
}
