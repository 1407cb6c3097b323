namespace Dukcapil.Bot.Dialogs.Tests.Conversations;

/// <summary>
/// A final act needs a plain yes: what else may be said at such a question never submits, cancels, deletes, stops or consents.
/// </summary>
public sealed class FinalQuestionTests
{
    public static TheoryData<string, string, string> Rows =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "final-questions.csv")).Select(line => line.Split('|'))
            .Select(cells => (cells[0], cells[1], cells[2]))];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Answer_at_a_final_question_does_only_what_it_says(string question, string text, string verdicts) =>
        verdicts.Replace("nanti", "tidak", StringComparison.Ordinal).Split(',').ShouldContain(FinalQuestion.Of(question).Answer(text));
}
