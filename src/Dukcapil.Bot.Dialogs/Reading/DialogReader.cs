using Dukcapil.Bot.Content;
using Dukcapil.Bot.Dialogs.Definitions;

namespace Dukcapil.Bot.Dialogs.Reading;

/// <summary>Reads one dialog file (<c>dialogs/*.yaml</c>). Every defect of form becomes a problem with its line.</summary>
/// <param name="texts">Where text keys are looked up.</param>
/// <param name="problems">Receives what is wrong.</param>
public sealed class DialogReader(TextCatalogue texts, List<ContentProblem> problems)
{
    /// <summary>Reads a dialog; returns null, with problems added, when the file cannot be read as one at all.</summary>
    /// <param name="path">Path relative to the content folder, for problems.</param>
    /// <param name="yaml">The file's text.</param>
    public DialogDefinition? Read(string path, string yaml)
    {
        if (ContentFile.Parse(path, yaml, problems) is not { } root) return null;
        var id = root.Text("dialog");
        var title = root.OptionalLocalized("title");
        var steps = root.OptionalNumber("steps");
        var owns = root.Texts("owns");
        var start = root.OptionalText("start");
        var nodes = Nodes(root);
        root.RefuseUnknownKeys();
        if (steps is not null && title is null)
            root.Report("steps", "a dialog that counts steps needs a title, for \"Kita lanjutkan: …\"");
        if (nodes.Count == 0)
        {
            root.Report("'nodes' must hold at least one node");
            return null;
        }

        return new DialogDefinition(id, start ?? nodes.Keys.First(), nodes, owns, steps, title, path);
    }

    private Dictionary<string, DialogNode> Nodes(YamlMap root)
    {
        var nodes = new Dictionary<string, DialogNode>(StringComparer.Ordinal);
        if (root.Map("nodes") is not { } maps) return nodes;
        var reader = new NodeReader(new TextReference(texts));
        foreach (var id in maps.Keys)
        {
            if (maps.Map(id) is not { } map) continue;
            if (id == Engine.Navigation.EndTarget) map.Report("'end' is the target that ends the dialog and cannot name a node");
            if (reader.Read(id, map) is { } node) nodes[id] = node;
        }

        return nodes;
    }
}
