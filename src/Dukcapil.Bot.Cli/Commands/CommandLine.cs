using Dukcapil.Bot.Content;
using Dukcapil.Bot.Core;
using Npgsql;

namespace Dukcapil.Bot.Cli.Commands;

/// <summary>The commands of the console program.</summary>
public static class CommandLine
{
    private const string Usage = """
        Usage: <command> [--content <folder>]

          check                        reads the whole content; lists every problem with file and line
          play [dialog] [--script <file>]   plays a resident against the content; nothing is sent
          understand --in <file.csv> --out <file.csv>   what the service makes of messages (a column "text")
          understand --evaluate <file.csv>              how well labelled messages are understood (text,intent,alur)
          understand train             learns from the examples of understanding/*.yaml
          draw [folder]                draws dialogs, alur and the case workflow as Mermaid

          migrate                      brings the database's schema up to date, as the owner of ConnectionStrings__DukcapilOwner
          import <file>                brings a list of people not yet recorded for KTP-el (CSV) into the register
                                       The keys are those of PersonalData__EncryptionKey and PersonalData__SearchKey.
          templates sync               creates the templates of the content at Twilio and submits them for approval
          templates status             tells how far the approval of each template is
                                       The account is the one of Twilio__AccountSid and Twilio__AuthToken.
          user create <name> --role petugas|operator|kasi|kabid|kadis --full-name "<name>" [--admin yes]
          user reset <name>            gives an account a new password and lets it sign in again
          user disable <name>          shuts an account out
                                       Passwords are read from the input, never from the command line. The database is the one of
                                       ConnectionStrings__Dukcapil.
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
                case "understand": return UnderstandCommand.Run(arguments, output, errors);
                case "migrate": return DatabaseCommand.Migrate(output, errors);
                case "import": return ImportCommand.Run(arguments, output, errors);
                case "templates": return TemplatesCommand.Run(arguments, output, errors);
                case "user": return UserCommand.Run(arguments, input, output, errors);
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
        catch (Exception fault) when (
            fault is IOException or UnauthorizedAccessException or NpgsqlException or HttpRequestException or SettingException)
        {
            errors.WriteLine(fault.Message);
            return 2;
        }
    }
}
