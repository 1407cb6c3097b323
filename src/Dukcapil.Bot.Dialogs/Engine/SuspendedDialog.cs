using Dukcapil.Bot.Dialogs.Definitions;

namespace Dukcapil.Bot.Dialogs.Engine;

/// <summary>
/// Suspends a dialog that counts steps and was left in the middle, and resumes it. Its answers stay among the values; where it was asked is
/// kept under <see cref="ValueNames.SuspendedDialog"/> until somebody goes on with it or content forgets it. It exists only while no such
/// dialog runs.
/// </summary>
internal static class SuspendedDialog
{
    /// <summary>Notes where the running dialog stands, as far down as the content still knows it; nothing runs: nothing is noted.</summary>
    internal static void Keep(Turn turn)
    {
        if (Progress.Level(turn) is not { } level) return;
        var frames = Known(turn, turn.Stack);
        if (frames.Count <= level) return;
        var asked = frames.FindIndex(level, frame => turn.NodeOf(frame) is PromptNode);
        if (asked >= 0) frames.RemoveRange(asked + 1, frames.Count - asked - 1);
        turn.Values.Set(ValueNames.SuspendedDialog, Progress.Values(turn, level)[ValueNames.DialogTitle] with { Frames = frames });
    }

    /// <summary>Closes everything and asks the question that was left; false when there is none.</summary>
    internal static bool Resume(Turn turn)
    {
        if (turn.Values.Find(ValueNames.SuspendedDialog)?.Frames is not { } kept) return false;
        turn.Values.Forget(ValueNames.SuspendedDialog);
        BackTrack.ForgetSince(turn, kept, inclusive: true);
        turn.Stack.Clear();
        turn.Stack.AddRange(Known(turn, kept));
        turn.Candidates = null;
        turn.Waiting = false;
        return turn.Stack.Count > 0;
    }

    /// <summary>Puts things in order at the end of a turn: nothing is aside while a dialog that counts steps runs.</summary>
    internal static void Settle(Turn turn)
    {
        if (Progress.Level(turn) is not null) turn.Values.Forget(ValueNames.SuspendedDialog);
        if (turn.Stack.Count > 0) return;
        BackTrack.ForgetSince(turn, turn.Values.Find(ValueNames.SuspendedDialog)?.Frames ?? [], inclusive: false);
    }

    private static List<DialogFrame> Known(Turn turn, IEnumerable<DialogFrame> frames) =>
        frames.TakeWhile(frame => turn.NodeOf(frame) is not null).ToList();
}
