using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Dialogs.Tests.Recognizers;

public class IdNumberTests
{
    [Theory]
    [InlineData("3672011708959901")]
    [InlineData("3672015708959902")]
    [InlineData("3672087112089903")]
    [InlineData("3672052902049904")]
    [InlineData("3674011003929907")]
    public void Nik_valid_row_of_the_domain_table_is_accepted(string nik)
    {
        Recognizing.Read("nik", nik).Value.ShouldBe(nik);
        NikRules.CheckNik(nik).ShouldBe(IdNumberFault.None);
    }

    [Theory]
    [InlineData("367201170895990", "pendek")]
    [InlineData("36720117O8959901", "huruf")]
    [InlineData("3672013208959901", "tanggal")]
    [InlineData("3672017208959901", "tanggal")]
    [InlineData("3672012902019901", "tanggal")]
    [InlineData("3672011713959901", "tanggal")]
    [InlineData("3672011708950000", "urutan")]
    public void Nik_invalid_row_of_the_domain_table_is_refused_with_its_own_sentence(string nik, string problem) =>
        Recognizing.Read("nik", nik).Problem.ShouldBe($"pengenal.nik.{problem}");

    [Theory]
    [InlineData("3672 0117 0895 9901")]
    [InlineData("3672.0117.0895.9901")]
    [InlineData("367201-170895-9901")]
    [InlineData("nik saya 3672011708959901")]
    [InlineData("NIK3672011708959901")]
    [InlineData("NIK: 3672011708959901, makasih kak 🙏")]
    [InlineData("\u200B36720117\u200F08959901\u2060")]
    [InlineData("*3672011708959901*")]
    [InlineData("lahir 1995, nik 3672011708959901")]
    [InlineData("1. 3672011708959901")]
    [InlineData("3672011708959901 3672011708959901")]
    public void Nik_among_separators_and_words_is_found(string text) =>
        Recognizing.Read("nik", text).Value.ShouldBe("3672011708959901");

    [Theory]
    [InlineData("", "kosong")]
    [InlineData("tidak hafal", "kosong")]
    [InlineData("12345", "kosong")]
    [InlineData("36720117089599011", "panjang")]
    [InlineData("3672011708959901 / 3672015708959902", "dua")]
    [InlineData("３６７２０１１７０８９５９９０１", "huruf")]
    [InlineData("٣٦٧٢٠١١٧٠٨٩٥٩٩٠١", "huruf")]
    [InlineData("3672010008959901", "tanggal")]
    [InlineData("3672014008959901", "tanggal")]
    [InlineData("3672011700959901", "tanggal")]
    public void Nik_trap_is_refused_with_its_own_sentence(string text, string problem) =>
        Recognizing.Read("nik", text).Problem.ShouldBe($"pengenal.nik.{problem}");

    [Theory]
    [InlineData("3672012503199901")]
    [InlineData("3672019913199901")]
    public void Family_card_date_part_is_never_a_reason_to_refuse(string number) =>
        Recognizing.Read("kk", $"no kk {number}").Value.ShouldBe(number);

    [Theory]
    [InlineData("3672015708959902", "nik")]
    [InlineData("3672014108959902", "nik")]
    [InlineData("3672017108959902", "nik")]
    [InlineData("367201250319990", "pendek")]
    [InlineData("36720125031999012", "panjang")]
    [InlineData("36720125O3199901", "huruf")]
    [InlineData("3672012503199901, 3672012503199902", "dua")]
    [InlineData("lupa", "kosong")]
    public void Family_card_trap_is_refused_with_its_own_sentence(string text, string problem) =>
        Recognizing.Read("kk", text).Problem.ShouldBe($"pengenal.kk.{problem}");

    [Theory]
    [InlineData("3672011708959901", "367201********01")]
    [InlineData("12345678", "********")]
    [InlineData("", "")]
    public void Mask_shows_at_most_first_six_and_last_two(string number, string masked) => IdMask.Mask(number).ShouldBe(masked);

    [Theory]
    [InlineData("nik saya 3672016708959901 ya", "nik saya 367201********01 ya")]
    [InlineData("3672.0167.0895.9901", "367201********01")]
    [InlineData("3672 0167 0895 9901, kk 3672-0167-0895-0002", "367201********01, kk 367201********02")]
    [InlineData("367201670895990", "367201*******90")]
    [InlineData("36720167089599012", "367201*********12")]
    [InlineData("36 72 01 67 08 95 99 01", "367201********01")]
    [InlineData("081234567890", "081234567890")]
    [InlineData("+62 812-3456-7890 dan 26-00417-3", "+62 812-3456-7890 dan 26-00417-3")]
    [InlineData("", "")]
    public void Numbers_in_a_text_are_masked_however_they_are_written(string text, string shown) => IdMask.InText(text).ShouldBe(shown);

    [Fact]
    public void Label_of_a_number_is_masked() =>
        Recognizing.Read("nik", "3672011708959901").Label.ShouldNotBeNull().Id.ShouldBe("367201********01");
}
