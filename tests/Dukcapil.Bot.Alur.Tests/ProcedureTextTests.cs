namespace Dukcapil.Bot.Alur.Tests;

/// <summary>The alur files say what the office's published text says: every line once, in order, and nothing else.</summary>
public sealed class ProcedureTextTests
{
    private const string Heading = "ALUR PELAYANAN";

    [Fact]
    public void Files_together_hold_every_line_of_the_published_text_once_in_order()
    {
        var published = Published();
        var stated = OfficeContent.Catalogue.All.SelectMany(Stated).ToList();

        stated.ShouldBe(published);
    }

    [Theory]
    [MemberData(nameof(OfficeContent.Ids), MemberType = typeof(OfficeContent))]
    public void File_begins_with_the_heading_of_its_own_procedure(string id)
    {
        var alur = OfficeContent.Alur(id);

        alur.Heading[0].ShouldStartWith(Heading);
        alur.Heading[^1].ShouldEndWith("KOTA CILEGON");
        alur.BerkasHeading.ShouldBe("1. Penduduk membawa berkas:");
    }

    [Fact]
    public void Published_text_holds_eight_procedures()
    {
        Published().Count(line => line.StartsWith(Heading, StringComparison.Ordinal)).ShouldBe(8);
        OfficeContent.Catalogue.All.Count.ShouldBe(8);
    }

    /// <summary>The lines below the first heading, trimmed, without blank ones; the news above it is no procedure.</summary>
    private static List<string> Published() =>
        File.ReadLines(Path.Combine(OfficeContent.Folder, "alur", "naskah", "alur-pelayanan.txt"))
            .Select(line => line.Trim())
            .SkipWhile(line => !line.StartsWith(Heading, StringComparison.Ordinal))
            .Where(line => line.Length > 0)
            .ToList();

    private static IEnumerable<string> Stated(AlurDefinition alur) =>
    [
        .. alur.Heading,
        alur.BerkasHeading,
        .. alur.Berkas.Select(paper => $"- {paper.Source}"),
        .. alur.ResidentActions.Select(action => $"- {action.Source}"),
        .. alur.Steps.SelectMany(step => step.Tasks.Select(task => $"- {task.Text}").Prepend(step.Source)),
    ];
}
