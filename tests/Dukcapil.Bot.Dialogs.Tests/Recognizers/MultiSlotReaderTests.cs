using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Dialogs.Tests.Recognizers;

public class MultiSlotReaderTests
{
    [Theory]
    [InlineData("budi santoso nik 3672011708959901 kk 3672012503199901", "name")]
    [InlineData("budi santoso, NIK: 3672011708959901, no KK: 3672012503199901", "name")]
    [InlineData("budi santoso 3672011708959901 3672012503199901", "name")]
    [InlineData("3672011708959901 dan kk 3672012503199901", "nik")]
    public void Message_with_several_answers_is_taken_apart(string text, string asked)
    {
        var parts = MultiSlotReader.Read(text, asked);
        if (asked == "name") parts["name"].ShouldBe("budi santoso");
        parts["nik"].ShouldBe("3672011708959901");
        parts["kk"].ShouldBe("3672012503199901");
    }

    [Fact]
    public void Birth_date_and_kelurahan_after_a_name_are_told_apart()
    {
        var parts = MultiSlotReader.Read("Siti Nurhayati tgl lahir 17-08-1995 kelurahan Cibeber", "name");
        parts["name"].ShouldBe("Siti Nurhayati");
        parts["date"].ShouldBe("17-08-1995");
        parts["kelurahan"].ShouldBe("Cibeber");
    }

    [Theory]
    [InlineData("Budi Santoso", "name")]
    [InlineData("Ahmad Fauzi, S.Pd.", "name")]
    [InlineData("nik saya 3672011708959901", "nik")]
    [InlineData("kelurahan ciwaduk", "kelurahan")]
    [InlineData("nik 3672011708959901", "yesno")]
    public void Message_with_one_answer_stays_whole(string text, string asked) => MultiSlotReader.Read(text, asked).ShouldBeEmpty();
}
