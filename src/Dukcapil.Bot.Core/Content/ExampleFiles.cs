using Dukcapil.Bot.Content;
using Dukcapil.Bot.Dialogs.Checking;
using Dukcapil.Bot.Dialogs.Definitions;
using Dukcapil.Bot.Dialogs.Recognizers;
using Dukcapil.Bot.Dialogs.Understanding;

namespace Dukcapil.Bot.Core.Content;

/// <summary>The examples of the content folder, from which the model is learned. The host reads the model only.</summary>
public static class ExampleFiles
{
    /// <summary>The rules, the examples and the fingerprint of all.</summary>
    /// <param name="folder">The content folder.</param>
    /// <param name="dialogs">The questions that examples of answers must name; null leaves that unchecked.</param>
    /// <exception cref="ContentException">They have problems; all of them are in it.</exception>
    public static (IntentCatalogue Catalogue, ExampleSet Examples, AnswerExamples Answers, string Fingerprint) Load(
        string folder, DialogCatalogue? dialogs = null)
    {
        List<ContentProblem> problems = [];
        var lexicon = File.ReadAllText(Path.Combine(folder, BotContentLoader.IntentFile));
        var catalogue = ContentFile.Parse(BotContentLoader.IntentFile, lexicon, problems) is { } root ? IntentCatalogue.Read(root) : null;
        var examples = catalogue is null ? null : Read(folder, catalogue, problems);
        var answers = AnswerExamples.Read(
            Maps(folder, AnswerExamples.Folder, problems), dialogs is null ? null : LearnedQuestions.Of(dialogs));
        return problems.Count > 0 || catalogue is null || examples is null
            ? throw new ContentException(problems)
            : (catalogue, examples, answers, examples.Fingerprint(answers, lexicon));
    }

    /// <summary>Problems of the examples; a model that was learned from others, or none, is one.</summary>
    public static IReadOnlyList<ContentProblem> Check(string folder, DialogCatalogue? dialogs)
    {
        try
        {
            var (_, _, _, fingerprint) = Load(folder, dialogs);
            return Model(folder)?.Fingerprint == fingerprint
                ? []
                : [new ContentProblem(
                    LearnedModel.FileName, 1, "the model is older than its examples or niat.yaml; learn anew with 'understand train'")];
        }
        catch (ContentException invalid)
        {
            return invalid.Problems;
        }
    }

    /// <summary>The learned model; null when there is none.</summary>
    /// <exception cref="ContentException">The file is no model of this version.</exception>
    public static LearnedModel? Model(string folder)
    {
        var path = Path.Combine(folder, LearnedModel.FileName);
        if (!File.Exists(path)) return null;
        using var file = File.OpenRead(path);
        try
        {
            return LearnedModel.Read(file);
        }
        catch (InvalidDataException invalid)
        {
            throw new ContentException([new ContentProblem(LearnedModel.FileName, 1, invalid.Message)]);
        }
    }

    private static ExampleSet Read(string folder, IntentCatalogue catalogue, List<ContentProblem> problems) => ExampleSet.Read(
        Maps(folder, ExampleSet.Folder, problems),
        new IntentCatalogueNames(Ids(catalogue.Intents), Ids(catalogue.Alur), catalogue.WithAlur.ToHashSet(StringComparer.Ordinal)));

    // An office may have no examples of answers.
    private static IEnumerable<YamlMap> Maps(string folder, string below, List<ContentProblem> problems) =>
        Directory.Exists(Path.Combine(folder, below))
            ? Directory.EnumerateFiles(Path.Combine(folder, below), "*.yaml").Order(StringComparer.Ordinal)
                .Select(file => ContentFile.Parse($"{below}/{Path.GetFileName(file)}", File.ReadAllText(file), problems))
                .OfType<YamlMap>()
            : [];

    private static HashSet<string> Ids(IEnumerable<IntentClues> clues) => clues.Select(one => one.Id).ToHashSet(StringComparer.Ordinal);
}
