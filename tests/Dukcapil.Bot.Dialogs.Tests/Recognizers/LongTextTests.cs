using System.Diagnostics;
using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Dialogs.Tests.Recognizers;

public class LongTextTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private static readonly IReadOnlyList<ChoiceCandidate> Candidates =
        [new("a", ["Urus dokumen"], ["ktp hilang"]), new("b", ["Cek status"], [])];
    private static readonly IntentMatcher Intents = new(IntentCatalogue.Read(Recognizing.Content("niat.yaml")));

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
        foreach (var name in RecognizerSet.All.Keys) Recognizing.Read(name, text).ShouldNotBeNull();
        ChoiceMatcher.Match(text, Candidates).ShouldNotBeNull();
        (Intents.Match(text)?.Confidence ?? 0).ShouldBeInRange(0, 1);
    }
}
