using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Dialogs.Tests.Conversations;

/// <summary>
/// A complaint's first words are the complaint. Until it was sent or given up nothing of them is lost, wherever the resident goes
/// meanwhile.
/// </summary>
public sealed class ComplaintWordsTests
{
    private const string Words = "diminta uang 200rb sama calo";
    private readonly List<string> _sent = [];
    private readonly List<string> _acts = [];

    [Fact]
    public void First_words_of_a_complaint_are_the_complaint()
    {
        var phone = Phone();
        phone.Say(Words).Text.ShouldContain(Words);
        phone.Say("di depan loket 2 kemarin siang", "tidak");
        _sent.ShouldBe([$"{Words}\ndi depan loket 2 kemarin siang"]);
        phone.State.Values.Values.ShouldAllBe(value => !value.Text.Contains("calo", StringComparison.Ordinal));
    }

    [Fact]
    public void Complaint_that_names_a_number_is_read_back_without_it()
    {
        var told = Phone().Say("diminta uang sama calo, nik saya 3672016708959901").Text;
        told.ShouldContain("367201********01");
        told.ShouldNotContain("3672016708959901");
    }

    [Theory]
    [InlineData("cukup")]
    [InlineData("itu saja kak")]
    [InlineData("sudah")]
    public void Complaint_needs_no_more_than_its_first_words(string enough)
    {
        var phone = Phone();
        phone.Say("petugas loket 3 jutek dan marah marah", enough, "boleh");
        _sent.ShouldBe(["petugas loket 3 jutek dan marah marah"]);
    }

    [Theory]
    [InlineData("batal")]
    [InlineData("bukan pengaduan")]
    public void Complaint_that_was_none_is_dropped(string text)
    {
        var phone = Phone().Say("lama banget nunggunya parah", text);
        phone.Text.ShouldContain("tidak ada pengaduan");
        _acts.ShouldNotContain("complaint.submit");
    }

    [Theory]
    [InlineData("menu")]
    [InlineData("menu", "alamat")]
    [InlineData("cukup", "menu")]
    [InlineData("di loket 2", "menu")]
    public void Words_left_by_the_menu_are_offered_on_return(params string[] left)
    {
        var phone = Phone().Say([Words, .. left, "pengaduan"]);
        phone.Text.ShouldStartWith("Kirim laporan ini?");
        phone.Text.ShouldContain(Words);
        _sent.ShouldBeEmpty();
        phone.Say("ya", "tidak");
        _sent.ShouldBe([left is ["di loket 2", ..] ? $"{Words}\ndi loket 2" : Words]);
        phone.Say("pengaduan").At.ShouldBe("pengaduan/cerita");
    }

    [Fact]
    public void Menu_says_that_words_were_not_sent()
    {
        var phone = Phone().Say(Words, "menu");
        phone.Text.ShouldContain("*belum dikirim*");
        phone.Say("pengaduan", "tidak jadi").Text.ShouldContain("tidak ada pengaduan");
        phone.Say("menu").Text.ShouldNotContain("belum dikirim");
    }

    [Theory]
    [InlineData("jam buka kantor berapa?")]
    [InlineData("syarat ktp hilang apa saja?")]
    public void Question_in_between_is_answered_and_the_words_are_shown_again(string asked)
    {
        var phone = Phone().Say(Words, asked);
        phone.At.ShouldBe("pengaduan/tambahan");
        phone.Text.ShouldContain(Words);
        phone.Say("cukup", "boleh");
        _sent.ShouldBe([Words]);
    }

    [Theory]
    [InlineData("kenapa saya harus bayar 50 ribu?")]
    [InlineData("kok ktp saya belum jadi juga sampai sekarang?")]
    [InlineData("petugasnya siapa?")]
    public void Question_that_is_the_complaint_is_added_to_it(string said)
    {
        Phone().Say(Words, said, "tidak");
        _sent.ShouldBe([$"{Words}\n{said}"]);
    }

    [Theory]
    [InlineData("halo")]
    [InlineData("assalamualaikum min")]
    [InlineData("mau bikin ktp")]
    public void Opening_after_a_silence_is_no_part_of_the_complaint(string opening)
    {
        var phone = Phone().Say(Words).SayAfter(TimeSpan.FromHours(5), opening);
        phone.Text.ShouldStartWith("Kirim laporan ini?");
        phone.Say("ya", "tidak");
        _sent.ShouldBe([Words]);
    }

    [Fact]
    public void Addition_after_a_silence_is_still_one()
    {
        Phone().Say(Words).SayAfter(TimeSpan.FromHours(5), "di depan loket 2 kemarin").Say("tidak");
        _sent.ShouldBe([$"{Words}\ndi depan loket 2 kemarin"]);
    }

    [Fact]
    public void Opening_after_a_silence_is_no_complaint_where_nothing_was_told()
    {
        var phone = Phone().Say("pengaduan").SayAfter(TimeSpan.FromHours(5), "halo");
        phone.At.ShouldBe("menu/pilih");
        phone.Text.ShouldNotContain("belum dikirim");
    }

    [Fact]
    public void More_words_later_join_those_that_were_not_sent()
    {
        var phone = Phone().Say(Words, "menu", "petugas loket 3 jutek dan marah marah");
        phone.Text.ShouldContain($"{Words}\npetugas loket 3 jutek dan marah marah");
        phone.Say("tambah", "kemarin siang", "tidak");
        _sent.ShouldBe([$"{Words}\npetugas loket 3 jutek dan marah marah\nkemarin siang"]);
    }

    [Fact]
    public void More_words_at_the_last_question_begin_no_second_complaint()
    {
        var phone = Phone().Say(Words, "cukup", "petugas loket 3 jutek dan marah marah");
        phone.At.ShouldBe("pengaduan/simpanan");
        phone.Say("ya", "tidak");
        _sent.ShouldBe([$"{Words}\npetugas loket 3 jutek dan marah marah"]);
        phone.At.ShouldBe("");
    }

    [Theory]
    [InlineData("boleh ga?")]
    [InlineData("nanti dulu")]
    public void Doubt_neither_sends_nor_drops_the_words(string text)
    {
        Phone().Say(Words, "menu", "pengaduan", text).At.ShouldBe("pengaduan/simpanan");
    }

    private Chat Phone() => new(ShippedTalk.Engine, act =>
    {
        _acts.Add(act.Name);
        if (act.Name == "complaint.submit") _sent.Add(act.Arguments["teks"]);
        return act.Name is "case.list" or "booking.list"
            ? ActResult.Of("none")
            : ActResult.Of("ok", ("aduan-nomor", DialogValue.Of("P-1")));
    });
}
