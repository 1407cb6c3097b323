using Dukcapil.Bot.Dialogs.Engine;

namespace Dukcapil.Bot.Dialogs.Tests.Conversations;

/// <summary>The living checklist, beside what the transcripts show.</summary>
public sealed class ChecklistTests
{
    private readonly Chat _chat = AtChecklist();

    [Fact]
    public void Photos_in_quick_succession_go_to_one_item()
    {
        _chat.Photo("a").Photo("b", secondsLater: 2).Photo("c", secondsLater: 5);
        Media("ktp").ShouldBe(["a", "b", "c"]);
    }

    [Fact]
    public void Photo_after_the_burst_goes_to_the_next_item()
    {
        _chat.Photo("a").Photo("b", secondsLater: 6);
        Media("ktp").ShouldBe(["a"]);
        Media("surat").ShouldBe(["b"]);
    }

    [Fact]
    public void Photo_after_a_text_starts_a_new_burst()
    {
        _chat.Photo("a").Say("2").Photo("b", secondsLater: 2);
        Media("surat").ShouldBe(["b"]);
    }

    [Theory]
    [InlineData("2", "surat")]
    [InlineData("no 3", "nikah")]
    [InlineData("surat pengantar", "surat")]
    [InlineData("ini fotonya ya pak", "ktp")]
    [InlineData("kartu tanda penduduk", "ktp")]
    [InlineData("suratnya", "surat")]
    [InlineData("yg ketiga", "nikah")]
    [InlineData("", "ktp")]
    public void Caption_names_the_item(string caption, string item)
    {
        _chat.Photo("a", caption);
        Media(item).ShouldBe(["a"]);
    }

    [Theory]
    [InlineData("F-1.02 sudah diisi")]
    [InlineData("akta lahir")]
    [InlineData("kk nya")]
    [InlineData("surat polisi")]
    public void Photo_of_a_paper_that_is_not_in_the_list_is_asked_about(string caption)
    {
        _chat.Photo("a", caption).Text.ShouldContain("Untuk nomor berapa foto ini?");
        _chat.State.Values.ShouldNotContainKey("berkas");
        _chat.Say("2");
        Media("surat").ShouldBe(["a"]);
    }

    [Fact]
    public void Photo_of_a_chosen_item_is_of_that_whatever_its_caption_says()
    {
        _chat.Say("3").Photo("a", "akta nikah kami");
        Media("nikah").ShouldBe(["a"]);
    }

    [Fact]
    public void Chosen_item_is_replaced_by_the_next_photo_and_its_burst()
    {
        _chat.Photo("a b").Say("1").Photo("c").Photo("d", secondsLater: 3);
        Media("ktp").ShouldBe(["c", "d"]);
    }

    [Theory]
    [InlineData("loket", "ktp")]
    [InlineData("NANTI", "ktp")]
    [InlineData("loket 3", "nikah")]
    [InlineData("3 loket", "nikah")]
    [InlineData("nomor 2 dibawa ke loket", "surat")]
    [InlineData("semua dibawa", "ktp surat nikah")]
    [InlineData("bawa surat pengantar", "surat")]
    [InlineData("loket 1, 3", "ktp nikah")]
    [InlineData("loket semua", "ktp surat nikah")]
    [InlineData("bawa semua ke loket", "ktp surat nikah")]
    public void Counter_words_mark_items(string text, string items)
    {
        _chat.Say(text);
        Entries().Where(entry => entry.Value.AtCounter).Select(entry => entry.Key).ShouldBe(items.Split(' '));
    }

    [Fact]
    public void Complete_list_asks_before_going_on()
    {
        _chat.Say("loket semua");
        _chat.At.ShouldBe("berkas-kk/daftar");
        _chat.Replies[^1].Menu!.Options.Select(option => option.Payload).ShouldBe(["berkas-kk/daftar/lanjut", "berkas-kk/daftar/ganti"]);
        _chat.Tap("berkas-kk/daftar/lanjut").At.ShouldBe("urus/ringkas");
    }

    [Fact]
    public void Tap_of_an_earlier_question_about_the_list_is_old()
    {
        _chat.Say("selesai").Tap("berkas-kk/daftar/lanjut").Text.ShouldContain("Tombol itu dari pertanyaan sebelumnya");
        _chat.At.ShouldBe("berkas-kk/daftar");
    }

    [Fact]
    public void Photo_replies_fold()
    {
        _chat.Photo("a").Replies.Select(reply => reply.FoldKey).ShouldBe(["daftar-berkas"]);
    }

    [Fact]
    public void Sticker_keeps_the_chosen_item()
    {
        _chat.Photo("a").Say("1").Unsupported("mesin.tak-didukung.stiker").Photo("b");
        Media("ktp").ShouldBe(["b"]);
    }

    [Fact]
    public void Rejected_photo_reopens_its_item()
    {
        _chat.Photo("a b").Reject("a").Text.ShouldContain("✅ 1. KTP-el (1 foto)");
        _chat.Reject("b").Text.ShouldContain("⬜ 1. KTP-el");
        Media("ktp").ShouldBeEmpty();
    }

    [Fact]
    public void Rejected_photo_after_the_list_was_left_is_said_and_forgotten()
    {
        _chat.Photo("a").Say("loket semua", "lanjut").Reject("a").Text.ShouldStartWith("Foto untuk KTP-el belum bisa dipakai.");
        _chat.At.ShouldBe("urus/ringkas");
        Media("ktp").ShouldBeEmpty();
        _chat.State.Values["berkas"].Label!.Id.ShouldBe("0 dikirim, 2 dibawa ke loket");
    }

    [Fact]
    public void Rejection_keeps_the_chosen_item()
    {
        _chat.Photo("a b").Say("1").Reject("a").Photo("c");
        Media("ktp").ShouldBe(["c"]);
    }

    [Fact]
    public void Rejection_with_nothing_asked_is_only_said()
    {
        var idle = new Chat().Reject("a");
        idle.Replies.Count.ShouldBe(1);
        idle.State.Stack.ShouldBeEmpty();
    }

    [Fact]
    public void Photo_for_a_full_list_is_held_until_a_number_comes()
    {
        _chat.Say("loket semua").Photo("x").Photo("y", secondsLater: 1).Say("2");
        Media("surat").ShouldBe(["x", "y"]);
    }

    private static Chat AtChecklist() => new Chat().Say("halo", "1", "kk", "Siti Aminah", "3672014107909901", "Ciwaduk", "menikah");

    private IReadOnlyDictionary<string, ChecklistEntry> Entries() => _chat.State.Values["berkas"].Checklist!;

    private IReadOnlyList<string> Media(string item) => Entries()[item].Media;
}
