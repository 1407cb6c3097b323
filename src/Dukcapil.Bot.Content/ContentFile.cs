using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Dukcapil.Bot.Content;

/// <summary>One YAML file of the content folder, and the problems found while reading it.</summary>
public sealed class ContentFile
{
    private readonly List<ContentProblem> _problems;

    private ContentFile(string path, List<ContentProblem> problems)
    {
        Path = path;
        _problems = problems;
    }

    /// <summary>Path relative to the content folder, with forward slashes.</summary>
    public string Path { get; }

    /// <summary>
    /// Parses YAML text into its root mapping. Returns null, with a problem added, when the text is no YAML mapping; a
    /// duplicate key is such a problem.
    /// </summary>
    public static YamlMap? Parse(string path, string yaml, List<ContentProblem> problems)
    {
        var file = new ContentFile(path, problems);
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode root) return new YamlMap(file, root);
            file.Report(1, "the file must hold one YAML mapping");
        }
        catch (YamlException fault)
        {
            file.Report((int)fault.Start.Line, fault.InnerException?.Message ?? fault.Message);
        }

        return null;
    }

    /// <summary>Notes a problem at a line of this file.</summary>
    public void Report(int line, string message) => _problems.Add(new ContentProblem(Path, line, message));
}
