namespace Dukcapil.Bot.Tests.Content;

public sealed class AlurJourneyTests
{
    [Theory]
    [InlineData("kk-pindah-datang", 4)]
    [InlineData("ktp-pindah-datang", 4)]
    [InlineData("ktp-rekam-baru", 6)]
    [InlineData("ktp-rekam-data-ada", 2)]
    [InlineData("ktp-ubah-data", 4)]
    [InlineData("ktp-rusak-hilang", 4)]
    [InlineData("kk-ktp-orang-asing", 6)]
    [InlineData("sktt", 6)]
    public void Application_with_all_papers_photographed_gets_a_number(string alur, int papers)
    {
        var phone = new Phone();
        var definition = ShippedContent.Value.Alur.Find(alur).ShouldNotBeNull();

        var list = phone.ToPapers(alur);
        foreach (var paper in definition.Berkas) list.ShouldContain(paper.Title.Id);
        var summary = phone.Photograph(papers);
        summary.ShouldContain(definition.Title.Id);
        summary.ShouldContain(Applications.Answers[alur][0]);
        summary.ShouldNotContain(Applications.Nik);
        summary.ShouldNotContain("belum ada");

        phone.Write("1").ShouldContain("UJI-001");
        phone.Office.Cases.ShouldHaveSingleItem().Alur.Id.ShouldBe(alur);
        phone.Conversation.State.Values.Keys.ShouldNotContain("nik");
        phone.Write("nanti saja");
        phone.Conversation.State.Stack.ShouldBeEmpty();
    }

    [Fact]
    public void Requirements_are_told_before_anything_is_asked()
    {
        var phone = new Phone();
        var told = phone.Write("halo", "1", "6");
        told.ShouldContain("1. KTP-el yang rusak (asli) – hanya bila rusak");
        told.ShouldContain("Fotokopi KK\n");
        told.ShouldContain("hanya bila kawin atau cerai hidup/mati");
        told.ShouldContain("Gratis");
        phone.Office.Acts.ShouldBeEmpty();
    }

    [Fact]
    public void Consent_refused_asks_for_no_data()
    {
        var phone = new Phone();
        phone.Write("halo", "1", "6", "ya").ShouldContain("30 hari");
        phone.Write("tidak").ShouldContain("tidak ada data yang kami minta");
        phone.Office.Acts.Select(act => act.Name).ShouldBe(["consent.check"]);
        phone.Conversation.State.Stack.ShouldBeEmpty();
    }

    [Fact]
    public void Consent_given_is_recorded_with_the_version_of_its_text_and_not_asked_again()
    {
        var phone = new Phone();
        phone.ToPapers("ktp-rekam-data-ada");
        phone.Photograph(2);
        phone.Write("1");
        phone.Office.Acts.Single(act => act.Name == "consent.record").Arguments["versi"]
            .ShouldBe(ShippedContent.Value.Texts["persetujuan.versi"].Id);
        phone.Write("urus dokumen", "6", "ya").ShouldContain("untuk siapa");
    }

    [Fact]
    public void Same_person_and_service_again_is_pointed_out()
    {
        var phone = new Phone();
        phone.ToPapers("ktp-rekam-data-ada");
        phone.Photograph(2);
        phone.Write("1");
        phone.Write(["menu", "1", "4", "ya", "1", .. Applications.Answers["ktp-rekam-data-ada"]]);
        phone.Photograph(2);
        phone.Write("1").ShouldContain("masih berjalan dengan nomor *UJI-001*");
        phone.Office.Cases.Count.ShouldBe(1);
    }

    [Fact]
    public void Marriage_paper_of_a_never_married_person_is_shown_as_not_applicable()
    {
        var phone = new Phone();
        phone.ToSubject("kk-pindah-datang");
        var list = phone.Write(["1", .. Applications.Answers["kk-pindah-datang"].SkipLast(1), "Belum kawin"]);
        list.ShouldContain("Fotokopi buku nikah/akta perceraian");
        list.ShouldContain("tidak berlaku");
        phone.Photograph(3).ShouldContain("4. Fotokopi buku nikah/akta perceraian – tidak berlaku");
    }

    [Fact]
    public void Every_paper_can_be_brought_to_the_counter()
    {
        var phone = new Phone();
        phone.ToPapers("ktp-rusak-hilang");
        phone.Write("loket semua");
        var summary = phone.Write("lanjut");
        summary.ShouldContain("2. Fotokopi KK – dibawa ke loket");
        phone.Write("1").ShouldContain("UJI-001");
    }
}
