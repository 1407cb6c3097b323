using Dukcapil.Bot.Dialogs.Definitions;

namespace Dukcapil.Bot.Dialogs.Engine;

/// <summary>KEMBALI: the trail of answered prompts and the way back along it.</summary>
internal static class BackTrack
{
    /// <summary>Notes that the current prompt is being left.</summary>
    internal static void Note(Turn turn, string? saved)
    {
        turn.Trail.Add(new AnsweredPrompt([.. turn.Stack], saved));
        if (turn.Trail.Count > Limits.Trail) turn.Trail.RemoveAt(0);
    }

    /// <summary>Goes one prompt back; out of a dialog that was begun on top of a question, back to that question.</summary>
    internal static void Go(Turn turn)
    {
        turn.Waiting = false;
        var asked = turn.Stack.SkipLast(1).ToList().FindLastIndex(frame => turn.NodeOf(frame) is PromptNode);
        if (asked >= 0 && !(turn.Trail.Count > 0 && IsAbove(turn.Trail[^1], turn.Stack.Take(asked + 1).ToList())))
        {
            turn.Stack.RemoveRange(asked + 1, turn.Stack.Count - asked - 1);
        }
        else if (turn.Trail.Count > 0)
        {
            turn.Stack.Clear();
            turn.Stack.AddRange(turn.Trail[^1].Stack);
            turn.Trail.RemoveAt(turn.Trail.Count - 1);
            turn.GoingBack = true;
        }
        else if (!SuspendedDialog.Resume(turn))
        {
            turn.Say(turn.Sentence(EngineTexts.NothingBefore));
        }
    }

    /// <summary>
    /// Drops what was answered after a question was left, and the question too when it is asked again; everything when it is not on the
    /// trail.
    /// </summary>
    internal static void ForgetSince(Turn turn, IReadOnlyList<DialogFrame> left, bool inclusive)
    {
        var at = left.Count == 0
            ? -1
            : turn.Trail.FindLastIndex(answered => answered.Stack.Count >= left.Count && AreAt(answered.Stack, left));
        var keep = at < 0 || inclusive ? Math.Max(at, 0) : at + 1;
        turn.Trail.RemoveRange(keep, turn.Trail.Count - keep);
    }

    /// <summary>Drops the answers given in a dialog that ended on top of the current question.</summary>
    internal static void ForgetAbove(Turn turn)
    {
        while (turn.Stack.Count > 0 && turn.Trail.Count > 0 && IsAbove(turn.Trail[^1], turn.Stack))
            turn.Trail.RemoveAt(turn.Trail.Count - 1);
    }

    /// <summary>Drops the answers given in a dialog that starts over.</summary>
    internal static void ForgetFrom(Turn turn, int level, string dialog)
    {
        while (turn.Trail.Count > 0 && turn.Trail[^1].Stack.Count > level && turn.Trail[^1].Stack[level].Dialog == dialog)
        {
            turn.Trail.RemoveAt(turn.Trail.Count - 1);
        }
    }

    private static bool IsAbove(AnsweredPrompt answered, List<DialogFrame> stack) =>
        answered.Stack.Count > stack.Count && AreAt(answered.Stack, stack);

    private static bool AreAt(IEnumerable<DialogFrame> some, IEnumerable<DialogFrame> others) =>
        some.Zip(others).All(pair => pair.First.Dialog == pair.Second.Dialog && pair.First.Node == pair.Second.Node);
}
