namespace Dukcapil.Bot.Tests.Content;

public sealed class SideQuestionTests
{
    private const string Ready = "Lanjut mengurus sekarang?";

    [Theory]
    [InlineData("bayar brp", "Gratis")]
    [InlineData("sabtu buka ga bu?", "(alamat kantor)")]
    [InlineData("iya tp formulirnya dapet dmn?", "loket kantor")]
    [InlineData("proses nya brp hari", "belum menetapkan")]
    [InlineData("sy mau pindah ke jakarta", "Pindah keluar")]
    [InlineData("makasih", "Sama-sama")]
    public void Question_asked_back_is_answered_and_the_question_stands(string asked, string answer)
    {
        var phone = new Phone();
        phone.Write("ktp saya hilang").ShouldContain(Ready);
        for (var time = 0; time < 4; time++)
        {
            var reply = phone.Write(asked);
            reply.ShouldContain(answer);
            reply.ShouldEndWith("1. Ya\n2. Tidak");
            reply.ShouldContain(Ready);
        }

        phone.Conversation.State.Attempts.ShouldBe(0);
        phone.Write("ya").ShouldContain("Perlindungan data");
    }

    [Theory]
    [InlineData("bayar brp", "Gratis")]
    [InlineData("sabtu buka ga bu", "(alamat kantor)")]
    public void Question_is_not_taken_for_a_name(string asked, string answer)
    {
        var phone = new Phone();
        phone.ToSubject("ktp-rusak-hilang");
        phone.Write("1").ShouldContain("nama lengkap");
        var reply = phone.Write(asked);
        reply.ShouldContain(answer);
        reply.ShouldContain("nama lengkap");
        phone.Conversation.State.Values.Keys.ShouldNotContain("nama");
    }

    [Fact]
    public void Question_at_the_list_of_papers_keeps_the_list()
    {
        var phone = new Phone();
        phone.ToPapers("ktp-rusak-hilang");
        phone.Photo();
        var reply = phone.Write("bayar brp");
        reply.ShouldContain("Gratis");
        reply.ShouldContain("✅ 2. Fotokopi KK");
    }

    [Fact]
    public void Forgotten_nik_is_told_where_to_find()
    {
        var phone = new Phone();
        phone.ToSubject("ktp-rusak-hilang");
        var reply = phone.Write("2", "Anak", "Rizky Pratama", "ga hafal nik nya");
        reply.ShouldContain("NIK tertulis di KTP-el dan di KK");
        reply.ShouldContain("anggota keluarga Anda");
        phone.Write("12").ShouldNotContain("NIK Anda");
    }

    [Theory]
    [InlineData("ntar dulu ya")]
    [InlineData("cek dulu")]
    [InlineData("sebentar bu")]
    public void Resident_who_needs_a_moment_is_waited_for(string text)
    {
        var phone = new Phone();
        phone.ToPapers("ktp-rusak-hilang");
        phone.Write(text).ShouldBe("Baik, kami tunggu. Jawaban Anda tersimpan; silakan lanjutkan kapan saja.");
        phone.Photo().ShouldContain("✅ 2. Fotokopi KK");
    }

    [Fact]
    public void Message_written_before_the_question_could_be_read_is_no_wrong_answer()
    {
        var phone = new Phone();
        phone.Write("ktp sy ilang bang");
        foreach (var text in new[] { "ilangnya di pasar kranggot kmrn", "trs gmn ya ngurusnya", "di pasar itu lho" })
        {
            var reply = phone.Write(text, TimeSpan.FromSeconds(4));
            reply.ShouldContain(Ready);
            reply.ShouldNotContain("Mohon jawab");
        }

        phone.Conversation.State.Attempts.ShouldBe(0);
    }
}
