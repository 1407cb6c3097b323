using Dukcapil.Bot.Content;
using Dukcapil.Bot.Dialogs.Definitions;

namespace Dukcapil.Bot.Dialogs.Checking;

/// <summary>Collects the problems of one catalogue.</summary>
internal sealed class CheckReport(DialogCatalogue catalogue, HashSet<string>? known)
{
    internal DialogCatalogue Catalogue { get; } = catalogue;

    /// <summary>Names of values that something can set; null when that cannot be told.</summary>
    internal HashSet<string>? Known { get; } = known;

    internal List<ContentProblem> Problems { get; } = [];

    internal void At(DialogDefinition dialog, DialogNode node, string message) =>
        Problems.Add(new ContentProblem(FileOf(dialog), node.Line, $"{dialog.Id}/{node.Id}: {message}"));

    internal void At(DialogDefinition dialog, string message) =>
        Problems.Add(new ContentProblem(FileOf(dialog), 1, $"{dialog.Id}: {message}"));

    internal void InSettings(int line, string message) => Problems.Add(new ContentProblem("mesin.yaml", line, message));

    // A compiled dialog has no file; its id says where it comes from.
    private static string FileOf(DialogDefinition dialog) => dialog.File ?? $"compiled:{dialog.Id}";
}
