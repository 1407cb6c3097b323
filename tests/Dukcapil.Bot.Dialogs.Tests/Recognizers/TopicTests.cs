using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Dialogs.Tests.Recognizers;

/// <summary>Sentences about visits to a kelurahan, with the place they mention.</summary>
public class TopicTests
{
    private const string Visits = "jadwal-kelurahan";

    private static readonly IntentMatcher Matcher = new(IntentCatalogue.Read(Recognizing.Content("niat.yaml")));

    public static TheoryData<string> Codes => new(Wilayah.All.Select(kelurahan => kelurahan.Code));

    [Theory]
    [MemberData(nameof(Codes))]
    public void Visits_to_every_kelurahan_are_asked_for_in_many_ways(string code)
    {
        var name = Wilayah.Find(code)!.Name;
        var joined = name.Replace(" ", "", StringComparison.Ordinal);
        string[] texts =
        [
            $"jadwal {name}", $"jadwal {joined.ToUpperInvariant()}", $"kapan ke kelurahan {name}", $"perekaman keliling {name}",
            $"pendataan di {joined} kapan",
            $"Jadwal pendataan penduduk non permanen di kel. {name}", $"min, kapan ada jemput bola di {name} ya?",
            $"when is the schedule in {name}",
        ];
        foreach (var text in texts)
        {
            var match = Matcher.Match(text).ShouldNotBeNull(text);
            match.Topic.ShouldBe(Visits, text);
            Places(match.Place.ShouldNotBeNull(text)).ShouldContain(code, text);
        }
    }

    [Theory]
    [InlineData("jadwal deringo", "36.72.08.1002")]
    [InlineData("jadwal lebak denok", "36.72.08.1003")]
    [InlineData("kapan keliling ke kota bumi", "36.72.07.1002")]
    [InlineData("jadwal pendataan tegalratu", "36.72.04.1002")]
    [InlineData("perekaman keliling rawaarum", "36.72.06.1003")]
    [InlineData("jadwal karangasem", "36.72.01.1005")]
    [InlineData("jadwal ciwadug", "36.72.02.1005")]
    [InlineData("jadwal kalitimbng", "36.72.01.1006")]
    [InlineData("kpn perekaman di samang raya", "36.72.08.1006")]
    [InlineData("jadwal kel grogol", "36.72.06.1002")]
    public void Everyday_spelling_and_small_error_are_understood(string text, string code)
    {
        var match = Matcher.Match(text).ShouldNotBeNull();
        match.Topic.ShouldBe(Visits);
        Recognizing.Read("kelurahan", match.Place.ShouldNotBeNull()).Value.ShouldBe(code);
    }

    [Theory]
    [InlineData("jadwal cibeber", 6)]
    [InlineData("jadwal citangkil", 7)]
    [InlineData("pendataan purwakarta kapan", 6)]
    [InlineData("jadwal grogol", 4)]
    [InlineData("jadwal gerogol", 4)]
    [InlineData("perekaman keliling jombang", 5)]
    [InlineData("jadwal cilegon", 5)]
    [InlineData("jadwal kec cilegon", 5)]
    [InlineData("jadwal merak", 4)]
    public void Name_with_two_meanings_keeps_them(string text, int candidates)
    {
        var match = Matcher.Match(text).ShouldNotBeNull();
        match.Topic.ShouldBe(Visits);
        Recognizing.Read("kelurahan", match.Place.ShouldNotBeNull()).Candidates.Count.ShouldBe(candidates);
    }

    [Theory]
    [InlineData("kapan ke kelurahan saya")]
    [InlineData("perekaman keliling ke kelurahan kapan aja")]
    [InlineData("jadwal perekaman keliling")]
    [InlineData("jadwal pendataan")]
    public void Question_without_a_name_mentions_no_place(string text)
    {
        var match = Matcher.Match(text).ShouldNotBeNull();
        (match.Topic, match.Place).ShouldBe((Visits, null));
    }

    [Theory]
    [InlineData("jadwal kapal merak bakauheni")]
    [InlineData("saya tinggal di ciwaduk mau urus kk")]
    [InlineData("ktp saya di ciwaduk kapan jadi")]
    [InlineData("ganti jadwal saya")]
    [InlineData("jadwal")]
    [InlineData("jadwal saya besok bisa diundur ke kamis ga")]
    [InlineData("mau pindah ke ciwaduk kapan bisa")]
    public void Other_sentences_are_no_question_about_visits(string text) => (Matcher.Match(text)?.Topic).ShouldBeNull();

    private static IEnumerable<string> Places(string place)
    {
        var read = Recognizing.Read("kelurahan", place);
        return read.Value is { } value ? [value] : read.Candidates.Select(candidate => candidate.Id);
    }
}
