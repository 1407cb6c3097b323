using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Dialogs.Tests.Recognizers;

public class KelurahanTests
{
    public static TheoryData<string> Codes => new(Wilayah.All.Select(kelurahan => kelurahan.Code));

    [Fact]
    public void Kelurahan_said_to_be_one_is_not_asked_back_as_a_kecamatan() =>
        Recognizing.Read("kelurahan", "cibeber kelurahannya").Label.ShouldNotBeNull().Id.ShouldBe("Cibeber, Kec. Cibeber");

    [Fact]
    public void Wilayah_holds_43_kelurahan_in_8_kecamatan()
    {
        Wilayah.All.Count.ShouldBe(43);
        Wilayah.All.Select(kelurahan => kelurahan.Kecamatan).Distinct().Count().ShouldBe(8);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Kelurahan_is_understood_however_it_is_introduced_or_split(string code)
    {
        var kelurahan = Wilayah.Find(code).ShouldNotBeNull();
        var name = kelurahan.Name;
        string[] texts =
        [
            code, $"kel. {name}", $"Kelurahan {name.ToUpperInvariant()}", $"kel {name.Replace(" ", "", StringComparison.Ordinal)}",
            $"saya tinggal di kelurahan {name}, Kec. {kelurahan.Kecamatan}", $"kec {kelurahan.Kecamatan} kel {name}",
            $"{name} kecamatan {kelurahan.Kecamatan}",
        ];
        foreach (var text in texts)
        {
            var read = Recognizing.Read("kelurahan", text);
            read.Value.ShouldBe(code, text);
            read.Label.ShouldNotBeNull().Id.ShouldBe($"{name}, Kec. {kelurahan.Kecamatan}");
        }
    }

    [Theory]
    [InlineData("Ciwaduk", "36.72.02.1005")]
    [InlineData("ciwaduk cilegon", "36.72.02.1005")]
    [InlineData("Ciwaduk, Kota Cilegon", "36.72.02.1005")]
    [InlineData("ciwadug", "36.72.02.1005")]
    [InlineData("Deringo", "36.72.08.1002")]
    [InlineData("Kota Bumi", "36.72.07.1002")]
    [InlineData("kotabumi", "36.72.07.1002")]
    [InlineData("Tegalratu", "36.72.04.1002")]
    [InlineData("Rawaarum", "36.72.06.1003")]
    [InlineData("Lebak Gede", "36.72.03.1002")]
    [InlineData("Lebakdenok", "36.72.08.1003")]
    [InlineData("karangasem", "36.72.01.1005")]
    [InlineData("jombang wetan", "36.72.05.1002")]
    [InlineData("kel Gerogol", "36.72.06.1002")]
    [InlineData("di masigit kak", "36.72.05.1003")]
    [InlineData("samang raya", "36.72.08.1006")]
    [InlineData("Kalitimbng", "36.72.01.1006")]
    public void Kelurahan_variant_or_small_error_is_understood(string text, string code) =>
        Recognizing.Read("kelurahan", text).Value.ShouldBe(code);

    [Theory]
    [InlineData("Cibeber", 6, "Cibeber")]
    [InlineData("citangkil", 7, "Citangkil")]
    [InlineData("Purwakarta", 6, "Purwakarta")]
    [InlineData("grogol", 4, "Grogol")]
    [InlineData("Gerogol", 4, "Grogol")]
    [InlineData("kec. Cibeber", 6, "Cibeber")]
    [InlineData("kecamatan grogol", 4, "Grogol")]
    [InlineData("Jombang", 5, "Jombang Wetan")]
    [InlineData("Cilegon", 5, "Bagendung")]
    [InlineData("kota cilegon", 5, "Bagendung")]
    [InlineData("Pulo Merak", 4, "Tamansari")]
    [InlineData("merak", 4, "Tamansari")]
    [InlineData("lebak", 2, "Lebakgede")]
    public void Ambiguous_name_is_asked_back_with_the_likeliest_first(string text, int count, string first)
    {
        var read = Recognizing.Read("kelurahan", text);
        read.Value.ShouldBeNull();
        read.Problem.ShouldBeNull();
        read.Candidates.Count.ShouldBe(count);
        read.Candidates[0].Title.Id.ShouldBe(first);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bandung")]
    [InlineData("36.72.09.1001")]
    [InlineData("kelurahan")]
    [InlineData("<script>")]
    public void Unknown_place_is_refused(string text) =>
        Recognizing.Read("kelurahan", text).Problem.ShouldBe("pengenal.kelurahan.tidak_ada");
}
