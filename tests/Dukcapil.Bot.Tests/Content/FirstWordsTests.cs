namespace Dukcapil.Bot.Tests.Content;

public sealed class FirstWordsTests
{
    [Theory]
    [InlineData("ngurus surat pindah", "Pindahnya ke mana?")]
    [InlineData("sy mau pindah ke jakarta", "Pindah keluar dari Kota Cilegon")]
    [InlineData("ktp udh mati, mau perpanjang", "seumur hidup")]
    [InlineData("anak sy umur 16 mau bikin ktp", "sejak usia 16 tahun")]
    [InlineData("knp lama bgt", "belum menetapkan lamanya")]
    [InlineData("kapan jadinya?", "belum menetapkan lamanya")]
    [InlineData("udh smp mana berkas sy", "Belum ada permohonan")]
    [InlineData("26000025 gmn", "Nomor itu tidak ditemukan")]
    [InlineData("lho kan ktpnya ilang, mana ada fotonya", "tulis *loket*")]
    [InlineData("makasih ya, ktpnya udh saya ambil", "sudah di tangan")]
    public void Everyday_sentence_gets_its_answer(string text, string answer)
    {
        new Phone().Write(text).ShouldContain(answer);

        var atMenu = new Phone();
        atMenu.Write("halo");
        atMenu.Write(text).ShouldContain(answer);
    }

    [Fact]
    public void Moving_within_or_into_the_city_leads_to_its_service()
    {
        var phone = new Phone();
        phone.Write("ngurus surat pindah", "masuk ke cilegon").ShouldContain("Berkas untuk *KK pindah ke Cilegon*");
        phone.Write("menu", "ngurus surat pindah", "keluar").ShouldContain("loket kantor Disdukcapil");
    }

    [Fact]
    public void English_opening_switches_and_says_how_to_switch_back()
    {
        var phone = new Phone();
        var reply = phone.Write("Hi, I am a Korean engineer working in Cilegon. I have a KITAS. How do I apply?");
        reply.ShouldContain("*INDONESIA*");
        reply.ShouldContain("Papers for *SKTT for foreigners*");
        phone.Write("indonesia").ShouldContain("Berkas untuk *SKTT orang asing*");
        phone.Write("how do I do this in English, what is it about").ShouldNotContain("*INDONESIA*");
    }

    [Fact]
    public void Language_changed_after_the_list_reads_the_list_again()
    {
        var phone = new Phone();
        phone.Write("ktp saya hilang");
        var reply = phone.Write("english please");
        reply.ShouldContain("Papers for *Damaged or lost KTP-el*");
        reply.ShouldContain("Go on now?");
    }
}
