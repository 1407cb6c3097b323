using System.Text.RegularExpressions;
using Dukcapil.Bot.Cli.Commands;

namespace Dukcapil.Bot.Tests.Content;

public sealed partial class CommandLineTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dukcapil-").FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    [Fact]
    public void Check_of_shipped_content_is_silent()
    {
        Run("check", "--content", ShippedContent.Folder).ShouldBe(0);
        _output.ToString().ShouldBeEmpty();
    }

    [Fact]
    public void Check_of_broken_content_names_file_and_line_and_fails()
    {
        CopyContent();
        File.WriteAllText(Path.Combine(_folder, "dialogs", "rusak.yaml"), "dialog: rusak\nnodes:\n  a: { say: tidak.ada, next: hilang }\n");
        Run("check", "--content", _folder).ShouldBe(1);
        _output.ToString().ShouldContain("dialogs/rusak.yaml:3:");
    }

    [Fact]
    public void Play_of_a_script_reaches_a_number()
    {
        var script = Path.Combine(_folder, "naskah.txt");
        File.WriteAllLines(
            script, ["halo", "1", "4", "ya", "ya", "1", .. Applications.Answers["ktp-rekam-data-ada"], "/foto", "/foto 2", "lanjut", "1"]);
        Run("play", "--content", ShippedContent.Folder, "--script", script).ShouldBe(0);
        _output.ToString().ShouldContain("UJI-001");
    }

    [Fact]
    public void Play_of_one_dialog_begins_there()
    {
        Run("play", "bahasa", "--content", ShippedContent.Folder).ShouldBe(0);
        _output.ToString().ShouldContain("Choose a language.");
    }

    [Fact]
    public void Draw_writes_dialogs_alur_and_workflow()
    {
        Run("draw", _folder, "--content", ShippedContent.Folder).ShouldBe(0);
        File.ReadAllText(Path.Combine(_folder, "alur.md")).ShouldContain("Penandatangan SKTT");
        File.ReadAllText(Path.Combine(_folder, "dialog.md")).ShouldContain("```mermaid");
    }

    [Fact]
    public void State_machines_in_the_docs_are_those_that_run()
    {
        Run("draw", _folder, "--content", ShippedContent.Folder).ShouldBe(0);
        var kept = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "mesin-keadaan.md"));
        File.ReadAllText(Path.Combine(_folder, "mesin-keadaan.md")).ShouldBe(kept, "copy what `draw` writes to docs/");
    }

    [Fact]
    public void State_machines_are_sound_Mermaid()
    {
        Run("draw", _folder, "--content", ShippedContent.Folder).ShouldBe(0);
        File.ReadAllLines(Path.Combine(_folder, "mesin-keadaan.md")).Where(line => !MermaidLine().IsMatch(line)).ShouldBeEmpty();
    }

    [Fact]
    public void Unknown_command_tells_how_to_use_it()
    {
        Run("terbang").ShouldBe(2);
        _errors.ToString().ShouldContain("check");
    }

    [Fact]
    public void Missing_folder_is_said_in_one_line()
    {
        Run("check", "--content", Path.Combine(_folder, "tidak-ada")).ShouldBe(2);
        _errors.ToString().ShouldContain("tidak-ada");
    }

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        _output.Dispose();
        _errors.Dispose();
    }

    private int Run(params string[] arguments) => CommandLine.Run(arguments, TextReader.Null, _output, _errors);

    private void CopyContent()
    {
        foreach (var (path, text) in ShippedContent.Files())
        {
            var target = Path.Combine(_folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllText(target, text);
        }
    }

    /// <summary>Names are words, titles stand in quotation marks, and no label holds what Mermaid reads as an end of it.</summary>
    [GeneratedRegex(
        """
        ^( \s*stateDiagram-v2 | \s*state\ "[\w\ ]+"\ as\ \w+ | \s*state\ \w+\ <<choice>> | \[\*\]\ -->\ \w+ | \w+\ -->\ \[\*\]
          | \s*\w+\ -->\ \w+\ :\ [\w,\[\]\ ]+ | ```(mermaid)? | [#]{1,2}\ .+ )?$
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex MermaidLine();
}
