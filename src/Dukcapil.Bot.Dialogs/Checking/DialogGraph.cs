using Dukcapil.Bot.Dialogs.Definitions;
using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Dialogs.Checking;

/// <summary>Edge from one node to another, with its label.</summary>
/// <param name="Target">Node id, or <c>end</c>.</param>
/// <param name="Label">An option, an outcome or a condition; empty for the plain next.</param>
internal sealed record DialogEdge(string Target, string Label);

/// <summary>Graph of one dialog.</summary>
internal sealed class DialogGraph(DialogDefinition dialog)
{
    private readonly List<string> _order = [.. dialog.Nodes.Keys];

    /// <summary>Every way out of a node, also the one taken when its condition does not hold.</summary>
    internal IReadOnlyList<DialogEdge> From(DialogNode node)
    {
        var ways = Stated(node).ToList();
        if (FallsThrough(node) || !node.When.IsAlways) ways.Add(new DialogEdge(Following(node), ""));
        return ways.DistinctBy(way => (way.Target, way.Label)).ToList();
    }

    /// <summary>Nodes that can be executed, from the start on.</summary>
    internal HashSet<string> Reachable()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([dialog.Start]);
        while (open.TryPop(out var id))
        {
            if (!dialog.Nodes.TryGetValue(id, out var node) || !seen.Add(id)) continue;
            foreach (var way in From(node)) open.Push(way.Target);
        }

        return seen;
    }

    private static IEnumerable<DialogEdge> Stated(DialogNode node) => node switch
    {
        ChoiceNode choice => choice.Options.Where(option => option.Next is not null)
            .Select(option => new DialogEdge(option.Next!, option.Title.Id)),
        AskNode ask => ask.On.Select(on => new DialogEdge(on.Value, on.Key)),
        ActNode act => act.On.Select(on => new DialogEdge(on.Value, on.Key)),
        BranchNode branch => branch.Ways.Select(way => new DialogEdge(way.Next, Describe(way.When))),
        EndNode => [new DialogEdge(Navigation.EndTarget, "")],
        _ => [],
    };

    // Whether the plain next can be taken at all.
    private static bool FallsThrough(DialogNode node) => node switch
    {
        ChoiceNode choice => choice.From is not null || choice.Options.Any(option => option.Next is null),
        AskNode { As: "yesno" } ask => !(ask.On.ContainsKey("ya") && ask.On.ContainsKey("tidak")),
        BranchNode branch => !branch.Ways.Any(way => way.When.IsAlways),
        EndNode => false,
        _ => true,
    };

    private static string Describe(Content.Condition when) =>
        string.Join(", ", when.Terms.Select(term => $"{term.Key} = {string.Join(" / ", term.Value)}"));

    private string Following(DialogNode node)
    {
        if (node.Next is { } next) return next;
        var at = _order.IndexOf(node.Id) + 1;
        return at < _order.Count ? _order[at] : Navigation.EndTarget;
    }
}
