namespace Dukcapil.Bot.Tests.Content;

public sealed class SubjectTests
{
    [Fact]
    public void Family_member_is_asked_for_in_the_third_person()
    {
        var phone = new Phone();
        phone.ToSubject("ktp-rusak-hilang").ShouldContain("untuk siapa");
        phone.Write("Anggota keluarga").ShouldContain("hubungan");
        phone.Write("Anak").ShouldContain("anggota keluarga Anda");
        phone.Write(Applications.Answers["ktp-rusak-hilang"]);
        var summary = phone.Photograph(4);
        summary.ShouldContain("Untuk: Anggota keluarga (Anak)");
        summary.ShouldContain($"NIK: {Applications.MaskedNik}");
    }

    [Fact]
    public void Sponsor_is_offered_only_where_the_result_goes_to_one()
    {
        var phone = new Phone();
        phone.ToSubject("sktt");
        phone.Offered.ShouldContain("Saya sponsornya");
        phone.Write("3").ShouldContain("orang asing tersebut");
        phone.Write(Applications.Answers["sktt"]);
        var summary = phone.Photograph(6);
        summary.ShouldContain("Sponsor: PT Baja 21");

        var resident = new Phone();
        resident.ToSubject("ktp-rusak-hilang");
        resident.Offered.ShouldNotContain("Saya sponsornya");
    }

    [Fact]
    public void English_resident_reaches_a_number_in_English()
    {
        var phone = new Phone();
        phone.Write("halo", "english").ShouldContain("What do you need?");
        phone.Write("1").ShouldContain("Which service");
        phone.Write("sktt").ShouldContain("Copy of the passport");
        phone.Write("yes").ShouldContain("Protecting your data");
        phone.Write("yes").ShouldContain("Who is this application for?");
        phone.Write("1").ShouldContain("full name");
        phone.Write("John Smith", "17-08-1985", "Ciwaduk", "PT Baja 21", "0812 0000 0099", "1", "Never married")
            .ShouldContain("does not apply");
        phone.Photograph(5).ShouldContain("Date of birth");
        phone.Write("1").ShouldContain("We have received your application");
    }

    [Fact]
    public void Every_alur_is_played_in_English_without_an_Indonesian_sentence()
    {
        foreach (var alur in ShippedContent.Value.Alur.All)
        {
            var phone = new Phone();
            phone.Write("english", "1", alur.Title.En).ShouldContain($"Papers for *{alur.Title.En}*");
            phone.Write(["yes", "yes", "1", .. Applications.Answers[alur.Id]]).ShouldContain("Now the papers");
            phone.Write("counter all", "go on").ShouldContain("Please check");
            var sent = phone.Write("1");
            sent.ShouldContain("We have received your application");
            sent.ShouldNotContain("Anda");
        }
    }
}
