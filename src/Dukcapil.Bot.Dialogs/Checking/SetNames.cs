using Dukcapil.Bot.Dialogs.Definitions;
using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Dialogs.Checking;

/// <summary>Names of values that the content or the engine sets.</summary>
internal static class SetNames
{
    internal static IEnumerable<string> Of(DialogCatalogue catalogue) => catalogue.Dialogs.Values
        .SelectMany(dialog => dialog.Nodes.Values)
        .SelectMany(Of)
        .Concat(catalogue.Keywords.Select(keyword => keyword.Takes).OfType<string>())
        .Concat(ValueNames.All);

    private static IEnumerable<string> Of(DialogNode node)
    {
        IEnumerable<string> own = node switch
        {
            ChoiceNode choice => choice.Options.SelectMany(option => option.Set.Keys),
            CallNode call => call.With.Keys,
            _ => [],
        };
        return node is PromptNode { Save: { } name }
            ? [.. node.Set.Keys, .. own, name, ValueNames.PrefilledSlot + name]
            : [.. node.Set.Keys, .. own];
    }
}
