using Dukcapil.Bot.Content;

namespace Dukcapil.Bot.Dialogs.Recognizers;

/// <summary>Reads one kind of answer out of what a resident typed. Pure, thread-safe, and never throws on any text.</summary>
public abstract class Recognizer
{
    /// <summary>Reads an answer; cost is linear in the length of the text.</summary>
    public abstract Recognition Recognize(string text, RecognizerContext context);
}

/// <summary>What a recogniser may know besides the text.</summary>
/// <param name="Language">The resident's language.</param>
/// <param name="Today">The office's calendar day (WIB).</param>
public sealed record RecognizerContext(Language Language, DateOnly Today);
