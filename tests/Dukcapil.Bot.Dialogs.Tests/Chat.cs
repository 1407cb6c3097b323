using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Dialogs.Tests;

/// <summary>
/// A resident's phone: sends a message to the engine, plays the host, and shows what came back. The state goes through JSON between any
/// two turns, as it does in the database.
/// </summary>
internal sealed class Chat(DialogEngine? engine = null, Func<ActRequest, ActResult>? host = null)
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private readonly Func<ActRequest, ActResult> _host = host ?? (_ => ActResult.Ok);

    internal DialogEngine Engine { get; set; } = engine ?? TestContent.Engine;

    internal DialogState State { get; private set; } = new();

    internal IReadOnlyList<Reply> Replies { get; private set; } = [];

    internal List<string> Faults { get; } = [];

    internal string At => State.Stack is [.., var top] ? $"{top.Dialog}/{top.Node}" : "";

    internal string Text => string.Join("\n---\n", Replies.Select(reply => reply.Text));

    internal Chat Say(params string[] texts)
    {
        foreach (var text in texts)
            Send(new DialogInput { Kind = InputKind.Text, Text = text, Today = Today, SincePrevious = TimeSpan.FromMinutes(1) });
        return this;
    }

    internal Chat SayAfter(TimeSpan silence, string text) =>
        Send(new DialogInput { Kind = InputKind.Text, Text = text, Today = Today, SincePrevious = silence });

    internal Chat Tap(string payload) => Send(new DialogInput
    {
        Kind = InputKind.Text,
        Payload = payload,
        Text = "ketukan",
        Today = Today,
        SincePrevious = TimeSpan.FromMinutes(1),
    });

    internal Chat Photo(string ids, string caption = "", double secondsLater = 60) => Send(new DialogInput
    {
        Kind = InputKind.Media,
        Text = caption,
        Media = ids.Split(' ').Select(id => new MediaInput(id)).ToList(),
        Today = Today,
        SincePrevious = TimeSpan.FromSeconds(secondsLater),
    });

    internal Chat Reject(string id, string reason = "mesin.jenis-berkas") => Send(new DialogInput
    {
        Kind = InputKind.MediaRejected,
        Media = [new MediaInput(id, reason)],
        Today = Today,
    });

    internal Chat Unsupported(string key = "mesin.tak-didukung.suara") =>
        Send(new DialogInput { Kind = InputKind.Unsupported, Text = key, Today = Today, SincePrevious = TimeSpan.FromMinutes(1) });

    internal Chat Begin(string dialog, params (string Name, string Value)[] values) =>
        Play(
            Engine.Begin(
                State, dialog, values.ToDictionary(pair => pair.Name, pair => DialogValue.Of(pair.Value), StringComparer.Ordinal)));

    /// <summary>Goes on from a state that a test made.</summary>
    internal Chat From(DialogState state)
    {
        State = state;
        return this;
    }

    internal Chat Send(DialogInput input) => Play(Engine.Continue(State, input));

    private Chat Play(TurnResult result)
    {
        while (result.Act is { } act)
        {
            Faults.AddRange(result.Faults);
            result.Replies.ShouldBeEmpty();
            result = Engine.Resume(RoundTrip(result.State), _host(act));
        }

        Faults.AddRange(result.Faults);
        Replies = result.Replies;
        State = RoundTrip(result.State);
        return this;
    }

    private static DialogState RoundTrip(DialogState state)
    {
        var json = DialogStateJson.Write(state);
        var read = DialogStateJson.Read(json);
        DialogStateJson.Write(read).ShouldBe(json);
        return read;
    }
}
