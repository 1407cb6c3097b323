using Dukcapil.Bot.Dialogs.Checking;

namespace Dukcapil.Bot.Dialogs.Tests.Checks;

public sealed class DialogDrawingTests
{
    [Fact]
    public void Dialog_drawn_shows_nodes_and_labelled_ways() =>
        DialogDrawing.Draw(TestContent.Catalogue.Dialogs["batal"]).ShouldBe("""
            flowchart TD
              n0(["yakin: Batalkan semuanya?"])
              n1["buang: Baik, dibatalkan."]
              n2(("habis"))
              selesai((end))
              n0 -->|"ya"| n1
              n0 -->|"tidak"| selesai
              n1 --> n2

            """.ReplaceLineEndings("\n"));

    [Fact]
    public void Call_tree_drawn_resolves_calls_with_a_placeholder()
    {
        var drawing = DialogDrawing.DrawCalls(TestContent.Catalogue);
        drawing.ShouldContain("""["berkas-ktp-hilang"]""");
        drawing.Split('\n').Count(line => line.Contains(" --> ", StringComparison.Ordinal)).ShouldBe(3);
    }
}
