using Dukcapil.Bot.Content;
using Dukcapil.Bot.Dialogs.Definitions;
using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Dialogs.Checking;

/// <summary>
/// Every text is there in every language and fits WhatsApp (<see cref="Limits"/>). Placeholders count as written: what they will
/// hold is not known, and the engine splits a message that grows too long.
/// </summary>
internal static class TextCheck
{
    private const int ChecklistTitle = 60;

    internal static void Run(CheckReport report, DialogDefinition dialog, DialogNode node)
    {
        void Fits(LocalizedText? text, string what, int length)
        {
            if (text is null) return;
            foreach (var language in Enum.GetValues<Language>())
            {
                var written = text.In(language);
                if (written.Length == 0) report.At(dialog, node, $"{what} has no {language} text");
                if (written.Length > length) report.At(dialog, node, $"{what} ({language}) is {written.Length} long; {length} fit");
            }
        }

        if (node is SayNode say) Fits(say.Text, "the text", Limits.Body);
        if (node is not PromptNode prompt) return;
        Fits(prompt.Text, "the question", prompt is ChoiceNode ? Limits.InteractiveBody : Limits.Body);
        Fits(prompt.Retry, "the retry text", Limits.InteractiveBody);
        foreach (var item in (prompt as ChecklistNode)?.Items ?? []) Fits(item.Title, $"item '{item.Id}'", ChecklistTitle);
        if (prompt is not ChoiceNode choice) return;
        Fits(choice.Button, "the button", Limits.Button);
        foreach (var option in choice.Options)
        {
            Fits(option.Title, $"the title of '{option.Id}'", Limits.RowTitle);
            Fits(option.Description, $"the description of '{option.Id}'", Limits.RowDescription);
        }

        var whole = Enum.GetValues<Language>().Max(language => Numbered(choice, language));
        if (whole > Limits.Body) report.At(dialog, node, $"the question with its options is {whole} long; {Limits.Body} fit");
    }

    // "10. Title – description" and its line break, for each option.
    private static int Numbered(ChoiceNode choice, Language language) =>
        choice.Text.In(language).Length
            + choice.Options.Sum(option => option.Title.In(language).Length + (option.Description?.In(language).Length ?? 0) + 8);
}
