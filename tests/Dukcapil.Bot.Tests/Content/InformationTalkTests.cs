namespace Dukcapil.Bot.Tests.Content;

/// <summary>Information, visits and complaints as a resident talks about them, with an office in memory.</summary>
public sealed class InformationTalkTests
{
    [Fact]
    public void Menu_leads_to_every_topic()
    {
        var phone = new Phone();
        phone.Write("menu");
        phone.Write("Informasi lain").ShouldContain("Informasi apa yang Anda perlukan");
        phone.Write("Biaya layanan").ShouldContain("gratis");
        phone.Write("INFO");
        phone.Write("pengaduan").ShouldContain("Ceritakan apa yang terjadi");
    }

    [Fact]
    public void Buttons_of_a_topic_lead_on_and_another_question_is_understood_there()
    {
        var phone = new Phone();
        phone.Write("apa sanksi belum rekam ktp").ShouldContain("wajib bagi warga");
        phone.Offered.ShouldBe(["Jadwal keliling", "Pilih waktu datang", "Menu utama"]);
        phone.Write("bikin ktp bayar ga").ShouldContain("gratis");
        phone.Write("apa sanksi belum rekam ktp");
        phone.Write("1").ShouldContain("tinggal di kelurahan mana");
    }

    [Fact]
    public void Complaint_is_told_in_own_words_and_gets_a_number()
    {
        var phone = new Phone();
        phone.Write("PENGADUAN").ShouldContain("SP4N-LAPOR");
        phone.Write("Petugasnya tidak ramah kepada ibu saya kemarin.").ShouldContain("menelepon Anda");
        phone.Write("tidak").ShouldContain("nomor *P-UJI-1*");
        phone.Conversation.State.Stack.ShouldBeEmpty();
        phone.Conversation.State.Values["aduan-teks"].Text.ShouldBeEmpty("the words of a complaint are not kept in the conversation");
    }

    [Fact]
    public void Complaint_of_somebody_with_applications_asks_which_it_is_about()
    {
        var phone = new Phone();
        phone.ToPapers("ktp-rekam-data-ada");
        phone.Photograph(2);
        phone.Write("1", "keluhan").ShouldContain("Ceritakan");
        phone.Write("Antreannya tidak jelas siapa dahulu.").ShouldContain("tentang salah satu permohonan");
        phone.Write("Bukan salah satunya").ShouldContain("menelepon Anda");
    }

    [Fact]
    public void Visits_and_complaints_speak_English()
    {
        var phone = new Phone();
        phone.Write("english");
        phone.Write("when is the schedule in ciwaduk").ShouldContain("Shall we tell you");
        phone.Write("yes").ShouldContain("Ciwaduk, Kec. Cilegon");
        phone.Write("COMPLAINT").ShouldContain("Tell us what happened");
    }
}
