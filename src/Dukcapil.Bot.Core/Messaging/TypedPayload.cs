namespace Dukcapil.Bot.Core.Messaging;

/// <summary>
/// The id of a button that stands for words: a tap is the same as typing them. For messages that the office sends of its own accord, whose
/// buttons belong to no question of a dialog and must be understood days later.
/// </summary>
public static class TypedPayload
{
    private const string Mark = "ketik/";

    /// <summary>The id of a button that says these words.</summary>
    public static string Of(string words) => Mark + words;

    /// <summary>The words of a tapped button; null when its id is not of this kind.</summary>
    public static string? WordsOf(string? payload) =>
        payload?.StartsWith(Mark, StringComparison.Ordinal) == true ? payload[Mark.Length..] : null;
}
