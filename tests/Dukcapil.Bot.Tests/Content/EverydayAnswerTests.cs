namespace Dukcapil.Bot.Tests.Content;

public sealed class EverydayAnswerTests
{
    private const string Sentence = $"budi santoso nik {Applications.Nik} kk {Applications.FamilyCard}";

    [Fact]
    public void First_words_answer_a_question_and_shorten_the_list()
    {
        var phone = new Phone();
        var list = phone.Write("KTP saya hilang");
        list.ShouldContain("Surat keterangan kehilangan");
        list.ShouldNotContain("KTP-el yang rusak");
        phone.Write("ya", "ya", "1", Sentence).ShouldContain("status perkawinan");
        phone.Write("bujang").ShouldContain("➖ 1. KTP-el yang rusak");
        phone.Write("loket semua", "lanjut").ShouldContain("Keadaan: Hilang; Belum kawin");
    }

    [Fact]
    public void Opposite_of_the_answer_is_not_stored()
    {
        var phone = new Phone();
        phone.ToSubject("ktp-rusak-hilang");
        phone.Write("1", Sentence).ShouldContain("rusak atau hilang");
        phone.Write("bkn rusak").ShouldContain("pilih salah satu");
        phone.Write("ilang, bkn rusak", "blm nikah bang");
        phone.Conversation.State.Values["kondisi"].Text.ShouldBe("hilang");
        phone.Conversation.State.Values["nikah"].Text.ShouldBe("belum");
    }

    [Theory]
    [InlineData("1", "belum")]
    [InlineData("1. Belum Kawin", "belum")]
    [InlineData("BLM KWN", "belum")]
    [InlineData("jomblo kak", "belum")]
    [InlineData("anak saya belum menikah", "belum")]
    [InlineData("KAWIN BELUM TERCATAT", "kawin")]
    [InlineData("nikah siri pak", "kawin")]
    [InlineData("sudah", "kawin")]
    [InlineData("saya sudah nikah 2 tahun yang lalu", "kawin")]
    [InlineData("cerai mati", "cerai")]
    [InlineData("udah cerai min", "cerai")]
    [InlineData("saya janda", "cerai")]
    [InlineData("pernah menikah", null)]
    [InlineData("mau kawin?", null)]
    public void Marital_status_is_read_in_chat_as_in_the_lists_of_the_office(string text, string? status)
    {
        var phone = new Phone();
        phone.ToSubject("ktp-rusak-hilang");
        phone.Write("1", Sentence, "hilang").ShouldContain("status perkawinan");
        phone.Write(text);
        (phone.Conversation.State.Values.GetValueOrDefault("nikah")?.Text).ShouldBe(status);
    }

    [Theory]
    [InlineData("yang diurus anak saya, Rizky", "anak")]
    [InlineData("istri", "pasangan")]
    [InlineData("buat emak", "orang-tua")]
    [InlineData("anak sy udh 17 thn", "anak")]
    public void Relation_said_with_whom_it_is_for_is_not_asked_again(string text, string relation)
    {
        var phone = new Phone();
        phone.ToSubject("ktp-rusak-hilang");
        phone.Write(text).ShouldContain("nama lengkap");
        phone.Conversation.State.Values["untuk"].Text.ShouldBe("keluarga");
        phone.Conversation.State.Values["hubungan"].Text.ShouldBe(relation);
    }

    [Theory]
    [InlineData("sy")]
    [InlineData("for me")]
    [InlineData("buat saya sendiri")]
    public void Oneself_is_understood(string text)
    {
        var phone = new Phone();
        phone.ToSubject("ktp-rusak-hilang");
        phone.Write(text).ShouldContain("nama lengkap* Anda,");
    }

    [Theory]
    [InlineData("salah sambung")]
    [InlineData("salah nomor")]
    [InlineData("nomor ini bukan punya Siti")]
    [InlineData("bukan nomor dia")]
    public void Wrong_number_at_the_question_for_a_name_is_neither_a_name_nor_a_claim(string text)
    {
        var phone = new Phone();
        phone.ToSubject("ktp-rusak-hilang");
        phone.Write("1").ShouldContain("nama lengkap");
        phone.Write(text).ShouldContain("nama");
        phone.Conversation.State.Values.ShouldNotContainKey("nama");
    }

    [Fact]
    public void Family_chosen_by_its_title_asks_for_the_relation()
    {
        var phone = new Phone();
        phone.ToSubject("ktp-rusak-hilang");
        phone.Write("Anggota keluarga").ShouldContain("hubungan");
    }

    [Fact]
    public void Everything_said_with_the_name_is_shown_once_and_not_asked_again()
    {
        var phone = new Phone();
        phone.ToSubject("ktp-rusak-hilang");
        var reply = phone.Write("1", Sentence);
        reply.ShouldContain("NIK: *367201********01*");
        reply.ShouldContain("Nomor KK: *367201********01*");
        reply.ShouldContain("rusak atau hilang");
        phone.Write("rusak", "bujang").ShouldNotContain("3672");
        phone.Write("loket semua", "lanjut").ShouldContain(Applications.MaskedNik);
    }

    [Theory]
    [InlineData("eh no kk ny salah", "nomor KK")]
    [InlineData("ganti nama", "nama lengkap")]
    [InlineData("namanya typo", "nama lengkap")]
    [InlineData("ini ko rusak? kan ilang", "rusak atau hilang")]
    [InlineData("itu hilang, bukan rusak", "rusak atau hilang")]
    [InlineData("ada yg salah", "Bagian mana")]
    public void Part_named_at_the_summary_is_changed_at_once(string text, string asks) => AtSummary().Write(text).ShouldContain(asks);

    [Theory]
    [InlineData("udah bener kirim aja")]
    [InlineData("kirim")]
    public void Nothing_to_change_after_all_leads_back_to_the_summary(string text)
    {
        var phone = AtSummary();
        phone.Write("ada yg salah", text).ShouldContain("siap dikirim");
        phone.Write("udah bener kirim aja").ShouldContain("UJI-001");
    }

    private static Phone AtSummary()
    {
        var phone = new Phone();
        phone.ToSubject("ktp-rusak-hilang");
        phone.Write("1", Sentence, "rusak", "bujang", "loket semua", "lanjut").ShouldContain("siap dikirim");
        return phone;
    }
}
