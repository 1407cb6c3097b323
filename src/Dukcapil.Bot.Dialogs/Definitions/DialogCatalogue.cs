using Dukcapil.Bot.Content;

namespace Dukcapil.Bot.Dialogs.Definitions;

/// <summary>All dialogs of one version of the content, checked and ready to run.</summary>
/// <param name="Dialogs">Dialog id to dialog.</param>
/// <param name="Texts">The shared phrases.</param>
/// <param name="Keywords">Words that work at any point.</param>
/// <param name="Settings">Which dialogs the engine itself begins.</param>
public sealed record DialogCatalogue(
    IReadOnlyDictionary<string, DialogDefinition> Dialogs,
    TextCatalogue Texts,
    IReadOnlyList<Keyword> Keywords,
    EngineSettings Settings);

/// <summary>A word that works at any point.</summary>
/// <param name="Id">Such as <c>menu</c>.</param>
/// <param name="Words">What people type, normalised on loading.</param>
/// <param name="Does">What the engine does.</param>
/// <param name="Dialog">For <see cref="KeywordAction.Call"/> and <see cref="KeywordAction.Replace"/>: the dialog.</param>
/// <param name="Takes">Name under which the rest of the message is saved (<c>CEK 12345</c>), or null when the word must stand
/// alone.</param>
public sealed record Keyword(string Id, IReadOnlyList<string> Words, KeywordAction Does, string? Dialog, string? Takes)
{
    /// <summary>
    /// A message with one number of so many digits is the keyword with that number, whatever words stand around it; or null.
    /// </summary>
    public int? Digits { get; init; }

    /// <summary>
    /// The dialog begun instead while something is being asked, since the word may speak of that: it asks first. Inside a form, and where a
    /// value is asked for, the word is not heard at all. Null: the word means the same everywhere.
    /// </summary>
    public string? Confirm { get; init; }

    /// <summary>Line in <c>mesin.yaml</c>, for problems.</summary>
    public int Line { get; init; }
}

/// <summary>What a keyword does.</summary>
public enum KeywordAction
{
    /// <summary>KEMBALI: one prompt back, answers kept.</summary>
    Back,

    /// <summary>ULANG: say the current question again.</summary>
    Repeat,

    /// <summary>Leaves everything and begins a dialog (MENU).</summary>
    Replace,

    /// <summary>Begins a dialog on top; afterwards the current question is asked again (STATUS, BANTUAN, BATAL).</summary>
    Call,
}

/// <summary>Dialogs that the engine begins by itself (<c>dialogs/mesin.yaml</c>).</summary>
/// <param name="Root">Begun when nothing is asked and text comes in.</param>
/// <param name="Photo">Begun when nothing that takes photos is asked and a photo comes in; <c>foto</c> holds the media ids, comma
/// separated.</param>
/// <param name="Help">Begun on top when a prompt's limit is reached.</param>
/// <param name="Resume">Begun on top after a pause in the middle of a dialog; ends with <c>lanjut</c> = <c>ya</c> or <c>ulang</c>.</param>
public sealed record EngineSettings(string Root, string Photo, string Help, string Resume)
{
    /// <summary>
    /// Answers a digression: begun on top of a question when the resident asks something back (<see cref="DigressionIntents"/>); or null.
    /// </summary>
    public string? DigressionDialog { get; init; }

    /// <summary>The intents that <see cref="DigressionDialog"/> answers.</summary>
    public IReadOnlyList<string> DigressionIntents { get; init; } = [];

    /// <summary>
    /// Carried intents: those whose message itself is handed on, as <see cref="Engine.ValueNames.CarriedText"/>, each with the dialog it
    /// is meant for. All others leave no trace of their words.
    /// </summary>
    public IReadOnlyDictionary<string, string> CarriedIntents { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Line in <c>mesin.yaml</c>, for problems.</summary>
    public int Line { get; init; }
}
