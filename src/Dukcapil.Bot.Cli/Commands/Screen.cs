using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core.Messaging.Templates;
using Spectre.Console;

namespace Dukcapil.Bot.Cli.Commands;

/// <summary>Tables and bars at a terminal; redirected output is plain lines for programs.</summary>
public static class Screen
{
    /// <summary>How far the approval of each template is.</summary>
    public static Table Templates(IEnumerable<TemplateState> states)
    {
        ArgumentNullException.ThrowIfNull(states);
        var table = Table("Template", "Language", "Version", "Status", "Reason");
        foreach (var state in states)
        {
            table.AddRow(
                new Text(state.Name),
                new Text(state.Language),
                new Text(state.Version),
                new Text(state.Status, StyleOf(state)),
                new Text(state.Reason ?? ""));
        }

        return table;
    }

    /// <summary>The problems of the content, by file.</summary>
    public static Table Problems(IEnumerable<ContentProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var table = Table("File", "Line", "Problem");
        foreach (var problem in problems) table.AddRow(new Text(problem.File), new Text($"{problem.Line}"), new Text(problem.Message));
        return table;
    }

    /// <summary>The terminal of an output; null when it is redirected.</summary>
    internal static IAnsiConsole? Of(TextWriter output) =>
        ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected ? AnsiConsole.Console : null;

    private static Table Table(params string[] columns)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var column in columns) table.AddColumn(column);
        return table;
    }

    private static Style StyleOf(TemplateState state) => new(state.IsStopped ? Color.Red : state.IsApproved ? Color.Green : Color.Yellow);
}
