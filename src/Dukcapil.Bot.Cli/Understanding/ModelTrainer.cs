using Dukcapil.Bot.Dialogs.Recognizers;
using Dukcapil.Bot.Dialogs.Understanding;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Dukcapil.Bot.Cli.Understanding;

/// <summary>
/// Learns a model from examples with ML.NET's multinomial logistic regression (L-BFGS). One thread and a fixed seed: the same examples give
/// the same model.
/// </summary>
/// <param name="matcher">Finds the concepts of the lexicon, which are features too.</param>
internal sealed class ModelTrainer(IntentMatcher matcher)
{
    private const float Regularization = 0.01f;
    private const int Iterations = 200;

    /// <summary>Buckets for the answers to one question: they are short and few, and there are many questions.</summary>
    private const int AnswerBuckets = TextFeatures.Buckets / 4;

    /// <summary>Learns from the examples.</summary>
    /// <param name="examples">First messages.</param>
    /// <param name="answers">Answers to questions.</param>
    /// <param name="withAlur">Intents that carry an alur: the second classifier learns from these alone.</param>
    /// <param name="fingerprint">Of the examples, kept in the model.</param>
    public LearnedModel Train(
        IReadOnlyList<Example> examples,
        IReadOnlyList<AnswerExample> answers,
        IReadOnlyCollection<string> withAlur,
        string fingerprint)
    {
        var rows = examples.Select(example => (Example: example, Features: Features(example.Text))).ToList();
        return new LearnedModel(
            Classifier(rows.ConvertAll(row => (row.Example.Intent, row.Features))),
            Classifier(rows.Where(row => withAlur.Contains(row.Example.Intent)).Select(row => (row.Example.Alur, row.Features)).ToList()),
            answers.GroupBy(answer => answer.Question, StringComparer.Ordinal).ToDictionary(
                question => question.Key,
                question => Classifier([.. question.Select(answer => (answer.Option, Features(answer.Text, AnswerBuckets)))]),
                StringComparer.Ordinal),
            Words([.. examples.Select(example => example.Text), .. answers.Select(answer => answer.Text)]),
            fingerprint);
    }

    private static uint[] Words(IReadOnlyList<string> texts)
    {
        var words = new SortedSet<uint>();
        var room = new uint[TextFeatures.MostWords];
        foreach (var text in texts) words.UnionWith(room[..TextFeatures.Words(text, room)]);
        return [.. words];
    }

    private static LinearClassifier Classifier(IReadOnlyList<(string Label, VBuffer<float> Features)> rows)
    {
        var labels = rows.Select(row => row.Label).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var machine = new MLContext(seed: 1);
        var data = machine.Data.LoadFromEnumerable(
            rows.Select(row => new Row { Label = (uint)labels.IndexOf(row.Label), Features = row.Features }),
            Schema(labels.Count, rows[0].Features.Length));
        var trained = machine.MulticlassClassification.Trainers.LbfgsMaximumEntropy(new LbfgsMaximumEntropyMulticlassTrainer.Options
        {
            LabelColumnName = nameof(Row.Label),
            FeatureColumnName = nameof(Row.Features),
            L1Regularization = 0,
            L2Regularization = Regularization,
            MaximumNumberOfIterations = Iterations,
            NumberOfThreads = 1,
        }).Fit(data);
        VBuffer<float>[] weights = [];
        trained.Model.GetWeights(ref weights, out _);
        return LinearClassifier.From(
            labels, trained.Model.GetBiases().ToArray(), weights.Select(one => one.DenseValues().ToArray()).ToList());
    }

    private VBuffer<float> Features(string text, int size = TextFeatures.Buckets)
    {
        var buckets = new int[TextFeatures.Most];
        var count = TextFeatures.Collect(text, matcher.Read(text).Concepts, buckets);
        var value = LinearClassifier.ValueOf(count);
        var folded = buckets[..count].GroupBy(bucket => bucket & (size - 1)).OrderBy(group => group.Key).ToList();
        return new VBuffer<float>(
            size, folded.Count, [.. folded.Select(group => value * group.Count())], [.. folded.Select(group => group.Key)]);
    }

    private static SchemaDefinition Schema(int labels, int buckets)
    {
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Label)].ColumnType = new KeyDataViewType(typeof(uint), labels);
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, buckets);
        return schema;
    }

    private sealed class Row
    {
        public uint Label { get; set; }

        public VBuffer<float> Features { get; set; }
    }
}
