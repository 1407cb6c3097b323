using Dukcapil.Bot.Content;
using Dukcapil.Bot.Dialogs.Definitions;

namespace Dukcapil.Bot.Dialogs.Checking;

/// <summary>No dialog calls itself, not even by way of others: the stack would only grow. Calls that leave everything (<c>replace</c>)
/// empty it, and calls with a placeholder cannot be known: both are left out.</summary>
internal static class CallCheck
{
    internal static void Run(CheckReport report)
    {
        foreach (var dialog in report.Catalogue.Dialogs.Values)
        {
            var back = Calls(dialog).FirstOrDefault(call => Reaches(report.Catalogue, call.Dialog, dialog.Id, []));
            if (back is not null) report.At(dialog, back, $"calling '{back.Dialog}' leads back to '{dialog.Id}'");
        }
    }

    private static bool Reaches(DialogCatalogue catalogue, string from, string to, HashSet<string> seen)
    {
        if (from == to) return true;
        if (!seen.Add(from) || !catalogue.Dialogs.TryGetValue(from, out var dialog)) return false;
        return Calls(dialog).Any(call => Reaches(catalogue, call.Dialog, to, seen));
    }

    private static IEnumerable<CallNode> Calls(DialogDefinition dialog) =>
        dialog.Nodes.Values.OfType<CallNode>().Where(call => !call.Replaces && !Placeholders.Names(call.Dialog).Any());
}
