namespace Dukcapil.Bot.Alur.Tests;

public sealed class DrawingTests
{
    [Fact]
    public void State_diagram_draws_every_status_and_action_of_the_machine()
    {
        var drawing = CaseWorkflow.ToMermaid();

        drawing.ShouldStartWith("stateDiagram-v2\n");
        foreach (var status in Enum.GetNames<CaseStatus>()) drawing.ShouldContain($"as {status}\n");
        drawing.ShouldContain("[*] --> Submitted\n");
        drawing.ShouldContain("Submitted --> InProgress : ambil [meja langkah ini]\n");
        drawing.ShouldContain("--> Forwarding : langkah lengkap\n");
        drawing.ShouldContain("Forwarding --> InProgress : teruskan [sistem] [ke langkah berikutnya]\n");
        drawing.ShouldContain("Completed --> [*]\n");
        drawing.Split('\n').Where(line => line.Length > 0).ShouldBeUnique();
    }

    [Theory]
    [MemberData(nameof(OfficeContent.Ids), MemberType = typeof(OfficeContent))]
    public void Flowchart_holds_every_line_of_the_procedure_and_joins_the_steps(string id)
    {
        var alur = OfficeContent.Alur(id);

        var drawing = AlurDrawing.Flowchart(alur);

        drawing.ShouldStartWith("flowchart TD\n");
        foreach (var line in alur.Berkas.Select(paper => paper.Source)
            .Concat(alur.Steps.SelectMany(step => step.Tasks.Select(task => task.Text))))
            drawing.ShouldContain($"• {line}");
        drawing.ShouldContain($"s{alur.Steps.Count - 1} --> s{alur.Steps.Count}\n");
    }

    [Fact]
    public void Flowchart_escapes_what_would_break_it()
    {
        var text = SampleAlur.With("naskah: Mengarsipkan", "naskah: 'Cap \"asli\" <2>'");

        AlurDrawing.Flowchart(SampleAlur.Source(text).Definition).ShouldContain("Cap #quot;asli#quot; &lt;2>");
    }

    [Fact]
    public void Flowchart_heading_is_no_markdown_list() =>
        AlurDrawing.Flowchart(SampleAlur.Definition).ShouldContain("s1[\"2#46; Petugas<br/>• Menerima<br/>");

    [Fact]
    public void Flowchart_says_when_a_paper_applies() =>
        AlurDrawing.Flowchart(SampleAlur.Definition).ShouldContain("• Buku Nikah (jika nikah = ya)");
}
