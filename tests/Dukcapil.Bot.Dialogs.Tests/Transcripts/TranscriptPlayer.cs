using System.Globalization;
using System.Text;
using Dukcapil.Bot.Content;
using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Dialogs.Tests.Transcripts;

/// <summary>
/// Plays a written conversation. Lines to play: <c>&gt; text</c>; <c>&gt; [foto a b] caption</c>; <c>&gt; [tombol dialog/node/option]</c>;
/// <c>&gt; [suara]</c>;
/// <c>&gt; [tolak a]</c>; <c>&gt; [jeda 40] text</c> after a silence in minutes; <c>~ outcome name=value; …</c>, the host's result of the
/// act shown before it. Lines that are compared: <c>&lt;</c> begins a message, <c>|</c> goes on with it, <c>=</c> shows its menu, <c>!</c>
/// an act.
/// </summary>
internal sealed class TranscriptPlayer
{
    private readonly StringBuilder _played = new();
    private readonly Queue<string> _results = new();
    private readonly Chat _chat;

    internal TranscriptPlayer(DialogEngine? engine = null) => _chat = new Chat(engine, Act);

    internal string Play(string written)
    {
        var lines = written.TrimEnd('\n').Split('\n').Where(line => line.Length == 0 || line[0] is '>' or '~' or '#').ToList();
        for (var at = 0; at < lines.Count; at++)
        {
            if (lines[at].StartsWith('~')) continue;
            _played.Append(lines[at]).Append('\n');
            if (!lines[at].StartsWith('>')) continue;
            foreach (var result in lines.Skip(at + 1).TakeWhile(line => line.StartsWith('~'))) _results.Enqueue(result);
            Send(lines[at][1..].Trim());
            foreach (var reply in _chat.Replies) Show(reply);
            _results.ShouldBeEmpty();
        }

        return _played.ToString();
    }

    private void Send(string line)
    {
        var close = line.IndexOf(']', StringComparison.Ordinal);
        if (!line.StartsWith('[') || close < 0)
        {
            _chat.Say(line);
            return;
        }

        var words = line[1..close].Split(' ', 2);
        var (rest, text) = (words.ElementAtOrDefault(1) ?? "", line[(close + 1)..].Trim());
        _ = words[0] switch
        {
            "foto" => _chat.Photo(rest, text),
            "susul" => _chat.Photo(rest, text, secondsLater: 3),
            "tombol" => _chat.Tap(rest),
            "tolak" => _chat.Reject(rest),
            "jeda" => _chat.SayAfter(TimeSpan.FromMinutes(int.Parse(rest, CultureInfo.InvariantCulture)), text),
            _ => _chat.Unsupported($"mesin.tak-didukung.{words[0]}"),
        };
    }

    private ActResult Act(ActRequest act)
    {
        var arguments = string.Concat(
            act.Arguments.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $" {pair.Key}={pair.Value}"));
        _played.Append("! ").Append(act.Name).Append(arguments).Append('\n');
        var result = _results.Dequeue();
        _played.Append(result).Append('\n');
        var parts = result[1..].Trim().Split(' ', 2);
        var values = (parts.ElementAtOrDefault(1) ?? "").Split("; ", StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2));
        return ActResult.Of(parts[0], values.Select(pair => (pair[0], Value(pair[1]))).ToArray());
    }

    // "[a:Satu|b:Dua:dua,kedua]" is a list to choose from, with words for a row.
    private static DialogValue Value(string text)
    {
        if (!text.StartsWith('[')) return DialogValue.Of(text);
        var rows = text.Trim('[', ']').Split('|').Select(row => row.Split(':'));
        return new DialogValue
        {
            Items = rows.Select(
            row => new DialogListItem(row[0], LocalizedText.Same(row[1]), null, row.ElementAtOrDefault(2)?.Split(',') ?? [])).ToList()
        };
    }

    private void Show(Reply reply)
    {
        _played.Append("< ").Append(reply.Text.Replace("\n\n", "\n|\n", StringComparison.Ordinal)
            .Replace("\n", "\n| ", StringComparison.Ordinal)
            .Replace("| |", "|", StringComparison.Ordinal)).Append('\n');
        if (reply.Menu is { } menu)
            _played.Append("= ").Append(menu.ButtonLabel).Append(": ")
                .AppendJoin(" / ", menu.Options.Select(option => option.Title))
                .Append('\n');
    }
}
