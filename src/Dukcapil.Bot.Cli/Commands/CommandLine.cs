using Dukcapil.Bot.Content;

namespace Dukcapil.Bot.Cli.Commands;

/// <summary>The commands of the console program.</summary>
public static class CommandLine
{
    private const string Usage = """
        Usage: <command> [--content <folder>]

          check                        reads the whole content; lists every problem with file and line
          play [dialog] [--script <file>]   plays a resident against the content; nothing is sent
          draw [folder]                draws dialogs, alur and the case workflow as Mermaid
        """;

    /// <summary>Runs one command.</summary>
    /// <returns>0 when it did its work, 1 when the content has problems, 2 when the command was not understood.</returns>
    public static int Run(IReadOnlyList<string> args, TextReader input, TextWriter output, TextWriter errors)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(errors);
        var arguments = new Arguments(args);
        try
        {
            switch (arguments.Command)
            {
                case "check": return CheckCommand.Run(arguments, output);
                case "play": return PlayCommand.Run(arguments, input, output);
                case "draw": return DrawCommand.Run(arguments, output);
                default:
                    errors.WriteLine(Usage);
                    return 2;
            }
        }
        catch (ContentException invalid)
        {
            foreach (var problem in invalid.Problems) errors.WriteLine(problem);
            return 1;
        }
        catch (IOException missing)
        {
            errors.WriteLine(missing.Message);
            return 2;
        }
    }
}
