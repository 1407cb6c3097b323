using Stateless.Graph;
using Stateless.Reflection;

namespace Dukcapil.Bot.Alur;

/// <summary>Mermaid style of the library's drawing, with the office's words for states and acts.</summary>
internal sealed class StateDrawingStyle(
    StateGraph graph,
    IReadOnlyDictionary<string, string> states,
    IReadOnlyList<string> final,
    IReadOnlyDictionary<(string From, string Act), DrawnWay> ways) : MermaidGraphStyle(graph, null)
{
    public override string GetPrefix() =>
        base.GetPrefix() + string.Concat(states.Select(state => $"{Environment.NewLine}\tstate \"{state.Value}\" as {state.Key}"));

    public override string GetInitialTransition(StateInfo initialState) =>
        base.GetInitialTransition(initialState) + string.Concat(final.Select(state => $"{Environment.NewLine}{state} --> [*]"));

    /// <summary>Label of a transition: its act and conditions; of a branch of a choice, its conditions alone.</summary>
    public override string FormatOneTransition(
        string sourceNodeName, string trigger, IEnumerable<string> actions, string destinationNodeName, IEnumerable<string> guards) =>
        ways.TryGetValue((sourceNodeName, trigger), out var way)
            ? base.FormatOneTransition(sourceNodeName, way.Act, actions, destinationNodeName, way.Conditions)
            : base.FormatOneTransition(sourceNodeName, string.Join(", ", guards), actions, destinationNodeName, []);
}

/// <summary>A transition in the office's words.</summary>
/// <param name="Act">What is done.</param>
/// <param name="Conditions">What must hold.</param>
internal sealed record DrawnWay(string Act, IReadOnlyList<string> Conditions);
