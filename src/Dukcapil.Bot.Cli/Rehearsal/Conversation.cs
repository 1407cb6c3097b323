using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Cli.Rehearsal;

/// <summary>One resident's conversation with the content, acts carried out by a <see cref="RehearsalOffice"/>.</summary>
public sealed class Conversation(BotContent content, DateOnly today)
{
    private readonly DialogEngine _engine = content.CreateEngine();
    private bool _begun;
    private int _photos;

    /// <summary>The office that carries out the acts.</summary>
    public RehearsalOffice Office { get; } = new(content);

    /// <summary>Where the conversation stands.</summary>
    public DialogState State { get; private set; } = new();

    /// <summary>Defects of the content met so far.</summary>
    public IList<string> Faults { get; } = [];

    /// <summary>Begins a dialog without waiting for the resident.</summary>
    public IReadOnlyList<Reply> Begin(string dialog) =>
        Settle(_engine.Begin(State, dialog, new Dictionary<string, DialogValue>(StringComparer.Ordinal)));

    /// <summary>The resident writes.</summary>
    /// <param name="text">The message.</param>
    /// <param name="since">Silence before it; a moment unless said otherwise.</param>
    public IReadOnlyList<Reply> Write(string text, TimeSpan? since = null) =>
        Send(new DialogInput { Kind = InputKind.Text, Text = text, SincePrevious = Silence(since), Today = today });

    /// <summary>The resident sends photos, all in one message.</summary>
    public IReadOnlyList<Reply> Photograph(int count = 1, string caption = "")
    {
        var media = Enumerable.Range(0, count).Select(_ => new MediaInput($"foto-{++_photos}")).ToList();
        return Send(
            new DialogInput { Kind = InputKind.Media, Text = caption, Media = media, SincePrevious = Silence(null), Today = today });
    }

    /// <summary>The resident sends something the service cannot use.</summary>
    /// <param name="textKey">The key of the sentence that says so.</param>
    public IReadOnlyList<Reply> SendUnsupported(string textKey) =>
        Send(new DialogInput { Kind = InputKind.Unsupported, Text = textKey, SincePrevious = Silence(null), Today = today });

    private List<Reply> Send(DialogInput input) => Settle(_engine.Continue(State, input));

    // Longer than a burst of photos, shorter than a pause.
    private TimeSpan? Silence(TimeSpan? since)
    {
        if (_begun) return since ?? TimeSpan.FromMinutes(1);
        _begun = true;
        return since;
    }

    private List<Reply> Settle(TurnResult turn)
    {
        List<Reply> replies = [.. turn.Replies];
        Note(turn);
        while (turn.Act is { } act)
        {
            turn = _engine.Resume(turn.State, Office.Carry(act, turn.State));
            replies.AddRange(turn.Replies);
            Note(turn);
        }

        State = turn.State;
        return replies;
    }

    private void Note(TurnResult turn)
    {
        foreach (var fault in turn.Faults) Faults.Add(fault);
    }
}
