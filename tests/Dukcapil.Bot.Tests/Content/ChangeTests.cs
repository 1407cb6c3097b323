namespace Dukcapil.Bot.Tests.Content;

public sealed class ChangeTests
{
    [Fact]
    public void Name_changed_in_the_summary_shows_in_the_next_one()
    {
        var phone = AtSummary();
        phone.Write("Ada yang diubah").ShouldContain("Bagian mana");
        phone.Write("Nama").ShouldContain("nama lengkap");
        var summary = phone.Write("Siti Aminah");
        summary.ShouldContain("Nama: Siti Aminah");
        summary.ShouldContain("2. Fotokopi KK – foto terkirim");
    }

    [Fact]
    public void Circumstances_changed_ask_for_the_papers_that_now_apply()
    {
        var phone = AtSummary();
        phone.Write("2", "Keadaan", "Rusak").ShouldContain("status perkawinan");
        phone.Write("Kawin").ShouldContain("KTP-el yang rusak");
        phone.Photo();
        var summary = phone.Write("lanjut");
        summary.ShouldContain("1. KTP-el yang rusak – foto terkirim");
        summary.ShouldContain("4. Surat keterangan kehilangan dari kepolisian – tidak berlaku");
    }

    [Fact]
    public void Paper_changed_in_the_summary_takes_the_new_photo()
    {
        var phone = AtSummary();
        phone.Write("2", "Berkas", "ganti 2");
        phone.Photo();
        phone.Write("lanjut").ShouldContain("2. Fotokopi KK – foto terkirim");
        var papers = phone.Conversation.State.Values["berkas"].Checklist.ShouldNotBeNull();
        papers["kk"].Media.ShouldBe(["foto-5"]);
    }

    [Fact]
    public void Nothing_to_change_leads_back_to_the_summary()
    {
        var phone = AtSummary();
        phone.Write("2", "Tidak ada").ShouldContain("siap dikirim");
    }

    [Fact]
    public void Not_sending_after_all_asks_once()
    {
        var phone = AtSummary();
        phone.Write("Tidak jadi").ShouldContain("Yakin ingin berhenti mengisi?");
        phone.Write("ya").ShouldContain("tidak ada yang dikirim");
        phone.Office.Cases.ShouldBeEmpty();
    }

    private static Phone AtSummary()
    {
        var phone = new Phone();
        phone.ToPapers("ktp-rusak-hilang");
        phone.Photograph(4);
        return phone;
    }
}
