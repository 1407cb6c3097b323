namespace Dukcapil.Bot.Tests.Content;

public sealed class OwnCasesTests
{
    [Fact]
    public void Status_of_the_only_case_is_told_at_once()
    {
        var phone = WithCase();
        phone.Write("STATUS").ShouldContain("*UJI-001* – KTP-el: belum rekam");
    }

    [Fact]
    public void Status_of_several_cases_asks_which()
    {
        var phone = WithCase();
        phone.Write(["menu", "1", "6", "ya", "1", .. Applications.Answers["ktp-rusak-hilang"]]);
        phone.Photograph(4);
        phone.Write("1").ShouldContain("UJI-002");
        phone.Write("STATUS").ShouldContain("Permohonan mana");
        phone.Write("2").ShouldContain("*UJI-002* – KTP-el rusak atau hilang");
    }

    [Fact]
    public void Check_with_the_number_shows_the_case()
    {
        var phone = WithCase();
        phone.Write("CEK uji-001").ShouldContain("*UJI-001*");
        phone.Write("CEK").ShouldContain("nomor permohonan");
        phone.Write("UJI-001").ShouldContain("*UJI-001*");
    }

    [Fact]
    public void Cancelling_a_sent_case_asks_once_and_is_done()
    {
        var phone = WithCase();
        phone.Write("permohonan saya", "Batalkan").ShouldContain("Yakin ingin membatalkan?");
        phone.Write("ya").ShouldContain("Permohonan *UJI-001* sudah dibatalkan");
    }

    [Fact]
    public void Case_the_office_works_on_cannot_be_cancelled_here()
    {
        var phone = WithCase();
        phone.Office.AskAgain();
        phone.Write("permohonan saya", "Batalkan", "ya").ShouldContain("tidak dapat dibatalkan lewat WhatsApp");
    }

    [Fact]
    public void Status_tells_for_whom_where_and_how_far_the_case_is()
    {
        var phone = WithCase();
        phone.Write("STATUS").ShouldSatisfyAllConditions(
            told => told.ShouldContain("Untuk: Budi"),
            told => told.ShouldNotContain("Santoso"),
            told => told.ShouldContain("Keadaan: Diajukan"),
            told => told.ShouldContain("Sekarang di loket pelayanan, langkah 1 dari"));
        phone.Write("ENGLISH", "STATUS").ShouldContain("Now at the service counter, step 1 of");
    }

    [Fact]
    public void Status_tells_which_papers_are_wanted_again_and_how_to_send_them()
    {
        var phone = WithCase();
        phone.Office.AskAgain();
        phone.Write("STATUS").ShouldContain("Perlu dikirim ulang: Formulir permohonan yang sudah diisi");
        phone.Write("STATUS").ShouldContain("*KIRIM ULANG*");
    }

    [Theory]
    [InlineData("loket")]
    [InlineData("dibawa ke loket")]
    public void Paper_that_is_wanted_again_can_be_brought_to_the_counter(string words)
    {
        var phone = WithCase();
        phone.Office.AskAgain();
        phone.Write("KIRIM ULANG").ShouldContain("*loket*");
        phone.Write(words).ShouldContain("dibawa ke loket");
        phone.Write("STATUS").ShouldContain("Dibawa ke loket: Formulir permohonan yang sudah diisi");
        phone.Write("KIRIM ULANG").ShouldContain("tidak ada berkas yang perlu dikirim ulang");
    }

    [Fact]
    public void Photo_out_of_the_blue_goes_to_the_paper_that_was_asked_again()
    {
        var phone = WithCase();
        phone.Office.AskAgain();
        phone.Photo().ShouldContain("Apakah ini *Formulir permohonan yang sudah diisi*");
        phone.Write("ya").ShouldContain("sudah kami terima");
        phone.Office.Acts.Last().Arguments["foto"].ShouldBe("foto-3");
    }

    [Fact]
    public void Resend_word_asks_for_the_photo_with_the_reason()
    {
        var phone = WithCase();
        phone.Office.AskAgain();
        phone.Write("KIRIM ULANG").ShouldContain("Yang perlu diperbaiki");
        phone.Photo().ShouldContain("untuk permohonan *UJI-001* sudah kami terima");
    }

    [Fact]
    public void Photo_out_of_the_blue_with_nothing_asked_invites_to_apply()
    {
        var phone = new Phone();
        phone.Photo().ShouldContain("Mau mengurus dokumen sekarang?");
        phone.Write("ya").ShouldContain("Layanan mana");
    }

    private static Phone WithCase()
    {
        var phone = new Phone();
        phone.ToPapers("ktp-rekam-data-ada");
        phone.Photograph(2);
        phone.Write("1").ShouldContain("UJI-001");
        return phone;
    }
}
