namespace Dukcapil.Bot.Tests.Content;

public sealed class OwnWordsTests
{
    [Theory]
    [InlineData("min ktp saya hilang, mau bikin lagi", "KTP-el rusak atau hilang")]
    [InlineData("syarat sktt", "SKTT orang asing")]
    [InlineData("mau bikin ktp", "Layanan mana")]
    [InlineData("ktp saya udah jadi belum", "Belum ada permohonan")]
    [InlineData("kantor dukcapil cilegon alamatnya dmn", "(alamat kantor)")]
    [InlineData("bikin ktp bayar ga", "gratis")]
    [InlineData("registrasi kartu telkomsel gagal terus nik ga cocok", "KK terbaru")]
    [InlineData("penduduk non permanen", "paling lama 1 tahun")]
    [InlineData("kenapa harus rekam ktp", "wajib bagi warga")]
    [InlineData("mau bicara dengan petugas", "(alamat kantor)")]
    [InlineData("petugas loket 3 jutek banget", "SP4N-LAPOR")]
    [InlineData("mau buat janji datang", "Layanan mana")]
    [InlineData("janji saya diundur ke jumat bisa", "Belum ada janji temu")]
    [InlineData("batalkan janji saya", "Belum ada janji temu")]
    [InlineData("ganti bahasa", "Choose a language")]
    [InlineData("terima kasih", "Sama-sama")]
    [InlineData("jangan kirim pesan lagi", "tidak akan mengirim pesan lebih dahulu")]
    [InlineData("hapus data saya", "Yang *dihapus*")]
    [InlineData("bikin akta kelahiran anak", "belum dapat diurus lewat WhatsApp ini")]
    public void Sentence_is_answered_with_what_it_asks_for(string sentence, string answer)
    {
        new Phone().Write(sentence).ShouldContain(answer);

        var atMenu = new Phone();
        atMenu.Write("halo");
        atMenu.Write(sentence).ShouldContain(answer);
    }

    [Fact]
    public void First_contact_greets_once_and_names_the_other_language()
    {
        var phone = new Phone();
        phone.Write("halo").ShouldContain("*ENGLISH*");
        phone.Write("menu").ShouldNotContain("Selamat datang");
    }

    [Fact]
    public void First_contact_that_asks_for_English_is_greeted_in_it()
    {
        var phone = new Phone();
        phone.Write("english").ShouldContain("Welcome");
        phone.Offered.ShouldContain("Apply for a document");
        phone.Write("bahasa indonesia").ShouldContain("Apa yang Anda perlukan?");
    }

    [Fact]
    public void Nonsense_is_answered_with_an_apology_and_the_menu()
    {
        var phone = new Phone();
        phone.Write("halo", "5");
        var reply = phone.Write("xqzt");
        reply.ShouldContain("belum memahami");
        reply.ShouldContain("Apa yang Anda perlukan?");
    }

    [Theory]
    [InlineData("Warga asing;KITAP", "kk-ktp-orang-asing")]
    [InlineData("Warga asing;KITAS", "sktt")]
    [InlineData("Warga Indonesia;KTP-el pertama;Sudah tercatat", "ktp-rekam-data-ada")]
    [InlineData("Warga Indonesia;KTP-el pertama;Belum tercatat", "ktp-rekam-baru")]
    [InlineData("Warga Indonesia;KTP-el hilang/rusak", "ktp-rusak-hilang")]
    [InlineData("Warga Indonesia;Pindah ke Cilegon;KK dulu", "kk-pindah-datang")]
    [InlineData("Warga Indonesia;Pindah ke Cilegon;KTP-el saja", "ktp-pindah-datang")]
    [InlineData("Warga Indonesia;Data berubah", "ktp-ubah-data")]
    public void Few_questions_lead_to_the_service(string answers, string alur)
    {
        var phone = new Phone();
        phone.Write("halo", "1", "Bantu saya memilih");
        phone.Write(answers.Split(';')).ShouldContain($"Berkas untuk *{ShippedContent.Value.Alur.Find(alur)!.Title.Id}*");
    }

    [Theory]
    [InlineData("Warga asing;Belum punya", "Kantor Imigrasi")]
    [InlineData("Warga Indonesia;Keperluan lain", "belum dapat diurus di sini")]
    [InlineData("Warga Indonesia;KTP-el pertama;Tidak tahu", "Lihat KK keluarga")]
    public void Questions_that_lead_nowhere_end_with_advice(string answers, string advice)
    {
        var phone = new Phone();
        phone.Write("halo", "1", "Bantu saya memilih");
        phone.Write(answers.Split(';')).ShouldContain(advice);
        phone.Conversation.State.Stack.ShouldBeEmpty();
    }

    [Fact]
    public void Requirements_lead_to_applying_without_being_told_twice()
    {
        var phone = new Phone();
        phone.Write("syarat ktp hilang").ShouldContain("Mau mengurusnya sekarang");
        var next = phone.Write("ya");
        next.ShouldContain("Perlindungan data");
        next.ShouldNotContain("Berkas untuk");
    }
}
