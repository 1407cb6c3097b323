using Dukcapil.Bot.Dialogs.Definitions;

namespace Dukcapil.Bot.Dialogs.Engine;

/// <summary>Runs dialogs: <c>(definition, state, input) -> (new state, effects)</c>. Pure and thread-safe.</summary>
public sealed class DialogEngine(DialogCatalogue catalogue)
{
    /// <summary>The content it runs.</summary>
    public DialogCatalogue Catalogue { get; } = catalogue;
}
