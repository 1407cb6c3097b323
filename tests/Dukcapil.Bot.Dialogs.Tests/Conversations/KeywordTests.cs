namespace Dukcapil.Bot.Dialogs.Tests.Conversations;

public sealed class KeywordTests
{
    [Theory]
    [InlineData("menu", "beranda/menu")]
    [InlineData("  MENU! ", "beranda/menu")]
    [InlineData("Menu Utama", "beranda/menu")]
    [InlineData("bantuan", "urus/nama")]
    [InlineData("batal", "batal/yakin")]
    [InlineData("ulang", "urus/nama")]
    [InlineData("kembali", "beranda/layanan")]
    public void Keyword_at_a_name_question_is_a_keyword(string text, string at) => AtName().Say(text).At.ShouldBe(at);

    [Theory]
    [InlineData("Cek Wahyuni", "urus/nik")]
    [InlineData("Status Menunggu", "urus/nik")]
    public void Keyword_that_only_begins_a_name_is_the_name(string text, string at) => AtName().Say(text).At.ShouldBe(at);

    [Fact]
    public void Keyword_with_a_number_at_a_name_question_is_the_keyword() =>
        AtName().Say("cek 12345").Text.ShouldStartWith("Permohonan 12345");

    [Fact]
    public void Option_with_the_same_word_wins_over_a_keyword()
    {
        var chat = new Chat().Say("halo", "1", "ktp rusak", "Siti Aminah", "3672014107909901", "Ciwaduk", "batal");
        chat.State.Values["nikah"].Text.ShouldBe("batal");
    }

    [Fact]
    public void Keyword_without_its_rest_forgets_an_earlier_one()
    {
        var chat = new Chat().Say("cek 12345");
        chat.Say("cek").State.Values.Keys.ShouldNotContain("nomor");
    }

    [Theory]
    [InlineData("kembali")]
    [InlineData("ulang")]
    [InlineData("halo")]
    public void Keyword_with_nothing_asked_begins_the_menu(string text) => new Chat().Say(text).At.ShouldBe("beranda/menu");

    [Fact]
    public void Same_keyword_again_and_again_does_not_nest()
    {
        var chat = AtName();
        for (var time = 0; time < 30; time++) chat.Say("batal");
        chat.State.Stack.Count.ShouldBe(3);
        chat.Faults.ShouldBeEmpty();
    }

    [Fact]
    public void Answers_given_on_top_of_a_question_are_no_way_back()
    {
        AtName().Say("batal", "tidak", "kembali").At.ShouldBe("beranda/layanan");
    }

    private static Chat AtName() => new Chat().Say("halo", "1", "kk");
}
