using System.Text.RegularExpressions;

namespace Dukcapil.Bot.Tests.Architecture;

/// <summary>What comments and documents cite is in the repository.</summary>
public sealed partial class CitationTests
{
    private static readonly string[] Commented = [".cs", ".cshtml", ".sql", ".yaml", ".csproj", ".targets", ".props", ".js", ".sh"];

    // Written by `draw`, and files that a reader is told to make.
    private static readonly string[] MadeElsewhere = ["dialog.md", "alur.md", "daftar.csv", "dialogs/nama.yaml", "alur/nama-alur.yaml"];

    [Fact]
    public void Document_and_heading_that_a_comment_cites_exist()
    {
        var cited = Sources().SelectMany(source => Document().Matches(source.Text).Select(found => (source.File, Found: found))).ToList();
        cited.Count(each => each.Found.Groups["heading"].Success).ShouldBeGreaterThan(25);
        cited.SelectMany(each => each.Found.Groups["heading"].Captures.Select(heading => $"## {heading.Value}").DefaultIfEmpty("")
                .Where(heading => !HasHeading(each.Found.Groups["file"].Value, heading))
                .Select(heading => $"{each.File}: {each.Found.Groups["file"].Value} {heading}"))
            .ShouldBeEmpty();
    }

    [Fact]
    public void File_that_a_comment_names_exists() => Sources()
        .SelectMany(source => Named().Matches(source.Text).Select(found => (source.File, Name: found.Groups["name"].Value)))
        .Where(each => !each.Name.StartsWith('/') && !MadeElsewhere.Contains(each.Name) && !Repository.Has(each.Name))
        .Select(each => $"{each.File}: {each.Name}").ShouldBeEmpty();

    [Fact]
    public void File_or_folder_that_a_document_names_exists() => Repository.LivingDocuments
        .SelectMany(file => Repository.CodeOf(Repository.Read(file)).Select(name => (File: file, Name: name)))
        .Where(each => FileName().IsMatch(each.Name))
        .Where(each => !MadeElsewhere.Contains(each.Name) && !Repository.Has(each.Name))
        .Select(each => $"{each.File}: {each.Name}").ShouldBeEmpty();

    [Fact]
    public void Link_of_a_document_leads_to_a_file() => Repository.Files.Where(file => file.EndsWith(".md", StringComparison.Ordinal))
        .SelectMany(file => Link().Matches(Repository.Read(file)).Select(link => (File: file, Target: link.Groups["target"].Value)))
        .Where(each => !Path.Exists(Path.Combine(Repository.Root, Path.GetDirectoryName(each.File)!, each.Target)))
        .Select(each => $"{each.File}: {each.Target}").ShouldBeEmpty();

    [Fact]
    public void Decisions_are_numbered_one_after_the_other()
    {
        var numbers = Repository.Files.Where(file => file.StartsWith("docs/adr/", StringComparison.Ordinal))
            .Select(file => file["docs/adr/".Length..].Split('-')[0]).Order().ToList();
        numbers.ShouldBe(Enumerable.Range(1, numbers.Count).Select(number => $"{number:0000}").ToList());
    }

    private static bool HasHeading(string file, string heading) => Repository.Files.Contains(file)
        && (heading.Length == 0 || Repository.Read(file).Split('\n').Any(line => line.TrimEnd() == heading));

    /// <summary>Sources with their comments' line breaks taken out.</summary>
    private static IEnumerable<(string File, string Text)> Sources() => Repository.Files
        .Where(file => Commented.Contains(Path.GetExtension(file)) && !file.StartsWith("docs/", StringComparison.Ordinal))
        .Select(file => (file, Break().Replace(Repository.Read(file), " ")));

    [GeneratedRegex(@"\r?\n[ \t]*(///|//|--|#)[ \t]?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Break();

    [GeneratedRegex(
        """(?<file>docs/[a-z0-9/-]+\.(md|yaml|json))(</c>)?( (and )?"(?<heading>[A-Z0-9][^"]*)")*""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Document();

    [GeneratedRegex(@"<c>(?<name>[A-Za-z0-9_./*{}-]+\.(md|txt|csv|ya?ml|cs|cshtml|sql|html))</c>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();

    // A file by its ending, or a folder by the slash at its end.
    [GeneratedRegex(
        @"^[A-Za-z0-9_*{}-][A-Za-z0-9_./*{}-]*(\.(md|txt|csv|ya?ml|cs|cshtml|sql|js|css|sh|json|props|targets)|[A-Za-z]/)$",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FileName();

    [GeneratedRegex(@"\]\((?!https?:|#)(?<target>[^)#\s]+)[^)]*\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
