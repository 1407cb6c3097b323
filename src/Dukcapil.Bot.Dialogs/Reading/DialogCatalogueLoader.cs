using Dukcapil.Bot.Content;
using Dukcapil.Bot.Dialogs.Checking;
using Dukcapil.Bot.Dialogs.Definitions;

namespace Dukcapil.Bot.Dialogs.Reading;

/// <summary>
/// Puts a catalogue together from the files of the content folder (<c>texts/*.yaml</c>, <c>dialogs/*.yaml</c>, <c>mesin.yaml</c>; others
/// are passed over) and the dialogs that the host compiled from elsewhere.
/// </summary>
public static class DialogCatalogueLoader
{
    private const string SettingsFile = "mesin.yaml";

    /// <summary>Reads and checks everything.</summary>
    /// <param name="files">Paths relative to the content folder, with forward slashes, and the files' texts.</param>
    /// <param name="compiled">Dialogs that are not written as files.</param>
    /// <param name="known">Names of values that the host's acts set; null passes over the check of names.</param>
    /// <exception cref="ContentException">Anything is wrong; holds every problem.</exception>
    public static DialogCatalogue Load(
        IEnumerable<(string Path, string Text)> files, IEnumerable<DialogDefinition> compiled, IEnumerable<string>? known = null)
    {
        var problems = new List<ContentProblem>();
        var catalogue = Read(files, compiled, known, problems);
        return problems.Count == 0 ? catalogue : throw new ContentException(problems);
    }

    /// <summary>Reads and checks everything, adding what is wrong to a list.</summary>
    /// <param name="files">Paths relative to the content folder, with forward slashes, and the files' texts.</param>
    /// <param name="compiled">Dialogs that are not written as files.</param>
    /// <param name="known">Names of values that the host's acts set; null passes over the check of names.</param>
    /// <param name="problems">Receives every problem. While there is any, the catalogue must not be run.</param>
    public static DialogCatalogue Read(
        IEnumerable<(string Path, string Text)> files,
        IEnumerable<DialogDefinition> compiled,
        IEnumerable<string>? known,
        List<ContentProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(compiled);
        ArgumentNullException.ThrowIfNull(problems);
        var all = files.OrderBy(file => file.Path, StringComparer.Ordinal).ToList();
        var texts = ReadTexts(all, problems);
        var dialogs = new Dictionary<string, DialogDefinition>(StringComparer.Ordinal);
        foreach (var dialog in compiled) dialogs.Add(dialog.Id, dialog);
        var reader = new DialogReader(texts, problems);
        foreach (var (path, text) in all.Where(file => IsIn(file.Path, "dialogs/")))
        {
            if (reader.Read(path, text) is not { } dialog) continue;
            if (!dialogs.TryAdd(dialog.Id, dialog)) problems.Add(new ContentProblem(path, 1, $"there is already a dialog '{dialog.Id}'"));
        }

        var (settings, keywords) = Settings(all, problems);
        var catalogue = new DialogCatalogue(dialogs, texts, keywords, settings);
        problems.AddRange(DialogChecker.Check(catalogue, known));
        return catalogue;
    }

    /// <summary>Reads the shared phrases alone, for a host that compiles dialogs with them.</summary>
    public static TextCatalogue ReadTexts(IEnumerable<(string Path, string Text)> files, List<ContentProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(files);
        var texts = new Dictionary<string, LocalizedText>(StringComparer.Ordinal);
        foreach (var (path, text) in files.Where(file => IsIn(file.Path, "texts/")))
        {
            if (ContentFile.Parse(path, text, problems) is { } root)
                TextCatalogue.Read(root, Path.GetFileNameWithoutExtension(path), texts);
        }

        return new TextCatalogue(texts);
    }

    private static bool IsIn(string path, string folder) =>
        path.StartsWith(folder, StringComparison.Ordinal) && path.EndsWith(".yaml", StringComparison.Ordinal);

    private static (EngineSettings Settings, IReadOnlyList<Keyword> Keywords) Settings(
        List<(string Path, string Text)> files, List<ContentProblem> problems)
    {
        var text = files.Find(file => file.Path == SettingsFile).Text;
        if (text is not null && ContentFile.Parse(SettingsFile, text, problems) is { } root) return SettingsReader.Read(root);
        if (text is null) problems.Add(new ContentProblem(SettingsFile, 1, "the file is missing"));
        return (new EngineSettings("", "", "", ""), []);
    }
}
