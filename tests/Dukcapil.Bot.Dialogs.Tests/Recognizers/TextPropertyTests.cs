using Dukcapil.Bot.Dialogs.Recognizers;
using FsCheck.Xunit;

namespace Dukcapil.Bot.Dialogs.Tests.Recognizers;

/// <summary>What holds for every text there is. A counterexample is shrunk to the fewest parts and printed as code units.</summary>
[Properties(Arbitrary = [typeof(TypedText)], MaxTest = 1000)]
public class TextPropertyTests
{
    private static readonly IReadOnlyList<ChoiceCandidate> Candidates =
        [new("a", ["Urus dokumen"], ["ktp hilang"]), new("b", ["Cek status"], [])];
    private static readonly IntentMatcher Intents = new(IntentCatalogue.Read(Recognizing.Content("niat.yaml")));

    [Property]
    public void Recogniser_never_throws_and_says_exactly_one_thing(TypedText typed)
    {
        foreach (var name in RecognizerSet.All.Keys)
        {
            var read = Recognizing.Read(name, typed.Text);
            var outcomes = (read.Value is null ? 0 : 1) + (read.Problem is null ? 0 : 1) + (read.Candidates.Count == 0 ? 0 : 1);
            outcomes.ShouldBe(1, name);
        }
    }

    [Property]
    public void Choice_and_intent_matchers_never_throw(TypedText typed)
    {
        ChoiceMatcher.Match(typed.Text, Candidates).ShouldNotBeNull();
        (Intents.Match(typed.Text)?.Confidence ?? 0).ShouldBeInRange(0, 1);
    }

    [Property]
    public void Normalised_text_is_normal(TypedText typed)
    {
        var once = TextNormalizer.Normalize(typed.Text);
        TextNormalizer.Normalize(once).ShouldBe(once);
    }

    [Property]
    public void Stored_value_is_read_as_itself(TypedText typed)
    {
        foreach (var name in (string[])["nik", "kk", "phone", "date", "number", "name"])
            if (Recognizing.Read(name, typed.Text).Value is { } value) Recognizing.Read(name, value).Value.ShouldBe(value, name);
    }

    [Property]
    public void Separators_within_a_telephone_number_change_nothing(uint subscriber, byte[] marks)
    {
        string[] separators = [" ", "-", ".", "\u2011", "\u2013", "\u200B", "\u202A", ""];
        var digits = $"0812{subscriber % 100_000_000:D8}";
        var written = string.Concat(
            digits.Select((digit, at) => digit + (at < marks.Length ? separators[marks[at] % separators.Length] : "")));
        PhoneReader.Read(written).ShouldBe(PhoneReader.Read(digits), written);
    }
}
