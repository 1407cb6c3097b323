using System.Reflection;

namespace Dukcapil.Bot.Tests.Architecture;

/// <summary>File sizes that can be read in one go.</summary>
public sealed class SizeTests
{
    private const int LongestFile = 350;
    private const int LongestTestFile = 400;

    [Fact]
    public void No_file_is_longer_than_its_budget()
    {
        var root = Root();
        var files = Files(root, "src", LongestFile).Concat(Files(root, "tests", LongestTestFile)).ToList();
        files.Count.ShouldBeGreaterThan(100);
        files.Where(file => file.Lines > file.Most).Select(file => $"{file.Path}: {file.Lines}").ShouldBeEmpty();
    }

    [Fact]
    public void Code_files_are_short_as_a_rule()
    {
        var lines = Files(Root(), "src", LongestFile).Select(file => file.Lines).Order().ToList();
        lines[lines.Count / 2].ShouldBeLessThanOrEqualTo(70);
        lines[lines.Count * 9 / 10].ShouldBeLessThanOrEqualTo(180);
    }

    private static IEnumerable<(string Path, int Lines, int Most)> Files(string root, string folder, int most) =>
        Directory.EnumerateFiles(Path.Combine(root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules"))
            .Select(path => (Path.GetRelativePath(root, path), File.ReadLines(path).Count(), most));

    internal static string Root()
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Dukcapil.Bot.sln"))) folder = folder.Parent;
        return folder.ShouldNotBeNull().FullName;
    }
}
