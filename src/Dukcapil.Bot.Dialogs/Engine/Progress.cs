using System.Globalization;
using Dukcapil.Bot.Content;

namespace Dukcapil.Bot.Dialogs.Engine;

/// <summary>"Langkah 3 dari 6": the step reached in the innermost dialog that counts steps.</summary>
internal static class Progress
{
    internal static void Note(Turn turn, int step)
    {
        if (Counting(turn) is { } level) turn.Stack[level] = turn.Stack[level] with { Step = step };
    }

    /// <summary>The level of the dialog whose first step was reached, or null outside any.</summary>
    internal static int? Level(Turn turn) => Counting(turn) is { } level && turn.Stack[level].Step is not null ? level : null;

    /// <summary>The values that describe the progress at a level.</summary>
    internal static Dictionary<string, DialogValue> Values(Turn turn, int level)
    {
        var frame = turn.Stack[level];
        var dialog = turn.DialogOf(frame);
        var title = dialog?.Title ?? LocalizedText.Same("");
        var doing = new LocalizedText(title.Fill(Language.Id, turn.Values.Shown), title.Fill(Language.En, turn.Values.Shown));
        return new Dictionary<string, DialogValue>(StringComparer.Ordinal)
        {
            [ValueNames.Step] = DialogValue.Of(Number(frame.Step)),
            [ValueNames.Steps] = DialogValue.Of(Number(dialog?.Steps)),
            [ValueNames.DialogTitle] = DialogValue.Of(dialog?.Id ?? "", doing),
        };
    }

    private static string Number(int? number) => (number ?? 0).ToString(CultureInfo.InvariantCulture);

    private static int? Counting(Turn turn)
    {
        var level = turn.Stack.FindLastIndex(frame => turn.DialogOf(frame)?.Steps is not null);
        return level < 0 ? null : level;
    }
}
