using Dukcapil.Bot.Content;
using Dukcapil.Bot.Dialogs.Tests.Recognizers;
using Dukcapil.Bot.Dialogs.Understanding;

namespace Dukcapil.Bot.Dialogs.Tests.Understanding;

/// <summary>Examples of answers as the office writes them, and what the shipped model learned from them.</summary>
public sealed class AnswerExamplesTests
{
    private const string Sound = """
        pertanyaan: kondisi
        jawaban:
          rusak: [patah, kena air]
          hilang: [dicopet]
        bukan: [bayar berapa]
        """;

    [Fact]
    public void Every_answer_is_read_with_its_question_and_option()
    {
        Problems(Sound, out var read).ShouldBeEmpty();
        read.All.ShouldContain(new AnswerExample("kondisi", "kena air", "rusak"));
        read.All.ShouldContain(new AnswerExample("kondisi", "bayar berapa", AnswerGuess.NoAnswer));
        read.All.Count.ShouldBe(4);
    }

    [Theory]
    [InlineData("pertanyaan: kondisi", "pertanyaan: warna", "no dialog asks 'warna'")]
    [InlineData("rusak:", "baru:", "'baru' is no answer to 'kondisi'")]
    [InlineData("[dicopet]", "[dicopet, Patah]", "is an example of rusak too")]
    [InlineData("bukan:", "lain:", "lain")]
    public void Fault_of_an_example_is_named_with_its_line(string sound, string wrong, string problem)
    {
        var found = Problems(Sound.Replace(sound, wrong, StringComparison.Ordinal), out _);
        found.ShouldContain(one => one.Message.Contains(problem, StringComparison.Ordinal) && one.Line > 0);
    }

    // Written from situations by two people who had seen neither the examples nor the program; never learned from.
    [Fact]
    public void Answers_of_strangers_are_told_apart()
    {
        var rows = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "answers-held-out.csv")).Skip(1)
            .Select(Columns).ToList();
        // Signs alone ("👍") are left to the rules.
        var judged = rows.Select(row => (Row: row, Guess: Recognizing.Shipped.Answer(row[0], row[1])!)).Where(one => one.Guess is not null)
            .ToList();
        var answers = judged.Where(one => one.Row[2] != AnswerGuess.NoAnswer).ToList();
        var others = judged.Where(one => one.Row[2] == AnswerGuess.NoAnswer).ToList();
        ((double)answers.Count(one => one.Guess.Best == one.Row[2]) / answers.Count).ShouldBeGreaterThanOrEqualTo(0.85);
        ((double)others.Count(one => one.Guess.IsNoAnswer) / others.Count).ShouldBeGreaterThanOrEqualTo(0.80);
    }

    private static string[] Columns(string line) => line.Split('|');

    private static List<ContentProblem> Problems(string text, out AnswerExamples read)
    {
        var problems = new List<ContentProblem>();
        var file = ContentFile.Parse("understanding/jawaban/x.yaml", text, problems).ShouldNotBeNull();
        read = AnswerExamples.Read([file], new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal)
        {
            ["kondisi"] = new HashSet<string>(["rusak", "hilang"], StringComparer.Ordinal),
        });
        return problems;
    }
}
