using Dukcapil.Bot.Cli.Commands;
using Dukcapil.Bot.Content;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Dukcapil.Bot.Tests.Cli;

/// <summary>What somebody at a terminal sees; square brackets in a text are no markup.</summary>
public sealed class ScreenTests
{
    [Fact]
    public void Template_stands_in_a_row_with_its_status_and_reason()
    {
        var now = new DateTimeOffset(2026, 11, 30, 3, 0, 0, TimeSpan.Zero);
        var seen = Shown(Screen.Templates(
        [
            new("pengingat", "id", "v1", "", "HX1", "rejected", "[INVALID] body", now),
            new("siaran", "en", "v2", "", "HX2", "approved", null, now),
        ]));
        seen.Single(line => line.Contains("pengingat", StringComparison.Ordinal))
            .ShouldMatch(@"pengingat +id +v1 +rejected +\[INVALID\] body");
        seen.Single(line => line.Contains("siaran", StringComparison.Ordinal)).ShouldMatch("siaran +en +v2 +approved");
    }

    [Fact]
    public void Problem_stands_in_a_row_with_its_file_and_line()
    {
        var seen = Shown(Screen.Problems([new ContentProblem("alur/ktp.yaml", 12, "Say [id] in both languages.")]));
        seen.Single(line => line.Contains("alur/ktp.yaml", StringComparison.Ordinal))
            .ShouldMatch(@"alur/ktp\.yaml +12 +Say \[id\] in both languages\.");
    }

    private static string[] Shown(IRenderable table)
    {
        using var output = new StringWriter();
        var settings = new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(output) };
        var screen = AnsiConsole.Create(settings);
        screen.Profile.Width = 120;
        screen.Write(table);
        return output.ToString().Split('\n');
    }
}
