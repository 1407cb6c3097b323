namespace Dukcapil.Bot.Tests.Content;

/// <summary>Appointments as a resident talks about them, with an office in memory.</summary>
public sealed class BookingTalkTests
{
    [Fact]
    public void Schedule_word_leads_from_service_and_day_to_the_code()
    {
        var phone = new Phone();
        phone.Write("JADWAL").ShouldContain("Layanan mana");
        phone.Write("KTP-el rusak atau hilang").ShouldContain("Selasa, 24 November");
        phone.Write("besok").ShouldContain("Pukul berapa?");
        phone.Write("jam 9.15").ShouldContain("Selasa, 24 November, pukul 09.15 WIB");
        var booked = phone.Write("ya");
        booked.ShouldContain("Kode janji: *J-UJI-1*");
        booked.ShouldContain("Mohon bawa berkas aslinya");
        phone.Conversation.State.Stack.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("jumat", "Jumat, 27 November")]
    [InlineData("2", "Jumat, 27 November")]
    [InlineData("tomorrow", "Selasa, 24 November")]
    public void Day_is_understood_by_name_and_number(string typed, string day)
    {
        var phone = ToDays();
        phone.Write(typed).ShouldContain($"{day}. Pukul berapa?");
    }

    [Fact]
    public void Day_without_places_is_not_taken_for_another()
    {
        var phone = ToDays();
        phone.Write("rabu").ShouldContain("*Rabu, 25 November* tidak ada dalam daftar. Yang terdekat: *Selasa, 24 November*");
    }

    [Fact]
    public void No_at_the_confirmation_changes_nothing()
    {
        var phone = ToDays();
        phone.Write("1", "1", "tidak").ShouldContain("Mau memilih waktu lain?");
        phone.Write("tidak").ShouldContain("tidak ada yang berubah");
        phone.Write("JADWAL").ShouldContain("Layanan mana");
    }

    [Fact]
    public void Change_keeps_the_code_and_cancelling_asks_once()
    {
        var phone = Booked();
        phone.Write("UBAH JANJI").ShouldContain("datang hari apa");
        phone.Write("jumat", "1", "ya").ShouldContain("sudah dipindahkan");
        phone.Write("JADWAL").ShouldContain("J-UJI-1");
        phone.Write("BATAL JANJI").ShouldContain("Batalkan janji temu *J-UJI-1* pada Jumat, 27 November");
        phone.Write("ya").ShouldContain("sudah dibatalkan");
        phone.Write("BATAL JANJI").ShouldContain("Belum ada janji temu");
    }

    [Fact]
    public void Words_work_in_the_middle_of_something_else()
    {
        var phone = Booked();
        phone.Write("menu", "1");
        phone.Write("BATAL JANJI").ShouldContain("Batalkan janji temu");
        phone.Write("jangan dulu").ShouldContain("Layanan mana");
    }

    [Fact]
    public void Several_appointments_are_asked_about()
    {
        var phone = Booked();
        phone.Write("JADWAL", "Buat janji lain", "KTP-el rusak atau hilang", "jumat", "1", "ya").ShouldContain("J-UJI-2");
        phone.Write("UBAH JANJI").ShouldContain("Janji temu yang mana?");
        phone.Write("2").ShouldContain("datang hari apa");
    }

    [Fact]
    public void English_words_work_and_are_answered_in_English()
    {
        var phone = new Phone();
        phone.Write("english");
        phone.Write("SCHEDULE", "6").ShouldContain("On which day would you like to come?");
        phone.Write("friday", "1", "yes").ShouldContain("Your appointment is booked.");
        phone.Write("CHANGE APPOINTMENT").ShouldContain("On which day");
        phone.Write("CANCEL APPOINTMENT").ShouldContain("Cancel appointment *J-UJI-1* on Friday, 27 November");
    }

    [Theory]
    [InlineData("AMBIL")]
    [InlineData("LEWATI")]
    public void Offer_that_does_not_stand_is_said_so(string word) => new Phone().Write(word).ShouldContain("Tidak ada tawaran");

