using Dukcapil.Bot.Content;
using Dukcapil.Bot.Dialogs.Definitions;

namespace Dukcapil.Bot.Core.Content;

/// <summary>Building blocks of all compiled dialogs.</summary>
internal static class CompiledDialog
{
    /// <summary>The target that ends a dialog.</summary>
    internal const string End = "end";

    internal static DialogDefinition Of(string id, params IReadOnlyList<DialogNode> nodes) => Owning(id, [], nodes);

    internal static DialogDefinition Owning(string id, IReadOnlyList<string> owns, IReadOnlyList<DialogNode> nodes) =>
        new(id, nodes[0].Id, nodes.ToDictionary(node => node.Id, StringComparer.Ordinal), owns, Steps: null, Title: null, File: null);

    internal static Condition When(string name, string value) =>
        new(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [name] = [value] });

    internal static ChoiceOption Option(string id, LocalizedText title, LocalizedText? description = null, string? next = null) =>
        new(id, title, description, [], next, new Dictionary<string, string>(StringComparer.Ordinal), Condition.Always);
}
