using Dukcapil.Bot.Content;
using Dukcapil.Bot.Dialogs.Definitions;

namespace Dukcapil.Bot.Dialogs.Checking;

/// <summary>The dialogs that a call can begin.</summary>
internal static class CallTargets
{
    /// <summary>
    /// One dialog for a plain id; for <c>pertanyaan-{alur}</c> all whose id fits around the placeholder; none when there is no such.
    /// </summary>
    internal static IReadOnlyList<DialogDefinition> Of(DialogCatalogue catalogue, CallNode call)
    {
        if (!Placeholders.Names(call.Dialog).Any())
        {
            return catalogue.Dialogs.TryGetValue(call.Dialog, out var dialog) ? [dialog] : [];
        }

        var before = call.Dialog[..call.Dialog.IndexOf('{', StringComparison.Ordinal)];
        var after = call.Dialog[(call.Dialog.LastIndexOf('}') + 1)..];
        return catalogue.Dialogs.Values
            .Where(dialog => dialog.Id.Length > before.Length + after.Length
                && dialog.Id.StartsWith(before, StringComparison.Ordinal)
                && dialog.Id.EndsWith(after, StringComparison.Ordinal))
            .ToList();
    }
}
