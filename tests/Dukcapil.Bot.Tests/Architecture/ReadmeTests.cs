namespace Dukcapil.Bot.Tests.Architecture;

/// <summary>The README names every folder and every package of the program.</summary>
public sealed class ReadmeTests
{
    private static readonly string[] Unnamed = ["Properties"];

    [Fact]
    public void Every_folder_of_the_source_is_named()
    {
        var rows = Rows.ToLookup(cells => cells[0].Trim('`'), cells => cells[1]);
        var folders = Repository.Files.Select(file => file.Split('/'))
            .Where(parts => parts is ["src", _, _, _, ..] && !Unnamed.Contains(parts[2]))
            .Select(parts => (Project: parts[1], Folder: parts[2])).Distinct().ToList();
        folders.Count.ShouldBeGreaterThan(30);
        folders.Where(each => !rows[each.Project].Any(cell => Repository.CodeOf(cell).Contains($"{each.Folder}/")))
            .Select(each => $"{each.Project}: {each.Folder}/").ShouldBeEmpty();
    }

    [Fact]
    public void Every_project_is_named()
    {
        var readme = Repository.Read("README.md");
        Repository.Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal))
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Where(project => !readme.Contains($"`{project}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_folder_that_the_README_gives_a_project_is_there() => Rows
        .SelectMany(cells => Repository.CodeOf(cells[1]).Where(code => code.EndsWith('/') && code != "dialogs/")
            .Select(folder => $"{cells[0].Trim('`')}/{folder}"))
        .Where(folder => !Repository.Has(folder)).ShouldBeEmpty();

    private static IEnumerable<string[]> Rows => Repository.RowsOf(Repository.Read("README.md"))
        .Where(cells => cells.Length > 1 && cells[0].StartsWith("`Dukcapil.", StringComparison.Ordinal));
}
