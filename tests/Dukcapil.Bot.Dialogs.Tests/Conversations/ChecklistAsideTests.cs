namespace Dukcapil.Bot.Dialogs.Tests.Conversations;

/// <summary>What stands when a resident turns away from the checklist for a moment.</summary>
public sealed class ChecklistAsideTests
{
    private const string Opening = "Sekarang foto berkasnya.";
    private const string WhichNumber = "Untuk nomor berapa foto ini?";

    private readonly Chat _chat = AtChecklist();

    [Theory]
    [InlineData("bantuan")]
    [InlineData("ulang")]
    [InlineData("batal;tidak")]
    public void List_is_shown_again_without_its_opening(string aside)
    {
        _chat.Photo("a").Say(aside.Split(';')).Text.ShouldContain("✅ 1. KTP-el");
        _chat.Text.ShouldNotContain(Opening);
    }

    [Theory]
    [InlineData("bantuan")]
    [InlineData("ulang")]
    [InlineData("batal;tidak")]
    [InlineData("menu;kembali")]
    [InlineData("kembali;menikah")]
    public void Held_photo_is_asked_about_again(string aside)
    {
        Filled().Photo("x").Say(aside.Split(';')).Text.ShouldContain(WhichNumber);
        _chat.Say("2");
        Media("surat").ShouldBe(["x"]);
    }

    [Fact]
    public void Held_photo_survives_a_sticker()
    {
        Filled().Photo("x").Unsupported("mesin.tak-didukung.stiker").Text.ShouldContain(WhichNumber);
        _chat.Say("2");
        Media("surat").ShouldBe(["x"]);
    }

    [Fact]
    public void Held_photo_stands_while_another_item_is_marked()
    {
        Filled().Photo("x").Say("loket 1").Text.ShouldContain(WhichNumber);
        _chat.Say("2");
        Media("surat").ShouldBe(["x"]);
    }

    [Fact]
    public void Held_photo_that_is_not_placed_is_said_to_be_unused() =>
        Filled().Photo("x").Say("selesai").Text.ShouldContain("tidak kami pakai");

    [Theory]
    [InlineData("bantuan")]
    [InlineData("ulang")]
    public void Chosen_item_stays_chosen(string aside)
    {
        _chat.Photo("a").Say("1", aside).Text.ShouldContain("foto baru nomor 1");
        _chat.Photo("b");
        Media("ktp").ShouldBe(["b"]);
    }

    [Fact]
    public void Question_about_the_open_items_is_asked_again()
    {
        _chat.Photo("a").Say("selesai", "bantuan").Text.ShouldContain("Yang belum dikirim");
        _chat.Say("ya").At.ShouldBe("urus/ringkas");
    }

    [Fact]
    public void New_application_begins_with_a_clean_list()
    {
        Filled().Photo("x").Say("menu", "1", "kk", "Siti Aminah", "3672014107909901", "Ciwaduk", "menikah").Text.ShouldContain(Opening);
        _chat.Text.ShouldNotContain(WhichNumber);
        _chat.Photo("y");
        Media("ktp").ShouldBe(["y"]);
    }

    private static Chat AtChecklist() => new Chat().Say("halo", "1", "kk", "Siti Aminah", "3672014107909901", "Ciwaduk", "menikah");

    private Chat Filled() => _chat.Photo("a").Photo("b").Photo("c");

    private IReadOnlyList<string> Media(string item) => _chat.State.Values["berkas"].Checklist![item].Media;
}
