using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Messaging.Templates;

namespace Dukcapil.Bot.Cli.Commands;

/// <summary><c>check</c>: every problem of the content, as a table, or redirected one a line, as <c>file:line: what is wrong</c>.</summary>
internal static class CheckCommand
{
    internal static int Run(Arguments arguments, TextWriter output)
    {
        var problems = BotContentLoader.Check(arguments.ContentFolder).Concat(TemplateCatalogue.Check(arguments.ContentFolder)).ToList();
        if (problems.Count > 0 && Screen.Of(output) is { } screen) screen.Write(Screen.Problems(problems));
        else foreach (var problem in problems) output.WriteLine(problem);
        return problems.Count == 0 ? 0 : 1;
    }
}
