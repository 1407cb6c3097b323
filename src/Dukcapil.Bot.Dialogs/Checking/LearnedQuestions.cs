using Dukcapil.Bot.Dialogs.Definitions;
using Dukcapil.Bot.Dialogs.Engine.Prompting;

namespace Dukcapil.Bot.Dialogs.Checking;

/// <summary>The questions whose answers can be learned from examples, and the options of each.</summary>
public static class LearnedQuestions
{
    /// <summary>By the name that <see cref="LearnedAnswers"/> asks for: every choice, every yes or no, and the list of papers.</summary>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> Of(DialogCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return catalogue.Dialogs.Values
            .SelectMany(dialog => dialog.Nodes.Values.OfType<PromptNode>().SelectMany(prompt => Options(dialog, prompt)))
            .GroupBy(pair => pair.Question, pair => pair.Option, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                IReadOnlySet<string> (group) => group.ToHashSet(StringComparer.Ordinal),
                StringComparer.Ordinal);
    }

    private static IEnumerable<(string Question, string Option)> Options(DialogDefinition dialog, PromptNode prompt)
    {
        var name = prompt.Save ?? $"{dialog.Id}/{prompt.Id}";
        return prompt switch
        {
            ChoiceNode choice => choice.Options.Select(option => (name, option.Id)),
            AskNode { As: "yesno" } => [(name, OfferedOptions.Yes), (name, OfferedOptions.No)],
            ChecklistNode => LearnedAnswers.ListOptions,
            _ => [],
        };
    }
}
