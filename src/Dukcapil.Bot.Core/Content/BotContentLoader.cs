using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Content;
using Dukcapil.Bot.Dialogs.Reading;
using Dukcapil.Bot.Dialogs.Recognizers;
using Dukcapil.Bot.Dialogs.Understanding;

namespace Dukcapil.Bot.Core.Content;

/// <summary>
/// Reads the content folder: texts, alur, dialogs, keywords and intents; compiles, checks, and says everything that is wrong at once.
/// </summary>
public static class BotContentLoader
{
    internal const string IntentFile = "niat.yaml";
    private const string TopicFolder = "topik/";

    /// <summary>Loads a content folder.</summary>
    /// <exception cref="ContentException">The content has problems; all of them are in it.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static BotContent Load(string folder, ContentFeatures features) =>
        LoadFiles(Files(folder), features) with { Learned = ExampleFiles.Model(folder) };

    /// <summary>Loads files given as path (relative to the content folder, with forward slashes) and text.</summary>
    /// <exception cref="ContentException">The content has problems; all of them are in it.</exception>
    public static BotContent LoadFiles(IReadOnlyList<(string Path, string Text)> files, ContentFeatures features)
    {
        List<ContentProblem> problems = [];
        return Read(files, features, problems) ?? throw new ContentException(InOrder(problems));
    }

    /// <summary>Every problem of a content folder, by file and line; empty when it can be loaded.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IReadOnlyList<ContentProblem> Check(string folder)
    {
        List<ContentProblem> problems = [];
        var content = Read(Files(folder), ContentFeatures.None, problems);
        return [.. InOrder(problems), .. ExampleFiles.Check(folder, content?.Dialogs)];
    }

    /// <summary>Every problem of files given as path and text.</summary>
    public static IReadOnlyList<ContentProblem> CheckFiles(IReadOnlyList<(string Path, string Text)> files)
    {
        List<ContentProblem> problems = [];
        Read(files, ContentFeatures.None, problems);
        return InOrder(problems);
    }

    private static BotContent? Read(
        IReadOnlyList<(string Path, string Text)> files, ContentFeatures features, List<ContentProblem> problems)
    {
        var alur = AlurCatalogue.TryLoad(files.Where(file => file.Path.StartsWith("alur/", StringComparison.Ordinal)), problems);
        // The catalogue reads the texts too and reports them, so their problems are not wanted twice.
        var compiled = AlurDialogs.Compile(alur?.All ?? [], DialogCatalogueLoader.ReadTexts(files, []), features, problems);
        var dialogs = DialogCatalogueLoader.Read(files, compiled, HostActs.Values, problems);
        var intents = Intents(files, problems);
        var topics = Topics(files, problems);
        problems.AddRange(ContentRules.Check(dialogs, alur, intents));
        return problems.Count == 0 && alur is not null && intents is not null
            ? new BotContent(alur, dialogs, intents) { Topics = topics }
            : null;
    }

    private static List<TopicDefinition> Topics(IReadOnlyList<(string Path, string Text)> files, List<ContentProblem> problems)
    {
        var topics = new List<TopicDefinition>();
        foreach (var (path, text) in files.Where(file => file.Path.StartsWith(TopicFolder, StringComparison.Ordinal)))
        {
            if (ContentFile.Parse(path, text, problems) is not { } root) continue;
            var topic = TopicDefinition.Read(root);
            if (topics.Exists(other => other.Id == topic.Id))
                problems.Add(new ContentProblem(path, 1, $"there is already a topic '{topic.Id}'"));
            topics.Add(topic);
        }

        return topics.OrderBy(topic => topic.Order).ThenBy(topic => topic.Id, StringComparer.Ordinal).ToList();
    }

    private static IntentCatalogue? Intents(IReadOnlyList<(string Path, string Text)> files, List<ContentProblem> problems)
    {
        if (files.FirstOrDefault(file => file.Path == IntentFile).Text is { } text)
            return ContentFile.Parse(IntentFile, text, problems) is { } root ? IntentCatalogue.Read(root) : null;
        problems.Add(new ContentProblem(IntentFile, 1, "the file is missing"));
        return null;
    }

    private static List<(string Path, string Text)> Files(string folder) => Directory
        .EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
        .Select(file => (Path: Path.GetRelativePath(folder, file).Replace('\\', '/'), File: file))
        // Thousands of examples, which only learning reads.
        .Where(file => !file.Path.StartsWith(ExampleSet.Folder + "/", StringComparison.Ordinal))
        .Select(file => (file.Path, File.ReadAllText(file.File)))
        .ToList();

    private static List<ContentProblem> InOrder(IEnumerable<ContentProblem> problems) => problems
        .Distinct()
        .OrderBy(problem => problem.File, StringComparer.Ordinal)
        .ThenBy(problem => problem.Line)
        .ToList();
}
