using Dukcapil.Bot.Dialogs.Definitions;

namespace Dukcapil.Bot.Dialogs.Engine;

/// <summary>Moves between nodes and dialogs. It only sets positions; <see cref="NodeRunner"/> executes what stands there.</summary>
internal static class Navigation
{
    /// <summary>The target that ends the dialog.</summary>
    internal const string EndTarget = "end";

    /// <summary>Leaves a node, having set its values, for a target or else for the node that follows.</summary>
    internal static void Leave(Turn turn, DialogNode node, string? target = null)
    {
        turn.Values.SetAll(turn.Values.Resolve(node.Set));
        GoTo(turn, target ?? Following(turn, node));
    }

    /// <summary>Goes on without executing the node.</summary>
    internal static void PassOver(Turn turn, DialogNode node) => GoTo(turn, Following(turn, node));

    /// <summary>Begins a dialog and forgets what it owns, except what the caller gives.</summary>
    internal static void Begin(Turn turn, string dialog, IReadOnlyDictionary<string, DialogValue> given)
    {
        turn.Waiting = false;
        if (turn.Stack.Count >= Limits.StackDepth)
        {
            Recovery.Trouble(turn, $"more than {Limits.StackDepth} dialogs deep at {dialog}");
        }
        else if (turn.Catalogue.Dialogs.TryGetValue(dialog, out var definition))
        {
            Forget(turn, definition, given.Keys);
            turn.Values.SetAll(given);
            turn.Stack.Add(new DialogFrame(dialog, definition.Start, null, given.Count > 0 ? [.. given.Keys] : null));
        }
        else
        {
            Recovery.ContentChanged(turn, $"unknown dialog {dialog}");
        }
    }

    /// <summary>Begins a dialog on top of the current question; the same dialog already there is begun anew, not twice.</summary>
    internal static void Interrupt(Turn turn, string dialog, IReadOnlyDictionary<string, DialogValue> given)
    {
        var running = Running(turn, dialog) ?? turn.Stack.Count;
        turn.Stack.RemoveRange(running, turn.Stack.Count - running);
        // Its caller goes on when this ends, as if the offer had been answered.
        if (turn.TopNode is ChoiceNode { OfferedDialog: { } offered } && offered == dialog) turn.Stack.RemoveAt(turn.Stack.Count - 1);
        Begin(turn, dialog, given);
    }

    /// <summary>
    /// Where a dialog that interrupts runs already, or null. One that led to a dialog that counts steps is not meant: what a resident is
    /// in the middle of is never dropped.
    /// </summary>
    internal static int? Running(Turn turn, string dialog)
    {
        var running = turn.Stack.FindIndex(Progress.Level(turn) ?? 0, frame => frame.Dialog == dialog);
        return running < 0 ? null : running;
    }

    /// <summary>
    /// Leaves everything for a dialog. KEMBALI finds the way to the abandoned question, and a dialog that counts steps is put aside.
    /// </summary>
    internal static void Replace(Turn turn, string dialog, IReadOnlyDictionary<string, DialogValue> given)
    {
        SuspendedDialog.Keep(turn);
        if (turn.Stack.Count > 0) BackTrack.Note(turn, null);
        turn.Stack.Clear();
        Begin(turn, dialog, given);
    }

    /// <summary>Begins the root dialog, with what the resident's text asked for.</summary>
    internal static void BeginRoot(Turn turn, Recognizers.IntentMatch? intent = null)
    {
        var given = new Dictionary<string, DialogValue>(StringComparer.Ordinal);
        Carry(turn, intent, given);
        if (intent is not null) given[ValueNames.Intent] = DialogValue.Of(intent.Intent);
        if (intent?.Alur is { } alur) given[ValueNames.IntentAlur] = DialogValue.Of(alur);
        if (intent?.Topic is { } topic) given[ValueNames.IntentTopic] = DialogValue.Of(topic);
        if (intent?.Place is { } place) given[ValueNames.IntentPlace] = DialogValue.Of(place);
        foreach (var early in turn.Values.All.Select(pair => pair.Name)
            .Where(name => name.StartsWith(ValueNames.PrefilledSlot, StringComparison.Ordinal))
            .ToList()) turn.Values.Forget(early);
        turn.Values.Forget(ValueNames.IntentEntity);
        turn.Values.Forget(ValueNames.HelpAt);
        foreach (var (name, value) in intent?.Values ?? new Dictionary<string, string>(StringComparer.Ordinal))
            given[name] = DialogValue.Of(value);
        turn.Stack.Clear();
        Begin(turn, turn.Catalogue.Settings.Root, given);
    }

    /// <summary>Hands the message itself on where its intent needs it; else what was handed on before is forgotten.</summary>
    internal static void Carry(Turn turn, Recognizers.IntentMatch? intent, Dictionary<string, DialogValue> given)
    {
        turn.Values.Forget(ValueNames.CarriedText);
        if (intent is null || !turn.Catalogue.Settings.CarriedIntents.ContainsKey(intent.Intent)) return;
        given[ValueNames.CarriedText] = DialogValue.Of(turn.Text.Trim());
    }

    /// <summary>Begins the dialog at a level of the stack anew; what its caller gave stays.</summary>
    internal static void Restart(Turn turn, int level)
    {
        var frame = turn.Stack[level];
        var given = (frame.Given ?? []).ToDictionary(
            name => name, name => turn.Values.Find(name) ?? DialogValue.Of(""), StringComparer.Ordinal);
        turn.Stack.RemoveRange(level, turn.Stack.Count - level);
        BackTrack.ForgetFrom(turn, level, frame.Dialog);
        Begin(turn, frame.Dialog, given);
    }

    private static void GoTo(Turn turn, string target)
    {
        var top = turn.Stack[^1];
        turn.Waiting = false;
        if (target == EndTarget) End(turn);
        else if (turn.DialogOf(top)?.Nodes.ContainsKey(target) == true) turn.Stack[^1] = top with { Node = target };
        else Recovery.ContentChanged(turn, $"unknown node {top.Dialog}/{target}");
    }

    private static void End(Turn turn)
    {
        var ended = turn.Stack[^1].Dialog;
        turn.Stack.RemoveAt(turn.Stack.Count - 1);
        if (ended == turn.Catalogue.Settings.Resume && turn.Values.Text(ValueNames.ResumeChoice) == "ulang"
            && Progress.Level(turn) is { } level)
        {
            Restart(turn, level);
        }
        else if (turn.TopNode is CallNode call)
        {
            Leave(turn, call);
        }
        else
        {
            // The dialog was begun on top of a question, which the runner now asks again.
            BackTrack.ForgetAbove(turn);
        }
    }

    private static void Forget(Turn turn, DialogDefinition dialog, IEnumerable<string> given)
    {
        IEnumerable<string> owned = dialog.Id == turn.Catalogue.Settings.Root
            ? [.. dialog.Owns, ValueNames.Intent, ValueNames.IntentAlur, ValueNames.IntentTopic, ValueNames.IntentPlace]
            : dialog.Owns;
        foreach (var name in owned.Except(given, StringComparer.Ordinal))
        {
            turn.Values.Forget(name);
            if (turn.Checklist.Of == name) turn.Checklist = ChecklistCursor.Start;
        }
    }

    /// <summary>The node that follows another within its dialog.</summary>
    internal static string Following(DialogDefinition? dialog, DialogNode node) =>
        node.Next ?? dialog?.Nodes.Keys.SkipWhile(id => id != node.Id).Skip(1).FirstOrDefault() ?? EndTarget;

    private static string Following(Turn turn, DialogNode node) => Following(turn.DialogOf(turn.Stack[^1]), node);
}
