using Dukcapil.Bot.Content;
using Dukcapil.Bot.Dialogs.Definitions;

namespace Dukcapil.Bot.Dialogs.Checking;

/// <summary>Placeholders and conditions name values that something can set; anything else is a misspelling.</summary>
internal static class NameCheck
{
    internal static void Run(CheckReport report, DialogDefinition dialog, DialogNode node)
    {
        var used = Texts(node).SelectMany(Placeholders.Names).Concat(Conditions(node).SelectMany(when => when.Terms.Keys));
        foreach (var name in used.Distinct(StringComparer.Ordinal).Where(name => !report.Known!.Contains(name)))
        {
            report.At(dialog, node, $"nothing sets '{name}'");
        }
    }

    private static IEnumerable<string> Texts(DialogNode node)
    {
        IEnumerable<LocalizedText?> shown = node switch
        {
            SayNode say => [say.Text],
            ChoiceNode choice =>
            [
                choice.Text, choice.Retry, choice.Button,
                .. choice.Options.SelectMany(option => new[] { option.Title, option.Description }),
            ],
            ChecklistNode list => [list.Text, list.Retry, .. list.Items.Select(item => item.Title)],
            PromptNode prompt => [prompt.Text, prompt.Retry],
            _ => [],
        };
        IEnumerable<string> templates = node switch
        {
            ActNode act => act.With.Values,
            CallNode call => [call.Dialog, .. call.With.Values],
            ChoiceNode choice => choice.Options.SelectMany(option => option.Set.Values),
            _ => [],
        };
        return shown.OfType<LocalizedText>().SelectMany(text => new[] { text.Id, text.En }).Concat(templates).Concat(node.Set.Values);
    }

    private static IEnumerable<Condition> Conditions(DialogNode node)
    {
        IEnumerable<Condition> own = node switch
        {
            ChoiceNode choice => choice.Options.Select(option => option.When),
            ChecklistNode list => list.Items.Select(item => item.When),
            BranchNode branch => branch.Ways.Select(way => way.When),
            _ => [],
        };
        return own.Append(node.When);
    }
}
