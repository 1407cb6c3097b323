using System.Text.RegularExpressions;

namespace Dukcapil.Bot.Tests.Architecture;

/// <summary>The files of the repository as a reader finds them, without what a build makes.</summary>
internal static partial class Repository
{
    private static readonly string[] Made = ["bin", "obj", "node_modules", ".git", ".vs", ".idea", "TestResults"];

    public static string Root { get; } = SizeTests.Root();

    private static readonly Lazy<IReadOnlyList<string>> All = new(() => [.. Below(new DirectoryInfo(Root))]);

    private static readonly Lazy<IReadOnlySet<string>> Ends = new(() => All.Value
        .SelectMany(file => FoldersOf(file).Append(file)).Distinct().SelectMany(EndsOf).ToHashSet());

    /// <summary>Every file, as path from the root with slashes.</summary>
    public static IReadOnlyList<string> Files => All.Value;

    /// <summary>The documents that tell how things are; the changelog and decisions tell how they came to be.</summary>
    public static IReadOnlyList<string> LivingDocuments => [.. Files.Where(file => file.EndsWith(".md", StringComparison.Ordinal)
        && !file.StartsWith("docs/adr/", StringComparison.Ordinal) && file != "docs/CHANGELOG.md")];

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    /// <summary>Whether a file or folder is called so, whole or by the end of its path; an asterisk or braces stand for any name.</summary>
    public static bool Has(string name)
    {
        if (name.IndexOfAny(['*', '{']) < 0) return Ends.Value.Contains(name);
        var end = "^" + Open().Replace(Regex.Escape(name), "[^/]+") + "$";
        return Ends.Value.Any(new Regex(end, RegexOptions.None, TimeSpan.FromSeconds(1)).IsMatch);
    }

    /// <summary>Texts between back-quotes of a document, code blocks left out.</summary>
    public static IEnumerable<string> CodeOf(string text) =>
        Span().Matches(Block().Replace(text, "")).Select(span => span.Groups["text"].Value);

    /// <summary>The rows of all tables of a document, as cells without the blanks around them.</summary>
    public static IEnumerable<string[]> RowsOf(string text) => text.Split('\n')
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
        .Select(line => line.Trim().Trim('|').Split(" | ").Select(cell => cell.Trim()).ToArray())
        .Where(cells => !cells[0].StartsWith("---", StringComparison.Ordinal));

    private static IEnumerable<string> Below(DirectoryInfo folder) => folder.EnumerateFiles()
        .Select(file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'))
        .Concat(folder.EnumerateDirectories().Where(inner => !Made.Contains(inner.Name)).SelectMany(Below));

    private static IEnumerable<string> FoldersOf(string file) =>
        file.Select((character, at) => character == '/' ? file[..(at + 1)] : "").Where(folder => folder.Length > 0);

    /// <summary>The ends of a path that somebody may cite it by; the parts of a project's name count as folders.</summary>
    private static IEnumerable<string> EndsOf(string path) =>
        path.Select((character, at) => character is '/' or '.' ? path[(at + 1)..] : "").Where(end => end.Length > 0).Append(path);

    [GeneratedRegex(@"\\\*|\\\{[a-zA-Z]+}", RegexOptions.None, 1000)]
    private static partial Regex Open();

    [GeneratedRegex("`(?<text>[^`\n]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Span();

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline, 1000)]
    private static partial Regex Block();
}
