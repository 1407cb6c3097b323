using Dukcapil.Bot.Dialogs.Definitions;
using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Dialogs.Checking;

/// <summary>What a node names exists, and what it lists is listed once.</summary>
internal static class ReferenceCheck
{
    internal static void Run(CheckReport report, DialogDefinition dialog, DialogNode node)
    {
        switch (node)
        {
            case AskNode ask when ask.As != "media" && !RecognizerSet.All.ContainsKey(ask.As):
                report.At(dialog, node, $"there is no recogniser '{ask.As}'");
                break;
            case CallNode call when CallTargets.Of(report.Catalogue, call).Count == 0:
                report.At(dialog, node, $"there is no dialog '{call.Dialog}'");
                break;
            case ChoiceNode choice:
                Choice(report, dialog, choice);
                break;
            case ChecklistNode list:
                Once(report, dialog, node, list.Items.Select(item => item.Id));
                if (list.Save is null) report.At(dialog, node, "a checklist needs 'save'");
                if (list.Items.Count == 0) report.At(dialog, node, "the checklist is empty");
                break;
        }
    }

    private static void Choice(CheckReport report, DialogDefinition dialog, ChoiceNode choice)
    {
        if (choice.Options.Count == 0 && choice.From is null) report.At(dialog, choice, "there is nothing to choose");
        if (choice.OfferedDialog is { } offered && !report.Catalogue.Dialogs.ContainsKey(offered))
            report.At(dialog, choice, $"there is no dialog '{offered}'");
        Once(report, dialog, choice, choice.Options.Select(option => option.Id));
        var always = choice.Options.Where(option => option.When.IsAlways).ToList();
        Once(report, dialog, choice, always.Select(option => option.Title.Id));
        var words = always.SelectMany(option => option.Words.Select(TextNormalizer.Normalize).Distinct(StringComparer.Ordinal));
        Once(report, dialog, choice, words);
    }

    private static void Once(CheckReport report, DialogDefinition dialog, DialogNode node, IEnumerable<string> names)
    {
        foreach (var twice in names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(group => group.Skip(1).Any()))
        {
            report.At(dialog, node, $"'{twice.Key}' stands twice");
        }
    }
}
