using Dukcapil.Bot.Dialogs.Understanding;

namespace Dukcapil.Bot.Dialogs.Tests.Understanding;

/// <summary>The file of what was learned, and what it computes.</summary>
public sealed class LearnedModelTests
{
    [Fact]
    public void Model_written_and_read_judges_the_same()
    {
        using var file = new MemoryStream();
        Made().Write(file);
        file.Position = 0;
        var read = LearnedModel.Read(file);
        read.Fingerprint.ShouldBe("abc");
        read.Knows("hilang").ShouldBeTrue();
        Judged(read, "ktp hilang").ShouldBe(Judged(Made(), "ktp hilang"));
        Judged(read, "ktp hilang")[1].ShouldBeGreaterThan(0.5f);
        var chances = new float[2];
        read.Answers["kondisi"].Judge(Buckets("hilang kak"), chances);
        chances[1].ShouldBeGreaterThan(0.5f);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(5000)]
    public void File_that_ends_early_is_refused(int length)
    {
        using var file = new MemoryStream();
        Made().Write(file);
        using var cut = new MemoryStream(file.ToArray()[..length]);
        Should.Throw<InvalidDataException>(() => LearnedModel.Read(cut));
    }

    [Theory]
    [InlineData("KTP-nya hilaaaang!!", "ktp nya hilang")]
    [InlineData("ktp\tHILANG\n", "ktp hilang")]
    public void Case_marks_and_drawn_out_letters_make_no_difference(string one, string other) => Buckets(one).ShouldBe(Buckets(other));

    [Fact]
    public void Longest_text_fits()
    {
        Buckets(string.Concat(Enumerable.Repeat("abcdefgh ijklmnop ", 1000))).Length.ShouldBeLessThanOrEqualTo(TextFeatures.Most);
        TextFeatures.Words(string.Concat(Enumerable.Repeat("a ", 5000)), new uint[TextFeatures.MostWords])
            .ShouldBeLessThanOrEqualTo(TextFeatures.MostWords);
    }

    private static LearnedModel Made()
    {
        var (no, yes) = (new float[TextFeatures.Buckets], new float[TextFeatures.Buckets]);
        foreach (var bucket in Buckets("hilang")) yes[bucket] = 2;
        var words = new uint[TextFeatures.MostWords];
        return new LearnedModel(
            LinearClassifier.From(["a", "b"], [0.1f, 0], [no, yes]),
            LinearClassifier.From([""], [0], [no]),
            new Dictionary<string, LinearClassifier>(StringComparer.Ordinal)
            {
                ["kondisi"] = LinearClassifier.From(["bukan", "hilang"], [0, 0], [Folded(no), Folded(yes)]),
            },
            words[..TextFeatures.Words("hilang", words)],
            "abc");
    }

    // A quarter of the buckets: those of one text fall together seldom.
    private static float[] Folded(float[] weights) =>
        [.. weights.Select((weight, bucket) => (weight, bucket)).GroupBy(one => one.bucket % (weights.Length / 4), one => one.weight)
            .OrderBy(group => group.Key).Select(group => group.Sum())];

    private static int[] Buckets(string text)
    {
        var room = new int[TextFeatures.Most];
        return room[..TextFeatures.Collect(text, [], room)];
    }

    private static float[] Judged(LearnedModel model, string text)
    {
        var probabilities = new float[2];
        model.Intents.Judge(Buckets(text), probabilities);
        return probabilities;
    }
}
