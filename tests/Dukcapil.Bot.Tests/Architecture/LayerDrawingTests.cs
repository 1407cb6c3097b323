using System.Reflection;
using System.Text.RegularExpressions;

namespace Dukcapil.Bot.Tests.Architecture;

/// <summary>
/// The drawing of <c>docs/architecture.md</c> "Layers" has the arrows of the code, and the page stays short.
/// </summary>
public sealed partial class LayerDrawingTests
{
    private const string Page = "docs/architecture.md";
    private const int MostWords = 1500;
    private const int Drawings = 3;

    [Fact]
    public void Arrows_of_the_drawing_are_those_between_projects_and_features()
    {
        var drawing = Drawing().Match(Repository.Read(Page)).Groups["lines"].Value;
        var drawn = Arrow().Matches(drawing)
            .Select(arrow => $"{arrow.Groups["from"].Value} --> {arrow.Groups["to"].Value}").Order().ToList();
        var ofTheCode = Reduced(ProjectArrows()).Concat(Reduced(FeatureArrows()));
        drawn.ShouldBe(ofTheCode.Select(arrow => $"{arrow.From} --> {arrow.To}").Order().ToList());
    }

    [Fact]
    public void Page_is_short_and_has_its_drawings()
    {
        var text = Repository.Read(Page);
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length.ShouldBeLessThanOrEqualTo(MostWords);
        Regex.Count(text, "^```mermaid", RegexOptions.Multiline, TimeSpan.FromSeconds(1)).ShouldBe(Drawings);
    }

    private static List<(string From, string To)> ProjectArrows() =>
        [.. from file in Repository.Files
            where file.StartsWith("src/", StringComparison.Ordinal) && file.EndsWith(".csproj", StringComparison.Ordinal)
            from reference in Reference().Matches(Repository.Read(file))
            select (Path.GetFileNameWithoutExtension(file)["Dukcapil.Bot.".Length..], reference.Groups["to"].Value)];

    /// <summary>What <see cref="ArrowTests"/> allows.</summary>
    private static List<(string From, string To)> FeatureArrows() =>
        [.. from row in typeof(ArrowTests).GetMethod(nameof(ArrowTests.Feature_knows_only_the_features_below_it))!
                .GetCustomAttributes<InlineDataAttribute>()
            from below in ((string)row.Data[1]!).Split(' ', StringSplitOptions.RemoveEmptyEntries)
            select ($"core_{row.Data[0]}", $"core_{below}")];

    /// <summary>Without the arrows that follow from two others.</summary>
    private static IEnumerable<(string From, string To)> Reduced(List<(string From, string To)> arrows) =>
        arrows.Where(arrow => !arrows.Exists(
            first => first.From == arrow.From && first.To != arrow.To && Leads(arrows, first.To, arrow.To)));

    private static bool Leads(List<(string From, string To)> arrows, string from, string to) =>
        arrows.Exists(arrow => arrow.From == from && (arrow.To == to || Leads(arrows, arrow.To, to)));

    [GeneratedRegex(
        "^## Layers.*?^```mermaid(?<lines>.*?)^```",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Drawing();

    [GeneratedRegex(@"^\s*(?<from>\w+) --> (?<to>\w+)\s*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Arrow();

    [GeneratedRegex(@"<ProjectReference Include=""[^""]*Dukcapil\.Bot\.(?<to>\w+)\.csproj""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference();
}
