using Dukcapil.Bot.Content;

namespace Dukcapil.Bot.Alur;

/// <summary>All alur of one version of the content. Immutable once loaded.</summary>
public sealed class AlurCatalogue
{
    private readonly Dictionary<string, AlurDefinition> _byId;

    private AlurCatalogue(IEnumerable<AlurSource> sources)
    {
        Sources = sources.OrderBy(source => source.Definition.Order).ToList();
        All = Sources.Select(source => source.Definition).ToList();
        _byId = All.ToDictionary(alur => alur.Id, StringComparer.Ordinal);
    }

    /// <summary>All alur, in the order residents choose from.</summary>
    public IReadOnlyList<AlurDefinition> All { get; }

    /// <summary>All alur with their files' texts, in the same order.</summary>
    public IReadOnlyList<AlurSource> Sources { get; }

    /// <summary>The alur with this id, or null when the content has none (any more).</summary>
    public AlurDefinition? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Reads and checks every <c>alur/*.yaml</c> of a content folder.</summary>
    /// <exception cref="ContentException">A file has a problem; all problems of all files are in it.</exception>
    /// <exception cref="DirectoryNotFoundException">The content folder holds no folder <c>alur</c>.</exception>
    public static async Task<AlurCatalogue> LoadAsync(string contentFolder, CancellationToken cancellationToken = default)
    {
        List<(string Path, string Text)> files = [];
        foreach (var file in Directory.EnumerateFiles(Path.Combine(contentFolder, "alur"), "*.yaml").Order(StringComparer.Ordinal))
            files.Add(($"alur/{Path.GetFileName(file)}", await File.ReadAllTextAsync(file, cancellationToken)));
        return Load(files);
    }

    /// <summary>Reads and checks files given as path (<c>alur/{id}.yaml</c>) and text.</summary>
    /// <exception cref="ContentException">A file has a problem; all problems of all files are in it.</exception>
    public static AlurCatalogue Load(IEnumerable<(string Path, string Text)> files)
    {
        List<ContentProblem> problems = [];
        return TryLoad(files, problems) ?? throw new ContentException(problems);
    }

    /// <summary>The same for a check that reports: null, with every problem of every file added, when anything is wrong.</summary>
    public static AlurCatalogue? TryLoad(IEnumerable<(string Path, string Text)> files, List<ContentProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(problems);
        var before = problems.Count;
        List<AlurSource> sources = [];
        foreach (var (path, text) in files)
        {
            if (AlurReader.Read(path, text, problems) is not { } source) continue;
            sources.Add(source);
            problems.AddRange(AlurChecker.Check(source));
        }

        if (sources.Count == 0 && problems.Count == before) problems.Add(new ContentProblem("alur", 1, "there is no alur file"));
        problems.AddRange(AlurChecker.CheckTogether(sources));
        return problems.Count == before ? new AlurCatalogue(sources) : null;
    }
}