    [Fact]
    public void Menu_and_the_end_of_an_application_offer_an_appointment()
    {
        var phone = new Phone();
        phone.ToPapers("ktp-rekam-data-ada");
        phone.Photograph(2);
        phone.Write("1").ShouldContain("Pilih sekarang?");
        phone.Write("menu", "Pilih waktu datang").ShouldContain("Layanan mana");
    }

    [Theory]
    [InlineData("ya")]
    [InlineData("boleh kak")]
    [InlineData("Pilih waktu")]
    public void Invitation_leads_straight_to_the_days_for_that_case(string yes)
    {
        var phone = Invited();
        phone.Write(yes).ShouldContain("datang hari apa");
        phone.Office.Acts[^1].Arguments["untuk"].ShouldBe("kasus:UJI-001");
        phone.Write("besok", "1", "ya").ShouldContain("Kode janji: *J-UJI-1*");
    }

    [Theory]
    [InlineData("nanti aja")]
    [InlineData("gak usah")]
    [InlineData("ok makasih")]
    [InlineData("terima kasih banyak ya kak")]
    public void Invitation_that_is_not_wanted_ends_friendly(string no)
    {
        var phone = Invited();
        phone.Write(no).ShouldContain("erima kasih");
        phone.Conversation.State.Stack.ShouldBeEmpty();
        phone.Write("kembali").ShouldNotContain("siap dikirim");
    }

    [Fact]
    public void Nothing_of_the_application_is_left_once_it_was_sent()
    {
        var phone = Invited();
        phone.Write("menu").ShouldNotContain("tersimpan");
        phone.Offered.ShouldNotContain("Lanjutkan");
        phone.Write("batal").ShouldContain("Tidak ada pengisian yang sedang berjalan");
    }

    [Fact]
    public void Own_applications_offer_a_time_while_there_is_no_appointment()
    {
        var phone = Invited();
        phone.Write("cek UJI-001").ShouldContain("Ketik *JADWAL*");
        phone.Write("status").ShouldContain("Ketik *JADWAL*");
        phone.Write("permohonan saya");
        phone.Offered.ShouldContain("Pilih waktu datang");
        phone.Write("Pilih waktu datang", "besok", "1", "ya").ShouldContain("J-UJI-1");
        phone.Write("permohonan saya");
        phone.Offered.ShouldNotContain("Pilih waktu datang");
        phone.Write("cek UJI-001").ShouldNotContain("Ketik *JADWAL*");
    }

    [Fact]
    public void Paper_that_is_brought_after_all_brings_the_invitation()
    {
        var phone = Invited();
        phone.Office.AskAgain().ShouldBeTrue();
        var answer = phone.Write("kirim ulang", "loket");
        answer.ShouldContain("dibawa ke loket");
        answer.ShouldContain("Pilih sekarang?");
        phone.Write("ya").ShouldContain("datang hari apa");
    }

    [Fact]
    public void Result_of_an_application_the_chat_does_not_know_can_be_collected_at_a_chosen_time()
    {
        var phone = new Phone();
        phone.Write("AMBIL HASIL").ShouldContain("menunjukkan tanda terimanya");
        phone.Write("ya").ShouldContain("Pengambilan hasil");
        phone.Write("besok", "1", "ya").ShouldContain("Kode janji: *J-UJI-1*");
    }

    private static Phone Invited()
    {
        var phone = new Phone();
        phone.ToPapers("ktp-rekam-data-ada");
        phone.Photograph(2);
        phone.Write("1").ShouldContain("Pilih sekarang?");
        return phone;
    }

    private static Phone ToDays()
    {
        var phone = new Phone();
        phone.Write("JADWAL", "KTP-el rusak atau hilang");
        return phone;
    }

    private static Phone Booked()
    {
        var phone = ToDays();
        phone.Write("1", "1", "ya").ShouldContain("J-UJI-1");
        return phone;
    }
}
