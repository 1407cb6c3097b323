using Dukcapil.Bot.Content;
using Dukcapil.Bot.Dialogs.Definitions;
using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Dialogs.Checking;

/// <summary>
/// Checks a catalogue across files. The engine runs only what passed, and answers with an apology when a conversation refers to content
/// that has changed since.
/// </summary>
public static class DialogChecker
{
    /// <summary>Finds every problem, by file and line.</summary>
    /// <param name="catalogue">The content.</param>
    /// <param name="known">Names of values that the host's acts set; null passes over the check of names.</param>
    public static IReadOnlyList<ContentProblem> Check(DialogCatalogue catalogue, IEnumerable<string>? known = null)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        var report = new CheckReport(catalogue, known is null ? null : [.. SetNames.Of(catalogue), .. known]);
        foreach (var key in EngineTexts.All.Where(key => !catalogue.Texts.All.ContainsKey(key)))
        {
            report.Problems.Add(new ContentProblem(
                "texts/" + key[..key.IndexOf('.', StringComparison.Ordinal)] + ".yaml", 1, $"the engine needs the text '{key}'"));
        }

        SettingsCheck.Run(report);
        foreach (var dialog in catalogue.Dialogs.Values)
        {
            FlowCheck.Run(report, dialog);
            foreach (var node in dialog.Nodes.Values)
            {
                ReferenceCheck.Run(report, dialog, node);
                TextCheck.Run(report, dialog, node);
                if (report.Known is not null) NameCheck.Run(report, dialog, node);
            }
        }

        CallCheck.Run(report);
        return report.Problems.OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line).ToList();
    }
}
