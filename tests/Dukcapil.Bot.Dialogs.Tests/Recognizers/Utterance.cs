namespace Dukcapil.Bot.Dialogs.Tests.Recognizers;

/// <summary>A labelled message of a test file: <c>text,intent,alur</c>.</summary>
internal sealed record Utterance(string Text, string Intent, string Alur)
{
    public static Utterance Read(string line)
    {
        // Only the text may be quoted; the last two cells never hold a comma.
        var cells = line.Split(',');
        return new Utterance(string.Join(',', cells[..^2]).Trim('"'), cells[^2], cells[^1]);
    }
}
