using System.Security.Cryptography;
using System.Text;
using Dukcapil.Bot.Content;

namespace Dukcapil.Bot.Dialogs.Understanding;

/// <summary>What somebody wrote at a question, and which option it means.</summary>
/// <param name="Question">The question: the name its answer is saved under, or <c>{dialog}/{node}</c> where nothing is saved.</param>
/// <param name="Text">As typed.</param>
/// <param name="Option">The option's id, or <see cref="AnswerGuess.NoAnswer"/>.</param>
public sealed record AnswerExample(string Question, string Text, string Option);

/// <summary>The examples of <c>understanding/jawaban/*.yaml</c>: a file for each question.</summary>
/// <param name="All">Every example, in the order of files and lines.</param>
public sealed record AnswerExamples(IReadOnlyList<AnswerExample> All)
{
    /// <summary>Folder below the content folder.</summary>
    public const string Folder = "understanding/jawaban";

    /// <summary>
    /// Reads the files; every fault is added to the problems with its line: a question with fewer than two kinds of answers, a question of
    /// two files, a question or an option that there is not, the same text for two options.
    /// </summary>
    /// <param name="files">The files of the folder.</param>
    /// <param name="questions">The questions there are, and the options of each; null leaves that unchecked.</param>
    public static AnswerExamples Read(IEnumerable<YamlMap> files, IReadOnlyDictionary<string, IReadOnlySet<string>>? questions = null)
    {
        ArgumentNullException.ThrowIfNull(files);
        var all = new List<AnswerExample>();
        foreach (var file in files)
        {
            var question = file.Text("pertanyaan");
            if (all.Exists(example => example.Question == question))
                file.Report("pertanyaan", $"'{question}' has a file of its own already");
            if (questions is not null) Check(file, question, questions.GetValueOrDefault(question));
            var known = new Dictionary<string, AnswerExample>(StringComparer.OrdinalIgnoreCase);
            foreach (var (option, text) in Answers(file))
                if (!known.TryAdd(text, new AnswerExample(question, text, option)) && known[text].Option != option) file.Report(
                    "jawaban", $"'{text}' is an example of {known[text].Option} too");
            if (known.Values.Select(example => example.Option).Distinct(StringComparer.Ordinal).Count() < 2)
                file.Report("jawaban", "give examples of two options at least");
            all.AddRange(known.Values);
            file.RefuseUnknownKeys();
        }

        return new AnswerExamples(all);
    }

    /// <summary>Adds to the fingerprint of what a model was learned from.</summary>
    internal void AddTo(IncrementalHash hash)
    {
        foreach (var example in All) hash.AppendData(Encoding.UTF8.GetBytes($"{example.Question}\n{example.Option}\n{example.Text}\n"));
    }

    private static void Check(YamlMap file, string question, IReadOnlySet<string>? options)
    {
        if (options is null) file.Report("pertanyaan", $"no dialog asks '{question}'");
        else foreach (var option in file.Map("jawaban")?.Keys.Where(option => !options.Contains(option)) ?? [])
            file.Report("jawaban", $"'{option}' is no answer to '{question}'");
    }

    private static IEnumerable<(string Option, string Text)> Answers(YamlMap file)
    {
        var options = file.Map("jawaban");
        return (options?.Keys ?? []).SelectMany(option => options!.Texts(option).Select(text => (option, text.Trim())))
            .Concat(file.Texts(AnswerGuess.NoAnswer).Select(text => (AnswerGuess.NoAnswer, text.Trim())));
    }
}
