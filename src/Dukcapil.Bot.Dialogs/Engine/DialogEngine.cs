using Dukcapil.Bot.Dialogs.Definitions;
using Dukcapil.Bot.Dialogs.Engine.Inputs;
using Dukcapil.Bot.Dialogs.Recognizers;
using Dukcapil.Bot.Dialogs.Understanding;

namespace Dukcapil.Bot.Dialogs.Engine;

/// <summary>
/// Runs dialogs: <c>(definition, state, input) -> (new state, effects)</c>. Pure and thread-safe. What a resident sends never makes
/// it throw, and neither does content that changed under a running conversation: that is a fault in the result.
/// </summary>
/// <param name="catalogue">The content it runs.</param>
/// <param name="understand">What a free text asks for (<see cref="IntentMatch"/>) where no answer is expected, or null when nobody can
/// tell.</param>
/// <param name="understandDigression">The same in the middle of a question; as <paramref name="understand"/> when it is not given.</param>
/// <param name="answer">What a text answers to a question of this name as far as examples tell; null leaves it to the rules.</param>
public sealed class DialogEngine(
    DialogCatalogue catalogue,
    Func<string, IntentMatch?>? understand = null,
    Func<string, IntentMatch?>? understandDigression = null,
    Func<string, string, AnswerGuess?>? answer = null)
{
    /// <summary>The content it runs.</summary>
    public DialogCatalogue Catalogue { get; } = catalogue;

    /// <summary>Answers one message of the resident.</summary>
    /// <exception cref="InvalidOperationException">An act is awaited: <see cref="Resume"/> must come first.</exception>
    public TurnResult Continue(DialogState state, DialogInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var turn = Open(state);
        InputReceiver.Receive(turn, input);
        return Run(turn);
    }

    /// <summary>Goes on with a turn after the host carried out its act.</summary>
    /// <exception cref="InvalidOperationException">No act is awaited.</exception>
    public TurnResult Resume(DialogState state, ActResult result)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(result);
        if (state.AwaitingAct is null) throw new InvalidOperationException("No act is awaited.");
        var turn = new Turn(Catalogue, Understand, UnderstandDigression, Answer, state);
        Acts.Resume(turn, result);
        return Run(turn);
    }

    /// <summary>
    /// Begins a dialog from the host, on top of what is being asked. The values count as given by a caller: the dialog keeps
    /// them although it owns them.
    /// </summary>
    /// <exception cref="InvalidOperationException">An act is awaited: <see cref="Resume"/> must come first.</exception>
    /// <exception cref="ArgumentException">The content has no such dialog.</exception>
    public TurnResult Begin(DialogState state, string dialog, IReadOnlyDictionary<string, DialogValue> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (!Catalogue.Dialogs.ContainsKey(dialog)) throw new ArgumentException($"There is no dialog '{dialog}'.", nameof(dialog));
        var turn = Open(state);
        Navigation.Interrupt(turn, dialog, values);
        return Run(turn);
    }

    private static TurnResult Run(Turn turn)
    {
        NodeRunner.Run(turn);
        return turn.Finish();
    }

    private IntentMatch? Understand(string text) => understand?.Invoke(text);

    private IntentMatch? UnderstandDigression(string text) => (understandDigression ?? understand)?.Invoke(text);

    private AnswerGuess? Answer(string question, string text) => answer?.Invoke(question, text);

    private Turn Open(DialogState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.AwaitingAct is { } act) throw new InvalidOperationException($"The act '{act}' is awaited.");
        return new Turn(Catalogue, Understand, UnderstandDigression, Answer, state);
    }
}
