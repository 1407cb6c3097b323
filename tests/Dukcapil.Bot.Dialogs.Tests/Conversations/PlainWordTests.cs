using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Dialogs.Tests.Conversations;

/// <summary>
/// Words that work anywhere act on the plain word, politeness around it aside; what is inferred is asked back, and a question keeps its own
/// meaning.
/// </summary>
public sealed class PlainWordTests
{
    private readonly List<string> _acts = [];

    [Theory]
    [InlineData("stop")]
    [InlineData("Stop. Terima kasih")]
    [InlineData("stop ya kak")]
    [InlineData("berhenti min")]
    [InlineData("tolong berhenti ya pak")]
    [InlineData("BERHENTI!!")]
    [InlineData("ok stop")]
    [InlineData("unsubscribe please")]
    public void Plain_word_with_politeness_stops_the_messages(string text)
    {
        Phone().Say(text);
        _acts.ShouldBe(["messages.stop"]);
    }

    [Theory]
    [InlineData("stop?")]
    [InlineData("jangan kirim pesan lagi")]
    [InlineData("berhenti kirim wa dong")]
    [InlineData("jangan wa saya terus")]
    [InlineData("stop kirim pesan")]
    [InlineData("no more messages")]
    public void Wish_to_stop_that_is_inferred_is_asked_and_a_yes_does_it(string text)
    {
        var phone = Phone().Say(text);
        _acts.ShouldNotContain("messages.stop");
        phone.At.ShouldBe("berhenti-yakin/yakin");
        phone.Say("kenapa?").At.ShouldBe("berhenti-yakin/yakin");
        phone.Say("ya berhenti");
        _acts.ShouldContain("messages.stop");
    }

    [Theory]
    [InlineData("tidak usah kirim foto kan?")]
    [InlineData("jangan kirim ke alamat lama ya ktpnya")]
    [InlineData("ktp nya tidak perlu dikirim ke rumah")]
    [InlineData("tidak usah kirim berkas asli")]
    public void Sentence_about_papers_stops_nothing_and_asks_nothing_of_it(string text)
    {
        Phone().Say(text).At.ShouldNotStartWith("berhenti");
        _acts.ShouldNotContain("messages.stop");
    }

    [Theory]
    [InlineData("hapus nama anak saya dari kk")]
    [InlineData("mau hapus suami dari kk, sudah meninggal")]
    [InlineData("anak saya sudah menikah tolong hapus dari KK")]
    [InlineData("hapus nik ganda")]
    [InlineData("nik saya dobel minta dihapus")]
    [InlineData("coret nama mantan suami di kartu keluarga")]
    [InlineData("keluarkan anak saya dari kk")]
    [InlineData("remove my son from KK")]
    public void Somebody_in_the_register_is_no_wish_to_be_forgotten(string text)
    {
        Phone().Say(text).At.ShouldNotStartWith("hapus-data");
        _acts.ShouldContain("topic.show");
        _acts.ShouldNotContain("data.check");
    }

    [Theory]
    [InlineData("hapus data saya")]
    [InlineData("hapus foto saya")]
    [InlineData("tolong hapus semua data pribadi saya")]
    [InlineData("delete my data")]
    public void Wish_to_be_forgotten_says_what_goes_and_what_stays(string text)
    {
        var asked = Phone().Say(text);
        asked.At.ShouldBe("hapus-data/yakin");
        asked.Text.ShouldContain("Yang *dihapus* dari layanan WhatsApp ini");
        asked.Text.ShouldContain("*tidak* dihapus");
        _acts.ShouldNotContain("data.erase");
    }

    [Theory]
    [InlineData("salah nomor")]
    [InlineData("bukan nomor saya")]
    [InlineData("sudah rekam")]
    public void Claim_at_a_question_for_a_number_speaks_of_that_number(string text)
    {
        var phone = At("pastikan", "tanya").Say(text);
        phone.At.ShouldBe("pastikan/tanya");
        _acts.ShouldBeEmpty();
    }

    [Fact]
    public void Claim_while_something_is_asked_is_confirmed_before_it_is_noted()
    {
        var phone = At("menu", "pilih").Say("salah nomor");
        phone.At.ShouldBe("pengingat-bukan-yakin/yakin");
        _acts.ShouldBeEmpty();
        phone.Say("ya");
        _acts.ShouldBe(["reminder.answer"]);
    }

    [Fact]
    public void First_words_of_a_complaint_are_the_complaint()
    {
        string? sent = null;
        var phone = new Chat(ShippedTalk.Engine, act =>
        {
            if (act.Name == "complaint.submit") sent = act.Arguments["teks"];
            return act.Name == "case.list" ? ActResult.Of("none") : ActResult.Of("ok", ("aduan-nomor", DialogValue.Of("P-1")));
        });
        phone.Say("diminta uang 200rb sama calo").Text.ShouldContain("diminta uang 200rb sama calo");
        phone.Say("di depan loket 2 kemarin siang", "tidak");
        sent.ShouldBe("diminta uang 200rb sama calo\ndi depan loket 2 kemarin siang");
        phone.State.Values.Values.ShouldAllBe(value => !value.Text.Contains("calo", StringComparison.Ordinal));
    }

    [Fact]
    public void Complaint_that_names_a_number_is_read_back_without_it()
    {
        var phone = new Chat(ShippedTalk.Engine, act => act.Name == "case.list" ? ActResult.Of("none") : ActResult.Of("ok", ("aduan-nomor", DialogValue.Of("P-1"))));
        var told = phone.Say("diminta uang sama calo, nik saya 3672016708959901").Text;
        told.ShouldContain("367201********01");
        told.ShouldNotContain("3672016708959901");
    }

    [Theory]
    [InlineData("cukup")]
    [InlineData("itu saja kak")]
    [InlineData("sudah")]
    public void Complaint_needs_no_more_than_its_first_words(string enough)
    {
        string? sent = null;
        var phone = new Chat(ShippedTalk.Engine, act =>
        {
            if (act.Name == "complaint.submit") sent = act.Arguments["teks"];
            return act.Name == "case.list" ? ActResult.Of("none") : ActResult.Of("ok", ("aduan-nomor", DialogValue.Of("P-1")));
        });
        phone.Say("petugas loket 3 jutek dan marah marah", enough, "boleh");
        sent.ShouldBe("petugas loket 3 jutek dan marah marah");
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

    private Chat Phone() => new(ShippedTalk.Engine, Act);

    private Chat At(string dialog, string node) => new Chat(ShippedTalk.Engine, Act).From(new DialogState { Stack = [new DialogFrame(dialog, node)] });

    private ActResult Act(ActRequest act)
    {
        _acts.Add(act.Name);
        return act.Name is "case.list" or "booking.list" ? ActResult.Of("none") : ActResult.Ok;
    }
}
