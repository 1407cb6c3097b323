namespace Dukcapil.Bot.Tests.Content;

public sealed class KeywordTests
{
    private const string AsksNik = "Ketik *NIK* Anda";

    [Fact]
    public void Menu_in_the_middle_leaves_for_the_menu()
    {
        var phone = AtNik();
        phone.Write("MENU").ShouldContain("Apa yang Anda perlukan?");
    }

    [Fact]
    public void Back_in_the_middle_asks_the_previous_question_and_keeps_the_answer()
    {
        var phone = AtNik();
        phone.Write("KEMBALI").ShouldContain("Budi Santoso");
        phone.Write("tetap").ShouldContain(AsksNik);
    }

    [Fact]
    public void Repeat_in_the_middle_says_the_question_again()
    {
        var phone = AtNik();
        phone.Write("ULANG").ShouldContain(AsksNik);
    }

    [Fact]
    public void Cancel_in_the_middle_asks_once_and_forgets_the_answers()
    {
        var phone = AtNik();
        phone.Write("BATAL").ShouldContain("Yakin ingin berhenti mengisi?");
        phone.Write("ya").ShouldContain("tidak ada yang dikirim");
        phone.Conversation.State.Stack.ShouldBeEmpty();
        phone.Conversation.State.Values.Keys.ShouldNotContain("nama");
    }

    [Fact]
    public void Cancel_taken_back_goes_on_where_it_was()
    {
        var phone = AtNik();
        phone.Write("BATAL");
        phone.Write("tidak").ShouldContain(AsksNik);
    }

    [Fact]
    public void Cancel_with_nothing_going_on_says_so()
    {
        var phone = new Phone();
        phone.Write("halo");
        phone.Write("batal").ShouldContain("Tidak ada pengisian yang sedang berjalan");
    }

    [Theory]
    [InlineData("STATUS", "Belum ada permohonan")]
    [InlineData("BANTUAN", "*KEMBALI*")]
    [InlineData("PETUGAS", "(alamat kantor)")]
    [InlineData("CEK UJI-009", "tidak ditemukan")]
    [InlineData("KIRIM ULANG", "tidak ada berkas yang perlu dikirim ulang")]
    [InlineData("BERHENTI", "tidak akan mengirim pesan lebih dahulu")]
    [InlineData("MULAI", "mengabari Anda lagi")]
    public void Question_on_the_side_is_answered_and_the_open_one_asked_again(string word, string answer)
    {
        var phone = AtNik();
        var reply = phone.Write(word);
        reply.ShouldContain(answer);
        reply.ShouldContain(AsksNik);
    }

    [Fact]
    public void Language_changed_in_the_middle_asks_again_in_it()
    {
        var phone = AtNik();
        phone.Write("ENGLISH").ShouldContain("Please type your *NIK*");
        phone.Write("INDONESIA").ShouldContain(AsksNik);
    }

    [Fact]
    public void Pause_in_the_middle_tells_the_step_and_goes_on()
    {
        var phone = AtNik();
        var told = phone.Write("halo", TimeSpan.FromHours(3));
        told.ShouldContain("mengurus dokumen, langkah 4 dari 6");
        phone.Write("1").ShouldContain(AsksNik);
    }

    [Fact]
    public void Question_failed_three_times_offers_help()
    {
        var phone = AtNik();
        phone.Write("x", "y", "z").ShouldContain("sulit dijawab");
        phone.Write("Coba lagi").ShouldContain(AsksNik);
    }

    [Fact]
    public void Right_answer_while_help_is_offered_is_taken()
    {
        var phone = AtNik();
        phone.Write("x", "y", "z").ShouldContain("sulit dijawab");
        phone.Write(Applications.Nik).ShouldContain("*nomor KK*");
    }

    [Fact]
    public void Photo_while_help_is_offered_goes_to_the_list_it_is_about()
    {
        var phone = new Phone();
        phone.ToPapers("ktp-rekam-data-ada");
        phone.Write("x", "y", "z").ShouldContain("sulit dijawab");
        phone.Photo().ShouldContain("✅ 1.");
    }

    [Fact]
    public void Photo_while_going_on_is_offered_goes_to_the_list_it_is_about()
    {
        var phone = new Phone();
        phone.ToPapers("ktp-rekam-data-ada");
        phone.Write("halo", TimeSpan.FromHours(3)).ShouldContain("Lanjutkan?");
        phone.Photo().ShouldContain("✅ 1.");
    }

    [Theory]
    [InlineData("BANTUAN")]
    [InlineData("ULANG")]
    [InlineData("STATUS")]
    public void Earlier_answer_is_still_offered_after_a_word_on_the_side(string word)
    {
        var phone = AtNik();
        phone.Write("KEMBALI", word).ShouldContain("Tulis *tetap*");
        phone.Write("tetap").ShouldContain(AsksNik);
    }

    [Fact]
    public void Photo_sent_too_early_is_said_to_be_asked_for_later()
    {
        var phone = AtNik();
        var reply = phone.Photo();
        reply.ShouldContain("kami minta sebentar lagi");
        reply.ShouldContain(AsksNik);
    }

    [Theory]
    [InlineData("mesin.tak-didukung.stiker")]
    [InlineData("mesin.tak-didukung.lain")]
    public void Message_of_an_unusable_kind_is_refused_and_the_question_asked_again(string kind)
    {
        var phone = AtNik();
        phone.Unsupported(kind).ShouldContain(AsksNik);
    }

    [Fact]
    public void Back_never_goes_behind_a_consent_that_was_recorded()
    {
        var phone = new Phone();
        phone.ToSubject("sktt");
        phone.Write("KEMBALI").ShouldContain("untuk siapa");
    }

    [Fact]
    public void Erasing_data_ends_what_was_being_filled_in()
    {
        var phone = AtNik();
        phone.Write("HAPUS DATA").ShouldContain("Yang *dihapus*");
        phone.Write("ya").ShouldContain("sudah dihapus");
        phone.Conversation.State.Stack.ShouldBeEmpty();
    }

    private static Phone AtNik()
    {
        var phone = new Phone();
        phone.ToSubject("ktp-rusak-hilang");
        phone.Write("1", "Budi Santoso").ShouldContain(AsksNik);
        return phone;
    }
}
