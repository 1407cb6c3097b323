using System.Text;
using Dukcapil.Bot.Dialogs.Definitions;
using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Dialogs.Checking;

/// <summary>Draws dialogs as Mermaid flowcharts.</summary>
public static class DialogDrawing
{
    private const int LabelLength = 60;

    /// <summary>One dialog: questions are rounded, branches are diamonds, acts and calls are boxes of their own shape.</summary>
    public static string Draw(DialogDefinition dialog)
    {
        ArgumentNullException.ThrowIfNull(dialog);
        var ids = dialog.Nodes.Keys.Select((id, at) => (id, at))
            .ToDictionary(pair => pair.id, pair => $"n{pair.at}", StringComparer.Ordinal);
        var graph = new DialogGraph(dialog);
        var drawing = new StringBuilder("flowchart TD\n");
        foreach (var node in dialog.Nodes.Values) drawing.Append("  ").Append(ids[node.Id]).Append(Shape(node)).Append('\n');
        var inner = dialog.Nodes.Values.Where(node => node is not EndNode).ToList();
        if (inner.Exists(node => graph.From(node).Any(way => way.Target == Navigation.EndTarget))) drawing.Append("  selesai((end))\n");
        foreach (var node in inner)
        {
            foreach (var way in graph.From(node))
            {
                var label = way.Label.Length == 0 ? "" : $"|{Quoted(way.Label)}|";
                var target = ids.GetValueOrDefault(way.Target, "selesai");
                drawing.Append("  ").Append(ids[node.Id]).Append(" -->").Append(label).Append(' ').Append(target).Append('\n');
            }
        }

        return drawing.ToString();
    }

    /// <summary>Which dialog begins which: calls, and from <c>mesin.yaml</c> what the keywords begin.</summary>
    public static string DrawCalls(DialogCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        var sorted = catalogue.Dialogs.Keys.Order(StringComparer.Ordinal).Select((id, at) => (id, at));
        var ids = sorted.ToDictionary(pair => pair.id, pair => $"d{pair.at}", StringComparer.Ordinal);
        var drawing = new StringBuilder("flowchart LR\n");
        foreach (var (id, name) in ids) drawing.Append("  ").Append(name).Append('[').Append(Quoted(id)).Append("]\n");
        foreach (var (keyword, at) in catalogue.Keywords.Select((keyword, at) => (keyword, at)))
        {
            if (keyword.Dialog is null || !ids.TryGetValue(keyword.Dialog, out var dialog)) continue;
            drawing.Append("  k").Append(at).Append("([").Append(Quoted(keyword.Id)).Append("]) -.-> ").Append(dialog).Append('\n');
        }

        foreach (var (from, to) in Calls(catalogue)) drawing.Append("  ").Append(ids[from]).Append(" --> ").Append(ids[to]).Append('\n');
        return drawing.ToString();
    }

    private static IEnumerable<(string From, string To)> Calls(DialogCatalogue catalogue) => catalogue.Dialogs.Values
        .OrderBy(dialog => dialog.Id, StringComparer.Ordinal)
        .SelectMany(dialog => dialog.Nodes.Values.OfType<CallNode>()
            .SelectMany(call => CallTargets.Of(catalogue, call))
            .Select(target => (dialog.Id, target.Id)))
        .Distinct();

    private static string Shape(DialogNode node) => node switch
    {
        SayNode say => $"[{Labelled(node, say.Text.Id)}]",
        PromptNode prompt => $"([{Labelled(node, prompt.Text.Id)}])",
        ActNode act => $"[/{Labelled(node, act.Act)}/]",
        CallNode call => $"[[{Labelled(node, call.Dialog)}]]",
        BranchNode => $"{{{Quoted(node.Id)}}}",
        _ => $"(({Quoted(node.Id)}))",
    };

    private static string Labelled(DialogNode node, string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return Quoted($"{node.Id}: {(line.Length > LabelLength ? line[..LabelLength] + "…" : line)}");
    }

    // Mermaid reads a double quote inside a label as its end.
    private static string Quoted(string text) => $"\"{text.Replace("\"", "#quot;", StringComparison.Ordinal)}\"";
}
