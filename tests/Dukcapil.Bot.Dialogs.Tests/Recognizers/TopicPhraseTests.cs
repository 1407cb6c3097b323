using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Dialogs.Tests.Recognizers;

/// <summary>Phrases of staff's own beside the clues of the file.</summary>
public class TopicPhraseTests
{
    private static readonly IntentCatalogue Catalogue = IntentCatalogue.Read(Recognizing.Content("niat.yaml"));
    private static readonly IntentMatcher Matcher = new(Catalogue);

    private static readonly TopicPhrases Phrases = new(Catalogue, new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        ["layanan-sabtu"] = ["dukcapil akhir pekan", "layanan sabtu"],
        ["serakah"] = ["ktp", "hilang"],
    });

    [Theory]
    [InlineData("dukcapil akhir pekan", "layanan-sabtu")]
    [InlineData("Min, dukcapil akhir pekan gimana?", "layanan-sabtu")]
    [InlineData("layanan sabtu", "layanan-sabtu")]
    [InlineData("ktp saya hilang di pasar", null)]
    [InlineData("ktp saya sudah jadi belum", null)]
    [InlineData("asdfgh", null)]
    public void Phrase_leads_to_its_topic_and_takes_no_message_from_a_service(string text, string? topic) =>
        (Phrases.Refine(text, Matcher.Match(text))?.Topic).ShouldBe(topic);

    [Fact]
    public void Message_that_only_a_phrase_knows_is_about_the_topic() =>
        Phrases.Refine("dukcapil akhir pekan", null).ShouldNotBeNull().ShouldSatisfyAllConditions(
            match => match.Intent.ShouldBe(IntentMatch.TopicOnly), match => match.Topic.ShouldBe("layanan-sabtu"));
}
