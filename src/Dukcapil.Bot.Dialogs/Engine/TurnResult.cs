namespace Dukcapil.Bot.Dialogs.Engine;

/// <summary>
/// The outcome of one call of the engine. When <see cref="Act"/> is set the turn is not over: the host carries the act out in the
/// same transaction and calls the engine again with what came of it.
/// </summary>
/// <param name="State">The new state.</param>
/// <param name="Replies">Messages for the resident, in order, from this call only.</param>
/// <param name="Act">What the host must do now, or null when the turn is over.</param>
/// <param name="Faults">Defects met on the way (content changed, too many steps), for the log; never personal data.</param>
public sealed record TurnResult(DialogState State, IReadOnlyList<Reply> Replies, ActRequest? Act, IReadOnlyList<string> Faults)
{
    /// <summary>False when what was written answered nothing and the resident was asked again.</summary>
    public bool IsUnderstood { get; init; } = true;
}

/// <summary>One message for the resident.</summary>
/// <param name="Text">The whole text, numbered options included: what a channel without buttons sends. At most 1600 characters.</param>
/// <param name="Menu">The same question for channels with lists and buttons, or null.</param>
/// <param name="FoldKey">Replies with the same key sent in quick succession may be replaced by the newest.</param>
public sealed record Reply(string Text, ReplyMenu? Menu = null, string? FoldKey = null);

/// <summary>A question with options.</summary>
/// <param name="Body">The question without the numbered options; at most 1024 characters.</param>
/// <param name="ButtonLabel">What opens a list; at most 20 characters.</param>
/// <param name="Options">At most 10; up to 3 with titles of at most 20 characters fit quick replies.</param>
public sealed record ReplyMenu(string Body, string ButtonLabel, IReadOnlyList<ReplyOption> Options);

/// <summary>One option.</summary>
/// <param name="Payload">What a tap sends back: <c>{dialog}/{node}/{option}</c>, so that a tap on an old message is recognised as
/// old.</param>
/// <param name="Title">At most 24 characters.</param>
/// <param name="Description">At most 72 characters, or null.</param>
public sealed record ReplyOption(string Payload, string Title, string? Description);

/// <summary>Something only the host can do.</summary>
/// <param name="Name">Such as <c>case.submit</c>.</param>
/// <param name="Arguments">Filled values by name.</param>
public sealed record ActRequest(string Name, IReadOnlyDictionary<string, string> Arguments);

/// <summary>What came of an act.</summary>
/// <param name="Outcome">Selects the next node (<c>on:</c>); <c>ok</c> when nothing else is said.</param>
/// <param name="Values">Values to remember.</param>
public sealed record ActResult(string Outcome, IReadOnlyDictionary<string, DialogValue> Values)
{
    /// <summary>The plain success.</summary>
    public static ActResult Ok { get; } = new("ok", new Dictionary<string, DialogValue>(StringComparer.Ordinal));

    /// <summary>An outcome without values.</summary>
    public static ActResult Of(string outcome) => Ok with { Outcome = outcome };

    /// <summary>An outcome with values.</summary>
    public static ActResult Of(string outcome, params (string Name, DialogValue Value)[] values) =>
        new(outcome, values.ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal));
}
