using Dukcapil.Bot.Dialogs.Definitions;

namespace Dukcapil.Bot.Dialogs.Engine.Prompting;

/// <summary>
/// Irreversible answers: those from which a final act (<see cref="ActNode.Final"/>) is reached before the next question, and options
/// marked so. Derived from the content, so that no new question can be forgotten.
/// </summary>
internal static class FinalAnswers
{
    /// <summary>Whether an option of a choice is such an answer. A no loses nothing.</summary>
    internal static bool Leads(Turn turn, ChoiceNode choice, ChoiceOption option) =>
        option.Final || (option.Id != OfferedOptions.No && LeadsFrom(turn, choice, option.Next));

    /// <summary>Whether the yes of a question is such an answer.</summary>
    internal static bool YesLeads(Turn turn, AskNode ask) => LeadsFrom(turn, ask, ask.On.GetValueOrDefault(OfferedOptions.Yes));

    /// <summary>Whether a dialog acts for good as soon as it begins.</summary>
    internal static bool Opens(DialogCatalogue catalogue, string dialog) =>
        catalogue.Dialogs.TryGetValue(dialog, out var definition) && Reaches(catalogue, definition, definition.Start, []);

    private static bool LeadsFrom(Turn turn, PromptNode prompt, string? next) =>
        turn.Top is { } top && turn.DialogOf(top) is { } dialog
            && Reaches(turn.Catalogue, dialog, next ?? Navigation.Following(dialog, prompt), []);

    private static bool Reaches(DialogCatalogue catalogue, DialogDefinition dialog, string id, HashSet<(string Dialog, string Node)> seen)
    {
        if (!seen.Add((dialog.Id, id)) || !dialog.Nodes.TryGetValue(id, out var node)) return false;
        bool Any(IEnumerable<string> targets) => targets.Any(target => Reaches(catalogue, dialog, target, seen));
        return node switch
        {
            ActNode { Final: true } => true,
            ActNode act => Any(act.On.Values.Append(Navigation.Following(dialog, act))),
            BranchNode branch => Any(branch.Ways.Select(way => way.Next)),
            CallNode call when catalogue.Dialogs.TryGetValue(call.Dialog, out var called) => Reaches(catalogue, called, called.Start, seen),
            SayNode say => Any([Navigation.Following(dialog, say)]),
            _ => false,
        };
    }
}
