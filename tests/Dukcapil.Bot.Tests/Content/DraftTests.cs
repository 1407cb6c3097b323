namespace Dukcapil.Bot.Tests.Content;

/// <summary>An application that was left in the middle: it is kept, said to be kept, and given up only with a yes.</summary>
public sealed class DraftTests
{
    private const string Kept = "Isian Anda masih tersimpan";
    private const string GoOn = "Lanjutkan isian";
    private const string Anew = "Mulai yang baru";
    private const string AsksNik = "Ketik *NIK* Anda";

    [Fact]
    public void Menu_in_the_middle_says_that_the_answers_are_kept_and_how_to_go_on()
    {
        var phone = LeftAtNik();
        var menu = phone.Write("MENU");
        menu.ShouldContain(Kept);
        menu.ShouldContain("*KEMBALI*");
        phone.Offered.ShouldContain(GoOn);
    }

    [Theory]
    [InlineData("KEMBALI")]
    [InlineData("Lanjutkan isian")]
    [InlineData("lanjut")]
    public void Going_on_from_the_menu_asks_the_question_that_was_left(string word) => LeftAtNik().Write(word).ShouldContain(AsksNik);

    [Theory]
    [InlineData("3")]
    [InlineData("5")]
    [InlineData("2;8;tidak")]
    [InlineData("STATUS")]
    public void Back_after_looking_at_something_else_goes_on(string aside)
    {
        var phone = LeftAtNik();
        phone.Write(aside.Split(';'));
        phone.Write("MENU", "KEMBALI").ShouldContain(AsksNik);
        phone.Write("MENU");
        phone.Write(aside.Split(';'));
        phone.Write("KEMBALI").ShouldContain(AsksNik);
    }

    [Fact]
    public void Photos_and_service_are_those_of_the_draft_after_reading_about_another_service()
    {
        var phone = new Phone();
        phone.ToPapers("ktp-rekam-data-ada");
        phone.Photo();
        phone.Write("MENU", "2", "8", "tidak", "KEMBALI").ShouldContain("✅ 1.");
        phone.Photo();
        phone.Write("lanjut").ShouldContain("*KTP-el: belum rekam*");
        phone.Write("1").ShouldContain("UJI-001");
    }

    [Theory]
    [InlineData("1")]
    [InlineData("ktp saya hilang, mau bikin lagi")]
    [InlineData("2;8;ya")]
    public void Another_application_asks_first_what_becomes_of_the_draft(string words)
    {
        var phone = LeftAtNik();
        phone.Write(words.Split(';')).ShouldContain("belum dikirim");
        phone.Offered.ShouldBe([GoOn, Anew]);
        phone.Write(GoOn).ShouldContain(AsksNik);
    }

    [Fact]
    public void Starting_anew_forgets_the_draft_and_leads_to_what_was_wanted()
    {
        var phone = LeftAtNik();
        phone.Write("ktp saya hilang, mau bikin lagi", Anew).ShouldContain("Berkas untuk *KTP-el rusak atau hilang*");
        phone.Conversation.State.Values.Keys.ShouldNotContain("nama");
        phone.Write("MENU", "KEMBALI").ShouldContain("Lanjut mengurus sekarang?");
    }

    [Fact]
    public void Cancel_at_the_menu_gives_the_draft_up_after_a_yes()
    {
        var phone = LeftAtNik();
        phone.Write("BATAL").ShouldContain("Yakin ingin berhenti mengisi?");
        phone.Write("ya");
        phone.Conversation.State.Values.Keys.ShouldNotContain("nama");
        phone.Write("MENU").ShouldNotContain(Kept);
    }

    [Fact]
    public void Way_to_the_menu_that_help_offers_keeps_the_draft_too()
    {
        var phone = AtNik();
        phone.Write("x", "y", "z", "Ke menu utama").ShouldContain(Kept);
        phone.Write("KEMBALI").ShouldContain(AsksNik);
    }

    [Fact]
    public void Photo_at_the_menu_is_told_to_wait_for_the_draft() => LeftAtNik().Photo().ShouldContain(Kept);

    [Fact]
    public void Sent_application_leaves_no_draft()
    {
        var phone = LeftAtNik();
        phone.Write(["KEMBALI", Applications.Nik, .. Applications.Answers["ktp-rusak-hilang"].Skip(2)]);
        phone.Photograph(4);
        phone.Write("1").ShouldContain("UJI-001");
        phone.Write("MENU").ShouldNotContain(Kept);
    }

    private static Phone LeftAtNik()
    {
        var phone = AtNik();
        phone.Write("MENU");
        return phone;
    }

    private static Phone AtNik()
    {
        var phone = new Phone();
        phone.ToSubject("ktp-rusak-hilang");
        phone.Write("1", "Budi Santoso").ShouldContain(AsksNik);
        return phone;
    }
}
