using System.Globalization;
using Dukcapil.Bot.Cli.Rehearsal;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Cli.Commands;

/// <summary><c>play</c>: a resident's phone in the console. Lines that begin with a slash do what cannot be typed.</summary>
internal sealed class PlayCommand(Conversation conversation, TextWriter output)
{
    private TimeSpan? _silence;

    internal static int Run(Arguments arguments, TextReader input, TextWriter output)
    {
        var content = BotContentLoader.Load(arguments.ContentFolder, ContentFeatures.None);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
        var player = new PlayCommand(new Conversation(content, today), output);
        if (arguments.Option("--script") is { } script)
        {
            using var lines = File.OpenText(script);
            return player.Play(arguments.Word, lines, echo: true);
        }

        return player.Play(arguments.Word, input, echo: false);
    }

    private int Play(string? dialog, TextReader input, bool echo)
    {
        if (dialog is not null) Show(conversation.Begin(dialog));
        while (input.ReadLine() is { } line && line != "/keluar")
        {
            if (echo) output.WriteLine($"> {line}");
            Take(line);
        }

        foreach (var fault in conversation.Faults) output.WriteLine($"! {fault}");
        return conversation.Faults.Count == 0 ? 0 : 1;
    }

    private void Take(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        switch (words)
        {
            case ["/foto"]: Show(conversation.Photograph()); break;
            case ["/foto", var number] when int.TryParse(number, CultureInfo.InvariantCulture, out var count)
                && count is > 0 and <= 10:
                Show(conversation.Photograph(count)); break;
            case ["/stiker"]: Show(conversation.SendUnsupported("mesin.tak-didukung.stiker")); break;
            case ["/jeda"]: _silence = TimeSpan.FromHours(1); break;
            case ["/ganti"]:
                output.WriteLine(conversation.Office.AskAgain() ? "(petugas meminta satu berkas lagi)" : "(belum ada permohonan)");
                break;
            default:
                Show(conversation.Write(line, _silence));
                _silence = null;
                break;
        }
    }

    private void Show(IReadOnlyList<Reply> replies)
    {
        foreach (var reply in replies)
        {
            output.WriteLine(reply.Text);
            output.WriteLine();
        }
    }
}
