namespace Dukcapil.Bot.Dialogs.Engine;

/// <summary>
/// What happens when the content cannot go on: an apology, the root dialog, and a fault for the log. Answers are kept. A
/// second defect in the same turn leaves nothing asked, so that a broken root cannot loop.
/// </summary>
internal static class Recovery
{
    /// <summary>Something the conversation refers to is no longer in the content.</summary>
    internal static void ContentChanged(Turn turn, string fault)
    {
        SuspendedDialog.Keep(turn);
        Begin(turn, EngineTexts.ContentChanged, fault);
    }

    /// <summary>The content loops or nests without end.</summary>
    internal static void Trouble(Turn turn, string fault)
    {
        // What a loop said is worth nothing to the resident.
        turn.Messages.Clear();
        Begin(turn, EngineTexts.Trouble, fault);
    }

    private static void Begin(Turn turn, string apology, string fault)
    {
        turn.Faults.Add(fault);
        turn.Stack.Clear();
        turn.Trail.Clear();
        if (turn.Recovering)
        {
            turn.Messages.Clear();
            turn.Say(turn.Sentence(apology));
            turn.Waiting = true;
            return;
        }

        turn.Recovering = true;
        turn.StepsTaken = 0;
        turn.Say(turn.Sentence(apology));
        Navigation.BeginRoot(turn);
    }
}
