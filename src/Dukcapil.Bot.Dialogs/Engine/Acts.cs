using Dukcapil.Bot.Content;
using Dukcapil.Bot.Dialogs.Definitions;

namespace Dukcapil.Bot.Dialogs.Engine;

/// <summary>Acts: stops a turn for what only the host can do, and continues with its outcome.</summary>
internal static class Acts
{
    /// <summary>Stops the turn until the host has acted. Arguments hold stored values, never masked ones.</summary>
    internal static void Request(Turn turn, ActNode node) => turn.Act = new ActRequest(
        node.Act,
        node.With.ToDictionary(pair => pair.Key, pair => Placeholders.Fill(pair.Value, turn.Values.Text), StringComparer.Ordinal));

    internal static void Resume(Turn turn, ActResult result)
    {
        turn.Values.SetAll(result.Values);
        if (turn.TopNode is not ActNode node)
        {
            Recovery.ContentChanged(turn, $"act no longer at {turn.Top?.Dialog}/{turn.Top?.Node}");
            return;
        }

        if (node.Final) turn.Trail.Clear();
        Navigation.Leave(turn, node, node.On.GetValueOrDefault(result.Outcome));
    }
}
