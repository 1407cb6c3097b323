using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Information.Complaints;
using Dukcapil.Bot.Tests.Content;

namespace Dukcapil.Bot.Tests.Information;

/// <summary>Which complaints go past heads.</summary>
public sealed class ComplaintSorterTests
{
    private static readonly ComplaintSorter Sorter = Make();

    [Theory]
    [InlineData("Antreannya lama sekali.")]
    [InlineData("AC-nya mati")]
    [InlineData("Kursinya rusak.")]
    [InlineData("Status permohonan saya belum berubah, sudah 3 minggu", false)]
    [InlineData("ktp saya belum jadi sudah 3 minggu")]
    [InlineData("fotonya tidak bisa terkirim dari tadi pagi")]
    [InlineData("aplikasinya error terus, tidak bisa dibuka")]
    [InlineData("websitenya lemot banget kak")]
    [InlineData("The website is broken since yesterday")]
    [InlineData("berkas saya tidak muncul di aplikasi sejak 2 hari")]
    public void Complaint_of_harmless_words_alone_goes_to_the_desk(string text, bool harmless = true) =>
        Sorter.IsPlainlyHarmless(text).ShouldBe(harmless);

    [Theory]
    [InlineData("diminta uang 200rb sama calo")]
    [InlineData("salam tempel")]
    [InlineData("katanya seikhlasnya aja")]
    [InlineData("uang terima kasih")]
    [InlineData("ktp saya baru jadi kalau kasih amplop")]
    [InlineData("harus ada pelicin supaya permohonan selesai")]
    [InlineData("berkas saya belum masuk, kurang 50")]
    [InlineData("status ktp saya 150 sudah terkirim")]
    [InlineData("petugas loket 3 jutek")]
    [InlineData("permohonan saya dibuka Pak Dedi")]
    [InlineData("kk saya tidak jadi karena orang dalam")]
    [InlineData("ktp saya bs jadi hari ini asal ada jajan")]
    [InlineData("satpam parkir minta rokok")]
    [InlineData("buat beli kopi katanya")]
    [InlineData("titip lewat ordal biar cepat")]
    [InlineData("pelayanan buruk")]
    [InlineData("saya dibentak di ruang tunggu")]
    [InlineData("foto saya disebar")]
    [InlineData("my application is slow until I pay")]
    [InlineData("...")]
    [InlineData("")]
    [InlineData("sudah lama sekali")]
    public void Complaint_with_any_other_word_goes_to_heads_alone(string text) => Sorter.IsPlainlyHarmless(text).ShouldBeFalse();

    private static ComplaintSorter Make()
    {
        var holder = new BotContentHolder();
        holder.Use(ShippedContent.Value);
        return new ComplaintSorter(holder);
    }
}
