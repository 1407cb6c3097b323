using Dukcapil.Bot.Core.Information.Visits;

namespace Dukcapil.Bot.Tests.Information;

/// <summary>Files of visits as officers make them with spreadsheets.</summary>
public sealed class VisitFileTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void Days_times_kinds_and_names_are_read_as_people_write_them()
    {
        var reading = FieldVisitFile.Read(
            "Kelurahan;Kecamatan;Tanggal;Mulai;Selesai;Tempat;Jenis;Catatan;Status\r\n"
            + "ciwadug;;7/12/2026;09.00;12.00;Balai Kelurahan Ciwaduk;perekaman KTP-el;Bawa KK;\r\n"
            + "Kotabumi;;2026-12-08;8:00;11:30;\"Masjid \"\"Al-Ikhlas\"\"; halaman\";Pendataan non permanen;;\r\n"
            + "cibeber;cibeber;9 Desember 2026;09.00 WIB;12.00;Posyandu;rekam;;batal\r\n"
            + "36.72.05.1002;;10-12-2026;09:00:00;12:00;Balai;pendataan;;\r\n", Today);

        reading.Problem.ShouldBeNull();
        reading.Rejected.ShouldBeEmpty();
        reading.Plans.Select(plan => (plan.Kelurahan, plan.Day.Day, plan.Starts.Hour, plan.Kind, plan.IsCancelled)).ShouldBe(
        [
            ("36.72.02.1005", 7, 9, FieldVisitKind.Recording, false),
            ("36.72.07.1002", 8, 8, FieldVisitKind.Registration, false),
            ("36.72.01.1001", 9, 9, FieldVisitKind.Recording, true),
            ("36.72.05.1002", 10, 9, FieldVisitKind.Registration, false),
        ]);
        reading.Plans[0].Note.ShouldBe("Bawa KK");
        reading.Plans[1].Place.ShouldBe("Masjid \"Al-Ikhlas\"; halaman");
    }

    [Theory]
    [InlineData("Bandung,2026-12-07,09.00,12.00,Balai,perekaman", "tidak dikenal di Kota Cilegon")]
    [InlineData("lebak,2026-12-07,09.00,12.00,Balai,perekaman", "Lebakgede, Lebak Denok")]
    [InlineData(",2026-12-07,09.00,12.00,Balai,perekaman", "Kelurahannya belum diisi")]
    [InlineData("ciwaduk,32/12/2026,09.00,12.00,Balai,perekaman", "Tanggal \"32/12/2026\" tidak terbaca")]
    [InlineData("ciwaduk,2026-11-22,09.00,12.00,Balai,perekaman", "sudah lewat")]
    [InlineData("ciwaduk,2062-12-07,09.00,12.00,Balai,perekaman", "periksa tahunnya")]
    [InlineData("ciwaduk,2026-12-07,pagi,12.00,Balai,perekaman", "Jam mulai \"pagi\" tidak terbaca")]
    [InlineData("ciwaduk,2026-12-07,12.00,09.00,Balai,perekaman", "harus sesudah jam mulai")]
    [InlineData("ciwaduk,2026-12-07,09.00,12.00,,perekaman", "Tempatnya belum diisi")]
    [InlineData("ciwaduk,2026-12-07,09.00,12.00,Balai,vaksin", "Jenis \"vaksin\" tidak dikenal")]
    [InlineData("ciwaduk,2026-12-07,09.00,12.00,Rumah 3672011708959901,perekaman", "NIK atau No. KK")]
    [InlineData("ciwaduk,2026-12-07", "Jam mulai \"\" tidak terbaca")]
    public void Line_that_cannot_be_used_is_named_with_its_reason(string line, string reason)
    {
        var reading = FieldVisitFile.Read(
            $"kelurahan,tanggal,mulai,selesai,tempat,jenis\nMasigit,2026-12-07,09.00,12.00,Balai,perekaman\n{line}\n", Today);
        reading.Plans.Count.ShouldBe(1);
        var rejected = reading.Rejected.ShouldHaveSingleItem();
        rejected.Line.ShouldBe(3);
        rejected.Reason.ShouldContain(reason);
    }

    [Fact]
    public void Line_said_twice_is_rejected_with_the_number_of_the_first()
    {
        const string Line = "ciwaduk\t2026-12-07\t09.00\t12.00\tBalai\tperekaman\n";
        var reading = FieldVisitFile.Read($"kelurahan\ttanggal\tmulai\tselesai\ttempat\tjenis\n{Line}\n{Line}", Today);
        reading.Plans.ShouldHaveSingleItem();
        reading.Rejected.ShouldHaveSingleItem().Reason.ShouldBe("Sama dengan baris 2.");
    }

    [Theory]
    [InlineData("", "kosong")]
    [InlineData("kelurahan,tanggal,mulai,selesai,tempat,jenis\nciwaduk,2026-12-07,09.00,12.00,\"Balai,perekaman\n"
        + "Masigit,2026-12-07,09.00,12.00,Balai,perekaman\n", "baris 2 tidak ditutup")]
    [InlineData("nama,alamat\nBudi,Ciwaduk\n", "kelurahan, tanggal, mulai, selesai, tempat, jenis")]
    public void File_of_another_kind_is_refused_whole(string text, string sentence) =>
        FieldVisitFile.Read(text, Today).Problem.ShouldNotBeNull().ShouldContain(sentence);

    [Fact]
    public void Quotation_mark_that_swallows_a_long_file_is_named() => FieldVisitFile.Read(
        "kelurahan,tanggal,mulai,selesai,tempat,jenis\n\""
            + string.Concat(Enumerable.Repeat("ciwaduk,2026-12-07,09.00,12.00,Balai,perekaman\n", 7000)), Today)
        .Problem.ShouldNotBeNull().ShouldContain("baris 2 tidak ditutup");

    [Fact]
    public void Very_long_file_is_refused_whole() => FieldVisitFile.Read(
        "kelurahan,tanggal,mulai,selesai,tempat,jenis\n" + string.Concat(
            Enumerable.Repeat("x,y\n", FieldVisitFile.MostLines + 1)), Today).Problem.ShouldNotBeNull().ShouldContain("terlalu besar");
}
