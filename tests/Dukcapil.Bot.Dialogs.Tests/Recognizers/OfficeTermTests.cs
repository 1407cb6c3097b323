using Dukcapil.Bot.Dialogs.Recognizers;

namespace Dukcapil.Bot.Dialogs.Tests.Recognizers;

/// <summary>Words of offices and of the national system: what is certain is read, everything else is left to be asked.</summary>
public class OfficeTermTests
{
    [Theory]
    [InlineData("BELUM KAWIN", false)]
    [InlineData("blm. nikah", false)]
    [InlineData("01 - Belum Kawin", false)]
    [InlineData("Belum Pernah Menikah", false)]
    [InlineData("tdk kawin", false)]
    [InlineData("BELUMKAWIN", false)]
    [InlineData("Belun Kawin", false)]
    [InlineData("KAWIN TECATAT", true)]
    [InlineData("", false)]
    [InlineData("KAWIN BELUM TERCATAT", true)]
    [InlineData("Kawin Tercatat", true)]
    [InlineData("sdh nikah", true)]
    [InlineData("Cerai Hidup Belum Tercatat", true)]
    [InlineData("cerai mati", true)]
    [InlineData("1", null)]
    [InlineData("2", null)]
    [InlineData("0", null)]
    [InlineData("S", null)]
    [InlineData("K", null)]
    [InlineData("BK", null)]
    [InlineData("CH", null)]
    [InlineData("K/2", null)]
    [InlineData("mau kawin", null)]
    [InlineData("belum tahu", null)]
    public void Marital_status_is_certain_or_asked(string text, bool? isEver) => MaritalStatusReader.EverMarried(text).ShouldBe(isEver);

    [Theory]
    [InlineData("blm nikah", MaritalStatus.Never)]
    [InlineData("Tidak Kawin", MaritalStatus.Never)]
    [InlineData("KAWIN BELUM TERCATAT", MaritalStatus.Married)]
    [InlineData("sdh nikah", MaritalStatus.Married)]
    [InlineData("Cerai Mati Tercatat", MaritalStatus.Formerly)]
    [InlineData("janda", MaritalStatus.Formerly)]
    [InlineData("pernah menikah", MaritalStatus.Ever)]
    [InlineData("Y", MaritalStatus.Ever)]
    [InlineData("", null)]
    [InlineData("1", null)]
    [InlineData("mau kawin", null)]
    public void Marital_status_is_one_of_three_or_ever(string text, MaritalStatus? status) =>
        MaritalStatusReader.Read(text).ShouldBe(status);

    [Theory]
    [InlineData("anak saya belum menikah", MaritalStatus.Never)]
    [InlineData("saya sudah nikah 2 tahun yang lalu", MaritalStatus.Married)]
    [InlineData("istri saya beristri satu", MaritalStatus.Married)]
    [InlineData("beliau udah janda pak", MaritalStatus.Formerly)]
    [InlineData("saya mau nikah bulan depan", null)]
    [InlineData("belum cerai", null)]
    [InlineData("saya pernah menikah", null)]
    [InlineData("kawin?", null)]
    [InlineData("dulu kawin sekarang cerai", null)]
    public void Marital_status_in_a_sentence_is_certain_or_asked(string text, MaritalStatus? status)
    {
        MaritalStatusReader.Mentions(text, out var mentioned).ShouldBeTrue();
        mentioned.ShouldBe(status);
    }

    [Fact]
    public void Sentence_without_a_status_mentions_none() => MaritalStatusReader.Mentions("saya tinggal di cibeber", out _).ShouldBeFalse();

    [Theory]
    [InlineData("Belum Rekam KTP-el", RecordingStatus.NotRecorded)]
    [InlineData("BLM MELAKUKAN PEREKAMAN", RecordingStatus.NotRecorded)]
    [InlineData("BELUM REKAM KTP-EL (PEMULA)", RecordingStatus.NotRecorded)]
    [InlineData("tdk pernah direkam", RecordingStatus.NotRecorded)]
    [InlineData("sudah rekam, belum cetak", RecordingStatus.Recorded)]
    [InlineData("SUDAH MEREKAM TAPI", null)]
    [InlineData("PRINT_READY_RECORD", RecordingStatus.Recorded)]
    [InlineData("Bio Captured", RecordingStatus.Recorded)]
    [InlineData("SENT FOR ENROLLMENT", RecordingStatus.Recorded)]
    [InlineData("ADJUDICATE_RECORD", null)]
    [InlineData("DUPLICATE RECORD", null)]
    [InlineData("BELUM CETAK", null)]
    [InlineData("Pindah Datang", null)]
    [InlineData("Pindah dalam kota", null)]
    [InlineData("Datang", null)]
    [InlineData("PINDAH KELUAR", RecordingStatus.Moved)]
    [InlineData("Meninggal Dunia", RecordingStatus.Died)]
    [InlineData("MD", RecordingStatus.Died)]
    [InlineData("sdh wafat 2021", RecordingStatus.Died)]
    [InlineData("pndah", RecordingStatus.Moved)]
    [InlineData("PINDAH LUAR KOTA (SKPWNI)", RecordingStatus.Moved)]
    [InlineData("suami meninggal", null)]
    [InlineData("3", null)]
    public void Recording_status_is_certain_or_asked(string text, RecordingStatus? status) =>
        RecordingStatusReader.Read(text).ShouldBe(status);

    [Theory]
    [InlineData("36.7202.050809.5013", "3672020508095013")]
    [InlineData("=\"3672020508095013\"", "3672020508095013")]
    [InlineData("3672020508095013.0", "3672020508095013")]
    [InlineData("3672\u200B020508095013", "3672020508095013")]
    [InlineData("3672020508095O13", "3672020508095O13")]
    [InlineData("NIK: 3672020508095013", "3672020508095013")]
    [InlineData("NIK.3672020508095013", "3672020508095013")]
    [InlineData("3672020508095013 a.n. SITI", "3672020508095013")]
    [InlineData("3,672,020,508,095,013", "3672020508095013")]
    [InlineData("KK 3672020508095013", "KK 3672020508095013")]
    [InlineData("", "")]
    public void Nik_is_taken_out_of_its_marks(string cell, string digits) => NikCell.Digits(cell).ShouldBe(digits);

    [Theory]
    [InlineData("3,67201E+15", true)]
    [InlineData("3.67202E15", true)]
    [InlineData("8,12E+10", true)]
    [InlineData("3672020508095013", false)]
    [InlineData("E1", false)]
    public void Rounded_number_is_noticed(string cell, bool isRounded) => NikCell.IsRounded(cell).ShouldBe(isRounded);
}
