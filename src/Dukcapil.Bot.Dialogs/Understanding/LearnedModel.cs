using System.Text;

namespace Dukcapil.Bot.Dialogs.Understanding;

/// <summary>
/// What was learned from the examples: one classifier for the intent of a first message, one for the alur of intents that carry one, and
/// one for the answers to each question that has examples.
/// </summary>
/// <param name="Intents">Judges the intent.</param>
/// <param name="Alur">Judges the alur; the empty label stands for undecided.</param>
/// <param name="Answers">By question (<see cref="AnswerExamples"/>): judges what is written there.</param>
/// <param name="Words">Hashes of the words that the examples hold, in order.</param>
/// <param name="Fingerprint">Of the examples and the lexicon it was learned from, see <see cref="ExampleSet.Fingerprint"/>.</param>
public sealed record LearnedModel(
    LinearClassifier Intents,
    LinearClassifier Alur,
    IReadOnlyDictionary<string, LinearClassifier> Answers,
    uint[] Words,
    string Fingerprint)
{
    /// <summary>Name of the file below the content folder.</summary>
    public const string FileName = "understanding/model.bin";

    private const string Magic = "dukcapil-understanding-3";

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">It is none, or one of another version of the program.</exception>
    public static LearnedModel Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        try
        {
            if (reader.ReadString() != Magic || reader.ReadInt32() != TextFeatures.Buckets)
                throw new InvalidDataException("The file holds no model of this version of the program; train it anew.");
            var fingerprint = reader.ReadString();
            var words = new uint[reader.ReadInt32()];
            for (var at = 0; at < words.Length; at++) words[at] = reader.ReadUInt32();
            var (intents, alur) = (ReadClassifier(reader), ReadClassifier(reader));
            return new LearnedModel(intents, alur, ReadAnswers(reader), words, fingerprint);
        }
        catch (EndOfStreamException early)
        {
            throw new InvalidDataException("The model's file ends too early; train it anew.", early);
        }
    }

    /// <summary>
    /// Whether at least one word of a text, and at least a third of them, stands in an example: what was typed at random is like nothing
    /// that was learned.
    /// </summary>
    public bool Knows(ReadOnlySpan<char> text)
    {
        Span<uint> words = stackalloc uint[TextFeatures.MostWords];
        words = words[..TextFeatures.Words(text, words)];
        var known = 0;
        foreach (var word in words)
            if (Array.BinarySearch(Words, word) >= 0) known++;
        return known > 0 && known * 3 >= words.Length;
    }

    /// <summary>Writes the model.</summary>
    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(TextFeatures.Buckets);
        writer.Write(Fingerprint);
        writer.Write(Words.Length);
        foreach (var word in Words) writer.Write(word);
        Write(writer, Intents);
        Write(writer, Alur);
        writer.Write(Answers.Count);
        foreach (var (question, classifier) in Answers.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            writer.Write(question);
            Write(writer, classifier);
        }
    }

    private static Dictionary<string, LinearClassifier> ReadAnswers(BinaryReader reader)
    {
        var answers = new Dictionary<string, LinearClassifier>(StringComparer.Ordinal);
        for (var left = reader.ReadInt32(); left > 0; left--) answers.Add(reader.ReadString(), ReadClassifier(reader));
        return answers;
    }

    private static LinearClassifier ReadClassifier(BinaryReader reader)
    {
        var labels = Enumerable.Range(0, reader.ReadInt32()).Select(_ => reader.ReadString()).ToList();
        var biases = labels.Select(_ => reader.ReadSingle()).ToArray();
        var scale = reader.ReadSingle();
        var weights = new sbyte[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(weights.AsSpan()));
        return new LinearClassifier(labels, biases, scale, weights);
    }

    private static void Write(BinaryWriter writer, LinearClassifier classifier)
    {
        writer.Write(classifier.Labels.Count);
        foreach (var label in classifier.Labels) writer.Write(label);
        foreach (var bias in classifier.Biases) writer.Write(bias);
        writer.Write(classifier.Scale);
        writer.Write(classifier.Weights.Length);
        writer.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(classifier.Weights.AsSpan()));
    }
}
