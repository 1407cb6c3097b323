using Dukcapil.Bot.Content;

namespace Dukcapil.Bot.Core.Messaging.Templates;

/// <summary>Every template of the content folder. Immutable.</summary>
public sealed class TemplateCatalogue
{
    private const string Folder = "templates/";

    private TemplateCatalogue(IReadOnlyList<MessageTemplate> all) => All = all;

    /// <summary>All of them, by name and language.</summary>
    public IReadOnlyList<MessageTemplate> All { get; }

    /// <summary>
    /// The templates that may carry a kind of message, in the resident's language when there are any, else in Indonesian.
    /// </summary>
    public IReadOnlyList<MessageTemplate> For(string topic, string language)
    {
        var serving = All.Where(template => template.Topics.Contains(topic, StringComparer.Ordinal)).ToList();
        var own = serving.FindAll(template => template.Language == language);
        return own.Count > 0 ? own : serving.FindAll(template => template.Language == "id");
    }

    /// <summary>Reads the templates of a content folder.</summary>
    /// <exception cref="ContentException">Some of them have problems; all problems are in it.</exception>
    public static TemplateCatalogue Load(string folder)
    {
        var problems = new List<ContentProblem>();
        var catalogue = Read(Files(folder), problems);
        return problems.Count == 0 ? catalogue : throw new ContentException(problems);
    }

    /// <summary>Every problem of the templates of a content folder, by file and line.</summary>
    public static IReadOnlyList<ContentProblem> Check(string folder)
    {
        var problems = new List<ContentProblem>();
        Read(Files(folder), problems);
        return problems;
    }

    /// <summary>
    /// Reads templates among files given as path (relative to the content folder) and text; adds what is wrong to the problems.
    /// </summary>
    public static TemplateCatalogue Read(IEnumerable<(string Path, string Text)> files, List<ContentProblem> problems)
    {
        var found = new List<MessageTemplate>();
        foreach (var (path, text) in files.Where(file => file.Path.StartsWith(Folder, StringComparison.Ordinal)))
        {
            if (ContentFile.Parse(path, text, problems) is not { } map) continue;
            var template = ReadOne(map);
            TemplateRules.Check(map, template);
            if (found.Exists(other => other.Name == template.Name && other.Language == template.Language))
                map.Report("nama", $"'{template.Name}' in '{template.Language}' stands in two files");
            found.Add(template);
        }

        return new TemplateCatalogue(found.OrderBy(template => template.Name, StringComparer.Ordinal)
            .ThenBy(template => template.Language, StringComparer.Ordinal)
            .ToList());
    }

    private static IEnumerable<(string Path, string Text)> Files(string folder)
    {
        var below = Path.Combine(folder, Folder);
        var files = Directory.Exists(below)
            ? Directory.EnumerateFiles(below, "*.yaml").Order(StringComparer.Ordinal)
            : Enumerable.Empty<string>();
        return files.Select(file => (Folder + Path.GetFileName(file), File.ReadAllText(file)));
    }

    private static MessageTemplate ReadOne(YamlMap map)
    {
        var samples = map.Map("contoh");
        var template = new MessageTemplate(
            map.Text("nama"),
            map.Text("bahasa"),
            map.Text("kategori"),
            map.Text("isi").Trim().ReplaceLineEndings("\n"),
            samples?.Keys.ToDictionary(name => name, samples.Text, StringComparer.Ordinal) ?? new(StringComparer.Ordinal),
            map.Texts("topik"))
        {
            Buttons = map.Has("tombol") ? map.Texts("tombol") : [],
        };
        map.RefuseUnknownKeys();
        return template;
    }
}
