using Dukcapil.Bot.Content;
using Dukcapil.Bot.Dialogs.Definitions;

namespace Dukcapil.Bot.Dialogs.Checking;

/// <summary>
/// Check for recursion: no dialog calls itself, directly or through others, because the stack would only grow. Calls that empty the stack
/// (<c>replace</c>) and calls with a placeholder are left out.
/// </summary>
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
