using System.Diagnostics;
using System.Text;
using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Dialogs.Tests.Recognizers;

public class FuzzTests
{
    private const int Seed = 20261122;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private static readonly string[] Pieces =
    [
        "3672011708959901", "17-08-1995", "ya", "tidak", "kel. ", "\u200B", "\u202E", "😊", "\uD800", "\uDC00", "<b>", "'; DROP TABLE", "\0", "\n",
        "2️⃣", "ﷺ", "e\u0301\u0302", " ", ".", "-", "+62", "٣", "１", "ktp", "hilang", "agustus", "jombang", "aaaa", "@", "#",
    ];

    private static readonly IReadOnlyList<ChoiceCandidate> Candidates = [new("a", ["Urus dokumen"], ["ktp hilang"]), new("b", ["Cek status"], [])];
    private static readonly IntentMatcher Intents = new(IntentCatalogue.Read(Recognizing.Content("niat.yaml")));

    [Fact]
    public void Random_text_never_throws()
    {
        var random = new Random(Seed);
        for (var round = 0; round < 3000; round++) RunAll(RandomText(random, random.Next(12)));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("1 ")]
    [InlineData("a")]
    [InlineData("ya ")]
    [InlineData("1-")]
    [InlineData("17 a")]
    [InlineData("😊")]
    [InlineData("ﷺ")]
    [InlineData("kelurahan ")]
    [InlineData("ktp hilang ")]
    public void Ten_thousand_characters_take_bounded_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, (10_000 / piece.Length) + 1))[..10_000];
        var clock = Stopwatch.StartNew();
        RunAll(text);
        clock.Elapsed.ShouldBeLessThan(Limit);
    }

    private static void RunAll(string text)
    {
        foreach (var name in RecognizerSet.All.Keys)
        {
            var read = Recognizing.Read(name, text);
            var outcomes = (read.Value is null ? 0 : 1) + (read.Problem is null ? 0 : 1) + (read.Candidates.Count == 0 ? 0 : 1);
            outcomes.ShouldBe(1, $"{name}: {text}");
        }

        ChoiceMatcher.Match(text, Candidates).ShouldNotBeNull();
        (Intents.Match(text)?.Confidence ?? 0).ShouldBeInRange(0, 1);
    }

    private static string RandomText(Random random, int pieces)
    {
        var text = new StringBuilder();
        for (var i = 0; i < pieces; i++)
        {
            if (random.Next(3) == 0) text.Append((char)random.Next(char.MaxValue));
            else text.Append(Pieces[random.Next(Pieces.Length)]);
        }

        return text.ToString();
    }
}
