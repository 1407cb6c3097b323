using Dukcapil.Bot.Dialogs.Definitions;
using Dukcapil.Bot.Dialogs.Engine.Prompting;

namespace Dukcapil.Bot.Dialogs.Engine;

/// <summary>Executes nodes from the top of the stack until the resident or the host has the word.</summary>
internal static class NodeRunner
{
    internal static void Run(Turn turn)
    {
        while (!turn.Waiting && turn.Act is null && turn.Top is { } top)
        {
            if (++turn.StepsTaken > Limits.StepsPerTurn)
                Recovery.Trouble(turn, $"more than {Limits.StepsPerTurn} steps at {top.Dialog}/{top.Node}");
            else if (turn.TopNode is { } node) Visit(turn, node);
            else Recovery.ContentChanged(turn, $"unknown node {top.Dialog}/{top.Node}");
        }

        SuspendedDialog.Settle(turn);
    }

    private static void Visit(Turn turn, DialogNode node)
    {
        if (!node.When.Holds(turn.Values.Text))
        {
            Navigation.PassOver(turn, node);
            return;
        }

        if (node.Step is { } step) Progress.Note(turn, step);
        switch (node)
        {
            case SayNode say:
                turn.Say(turn.Fill(say.Text), say.FoldKey);
                Navigation.Leave(turn, say);
                break;
            case PromptNode prompt:
                Prompts.Ask(turn, prompt);
                break;
            case ActNode act:
                Acts.Request(turn, act);
                break;
            case BranchNode branch:
                var way = branch.Ways.FirstOrDefault(way => way.When.Holds(turn.Values.Text));
                Navigation.Leave(turn, branch, way?.Next);
                break;
            case CallNode { Replaces: true } call:
                Navigation.Replace(turn, turn.Values.Resolve(call.Dialog).Text, turn.Values.Resolve(call.With));
                break;
            case CallNode call:
                Navigation.Begin(turn, turn.Values.Resolve(call.Dialog).Text, turn.Values.Resolve(call.With));
                break;
            case EndNode { Resumes: true } when SuspendedDialog.Resume(turn):
                break;
            case EndNode { All: true } end:
                turn.Values.SetAll(turn.Values.Resolve(end.Set));
                turn.Stack.Clear();
                break;
            case EndNode end:
                Navigation.Leave(turn, end, Navigation.EndTarget);
                break;
        }
    }
}
