using Dukcapil.Bot.Dialogs.Definitions;
using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Dialogs.Checking;

/// <summary>Every target exists, every node can be reached, and no loop goes round without a question.</summary>
internal static class FlowCheck
{
    internal static void Run(CheckReport report, DialogDefinition dialog)
    {
        if (!dialog.Nodes.ContainsKey(dialog.Start)) report.At(dialog, $"the start '{dialog.Start}' is no node");
        var graph = new DialogGraph(dialog);
        var reachable = graph.Reachable();
        foreach (var node in dialog.Nodes.Values)
        {
            foreach (var target in Targets(graph, node))
                if (target != Navigation.EndTarget && !dialog.Nodes.ContainsKey(target))
                    report.At(dialog, node, $"there is no node '{target}'");

            if (!reachable.Contains(node.Id)) report.At(dialog, node, "no way leads here");
            if (node.Step > (dialog.Steps ?? int.MaxValue)) report.At(dialog, node, $"step {node.Step} of {dialog.Steps}");
        }

        foreach (var node in LoopsWithoutQuestion(report.Catalogue, dialog, graph))
            report.At(dialog, node, "a loop goes through here without asking anything");
    }

    private static IEnumerable<string> Targets(DialogGraph graph, DialogNode node)
    {
        var targets = graph.From(node).Select(way => way.Target);
        return (node.Next is { } next ? targets.Append(next) : targets).Distinct(StringComparer.Ordinal);
    }

    // Each loop is reported once, at the node where it closes.
    private static List<DialogNode> LoopsWithoutQuestion(DialogCatalogue catalogue, DialogDefinition dialog, DialogGraph graph)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        var path = new HashSet<string>(StringComparer.Ordinal);
        var found = new List<DialogNode>();
        foreach (var id in dialog.Nodes.Keys) Walk(id);
        return found;

        void Walk(string id)
        {
            if (!dialog.Nodes.TryGetValue(id, out var node) || Asks(catalogue, node)) return;
            if (path.Contains(id)) found.Add(node);
            if (!done.Add(id)) return;
            path.Add(id);
            foreach (var way in graph.From(node)) Walk(way.Target);
            path.Remove(id);
        }
    }

    // A call counts as a question when what it begins asks something.
    private static bool Asks(DialogCatalogue catalogue, DialogNode node) => node switch
    {
        PromptNode => true,
        CallNode call => CallTargets.Of(catalogue, call).Any(dialog => dialog.Nodes.Values.Any(inner => inner is PromptNode or CallNode)),
        _ => false,
    };
}
