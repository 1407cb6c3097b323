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

    [Theory]
    [InlineData("salah sambung")]
    [InlineData("salah nomor")]
    [InlineData("maaf salah nomor pak")]
    [InlineData("bukan nomor dia")]
    [InlineData("nomor ini bukan punya Siti")]
    [InlineData("nomor hp ini bukan milik anak saya")]
    [InlineData("mas kayaknya salah sambung deh, saya tidak kenal")]
    [InlineData("ini bukan nomornya pak")]
    [InlineData("bukan saya yang punya nomor")]
    [InlineData("nomor ini udah bukan punya dia")]
    [InlineData("wrong number")]
    [InlineData("this is not his number")]
    public void Wrong_number_in_ones_own_words_is_confirmed_before_it_is_noted(string text)
    {
        var phone = Phone().Say(text);
        phone.At.ShouldBe("pengingat-bukan-yakin/yakin");
        _acts.ShouldBeEmpty();
        phone.Say("maksudnya?").At.ShouldBe("pengingat-bukan-yakin/yakin");
        _acts.ShouldBeEmpty();
        phone.Say("ya");
        _acts.ShouldBe(["reminder.answer"]);
    }

    [Theory]
    [InlineData("nomor ini bukan punya Siti")]
    [InlineData("bukan nomor dia")]
    public void Wrong_number_at_a_menu_is_confirmed_too_and_a_no_notes_nothing(string text)
    {
        var phone = At("menu", "pilih").Say(text);
        phone.At.ShouldBe("pengingat-bukan-yakin/yakin");
        phone.Say("bukan itu").Text.ShouldContain("tidak ada yang kami catat");
        _acts.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("nomor kk ini bukan punya saya")]
    [InlineData("nik saya salah nomor")]
    [InlineData("nomor ini bukan nomor resmi dukcapil ya?")]
    [InlineData("foto kk kekirim salah nomor, tolong dihapus dari server")]
    public void Number_on_papers_is_no_wrong_number(string text)
    {
        Phone().Say(text).At.ShouldNotStartWith("pengingat-bukan");
    }

    [Theory]
    [InlineData("bukan saya")]
    [InlineData("Bukan saya")]
    [InlineData("not me")]
    public void Button_of_a_reminder_is_an_answer_to_it(string text)
    {
        Phone().Say(text);
        _acts.ShouldBe(["reminder.answer"]);
    }

    private Chat Phone() => new(ShippedTalk.Engine, Act);

    private Chat At(string dialog, string node) =>
        new Chat(ShippedTalk.Engine, Act).From(new DialogState { Stack = [new DialogFrame(dialog, node)] });

    private ActResult Act(ActRequest act)
    {
        _acts.Add(act.Name);
        return act.Name is "case.list" or "booking.list" ? ActResult.Of("none") : ActResult.Ok;
    }
}
