namespace Dukcapil.Bot.Dialogs.Understanding;

/// <summary>
/// A linear classifier over the buckets of <see cref="TextFeatures"/> (multinomial logistic regression): for each label the sum of the
/// weights of what is there, made probabilities. Weights are kept as signed bytes, which costs no right answer and a quarter of the memory.
/// </summary>
/// <param name="labels">The labels, in the order of the weights.</param>
/// <param name="biases">Weight of each label by itself.</param>
/// <param name="scale">What a weight of 1 is worth.</param>
/// <param name="weights">Bucket after bucket, the weight for each label.</param>
public sealed class LinearClassifier(IReadOnlyList<string> labels, float[] biases, float scale, sbyte[] weights)
{
    /// <summary>The labels, in the order of the probabilities.</summary>
    public IReadOnlyList<string> Labels => labels;

    /// <summary>Weight of each label by itself.</summary>
    internal float[] Biases => biases;

    /// <summary>What a weight of 1 is worth.</summary>
    internal float Scale => scale;

    /// <summary>Bucket after bucket, the weight for each label.</summary>
    internal sbyte[] Weights => weights;

    /// <summary>Number of buckets, a power of two: a smaller one folds the buckets of the features together.</summary>
    public int Buckets { get; } = weights.Length / labels.Count;

    /// <summary>
    /// Value of every feature of a text with this many: the vector's length is 1, so that long texts do not speak louder.
    /// </summary>
    public static float ValueOf(int features) => features == 0 ? 0 : 1 / MathF.Sqrt(features);

    /// <summary>Writes the probability of each label for a text with these buckets; they add up to 1.</summary>
    public void Judge(ReadOnlySpan<int> buckets, Span<float> probabilities)
    {
        Span<int> sums = stackalloc int[labels.Count];
        sums.Clear();
        foreach (var bucket in buckets)
        {
            var row = weights.AsSpan((bucket & (Buckets - 1)) * labels.Count, labels.Count);
            for (var label = 0; label < row.Length; label++) sums[label] += row[label];
        }

        var worth = scale * ValueOf(buckets.Length);
        for (var label = 0; label < sums.Length; label++) probabilities[label] = biases[label] + (sums[label] * worth);
        MakeProbabilities(probabilities[..labels.Count]);
    }

    /// <summary>Makes one of weights as they were learned.</summary>
    /// <param name="labels">The labels.</param>
    /// <param name="biases">Weight of each label by itself.</param>
    /// <param name="learned">For each label the weight of every bucket.</param>
    public static LinearClassifier From(IReadOnlyList<string> labels, float[] biases, IReadOnlyList<float[]> learned)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(learned);
        var most = learned.Max(one => one.Max(MathF.Abs));
        var scale = most == 0 ? 1 : most / sbyte.MaxValue;
        var buckets = learned[0].Length;
        var weights = new sbyte[buckets * labels.Count];
        for (var label = 0; label < labels.Count; label++)
            for (var bucket = 0; bucket < buckets; bucket++)
                weights[(bucket * labels.Count) + label] = (sbyte)MathF.Round(learned[label][bucket] / scale);
        return new LinearClassifier(labels, biases, scale, weights);
    }

    private static void MakeProbabilities(Span<float> scores)
    {
        var (most, sum) = (float.MinValue, 0f);
        foreach (var score in scores) most = MathF.Max(most, score);
        foreach (ref var score in scores) sum += score = MathF.Exp(score - most);
        foreach (ref var score in scores) score /= sum;
    }
}
