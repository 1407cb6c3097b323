using System.IO.Compression;
using System.Text;
using Dukcapil.Bot.Core.Data.Tables;
using Dukcapil.Bot.Core.Reminders.Imports;
using Dukcapil.Bot.Core.Reminders.Register;
using Dukcapil.Bot.Tests.Fixtures;
using static Dukcapil.Bot.Tests.Register.OfficeLists;

namespace Dukcapil.Bot.Tests.Register;

/// <summary>Lists as systems and spreadsheets export them: spreadsheets themselves, titles, empty rows, marks around numbers.</summary>
public sealed class OfficeExportTests(QuietBot bot) : IClassFixture<QuietBot>
{
    [Fact]
    public async Task Titles_above_the_heading_and_empty_rows_are_passed_over()
    {
        var nik = NewNik();
        var text = "DAFTAR PENDUDUK BELUM PEREKAMAN;;;\nKecamatan Cilegon, 30 November 2026;;;\n;;;\nNO;NIK;NAMA;TGL "
            + $"LAHIR\n1;{nik};SITI;31-12-2008\n;;;\n2;;;\nJumlah: 1;;;\n;;;\n";
        var import = await bot.ImportAsync(Encoding.UTF8.GetBytes(text));
        (import.Phase, import.PeopleNew, import.RowsRead, import.RowsRejected).ShouldBe((ImportPhase.Done, 1, 1, 0));
    }

    [Theory]
    [InlineData("{0}.{1}.{2}.{3}")]
    [InlineData("{0} {1} {2} {3}")]
    [InlineData("{0}{1}-{2}-{3}")]
    [InlineData("=\"{0}{1}{2}{3}\"")]
    [InlineData("'{0}{1}{2}{3}")]
    [InlineData("\u200B{0}{1}{2}{3}\uFEFF")]
    [InlineData("{0}{1}{2}{3}.0")]
    [InlineData("\u202A{0}{1}\u2011{2}{3}\u202C")]
    [InlineData("\"\"\"{0}{1}{2}{3}\"\"\"")]
    public async Task Nik_is_read_as_exports_write_it(string form)
    {
        var nik = NewNik();
        var import = await bot.ImportAsync(
            File(Row(string.Format(System.Globalization.CultureInfo.InvariantCulture, form, nik[..2], nik[2..6], nik[6..12], nik[12..]))));
        (await bot.RejectionsAsync(import)).ShouldBeEmpty();
        (await bot.PersonAsync(nik)).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("31 Desember 2008")]
    [InlineData("31-Des-2008")]
    [InlineData("31-DEC-08")]
    [InlineData("Dec 31, 2008")]
    [InlineData("31/12/2008 00:00")]
    [InlineData("31-DEC-08 12.00.00 AM")]
    [InlineData("2008-12-31T07:00:00Z")]
    [InlineData("31-12-08")]
    [InlineData("20081231")]
    [InlineData("39813")]
    [InlineData("39813.0")]
    [InlineData("Cilegon, 31-12-2008")]
    public async Task Birth_date_is_read_as_exports_write_it(string typed)
    {
        var nik = NewNik();
        await bot.ImportAsync(File(Row(nik, birth: typed)));
        (await bot.PersonAsync(nik)).ShouldNotBeNull().BirthDate.ShouldBe(new DateOnly(2008, 12, 31));
    }

    [Theory]
    [InlineData("Blm Kawin", false)]
    [InlineData("1. Belum Kawin", false)]
    [InlineData("BELUM  KAWIN", false)]
    [InlineData("Kawin Belum Tercatat", true)]
    [InlineData("2 - Kawin", true)]
    [InlineData("CERAI MATI", true)]
    public async Task Marital_status_is_read(string typed, bool isEver)
    {
        var nik = NewNik();
        await bot.ImportAsync(File(Row(nik, married: typed)));
        (await bot.PersonAsync(nik)).ShouldNotBeNull().EverMarried.ShouldBe(isEver);
    }

    [Theory]
    [InlineData("SUDAH REKAM BELUM CETAK", PersonStatus.Recorded)]
    [InlineData("CARD PRINTED", PersonStatus.Recorded)]
    [InlineData("SENT_FOR_CARD_PRINTING", PersonStatus.Recorded)]
    [InlineData("Print Ready Record", PersonStatus.Recorded)]
    [InlineData("Blm rekam KTP-el", PersonStatus.Unrecorded)]
    [InlineData("Pindah ke luar kota", PersonStatus.Moved)]
    [InlineData("Alm.", PersonStatus.Died)]
    public async Task Recording_status_is_read(string typed, PersonStatus status)
    {
        var nik = NewNik();
        await bot.ImportAsync(File(Row(nik, status: typed)));
        (await bot.PersonAsync(nik)).ShouldNotBeNull().Status.ShouldBe(status);
    }

    [Fact]
    public async Task Spreadsheet_is_read_beside_text()
    {
        var (nik, other) = (NewNik(), NewNik());
        var import = await bot.ImportAsync(SpreadsheetTemplate.Make(
        [
            ["DAFTAR", "", "", ""], ["", "", "", ""], ["NIK", "Nama", "Tanggal lahir", "Telepon"],
            [nik, "SITI \"NUR\", AMINAH", "31-12-2008", "081234567890"], ["", "", "", ""], [other, "BUDI", "39813", "6281234567891"],
            ["12", "RUSAK", "2008-01-01", ""],
        ]), "daftar.xlsx");
        (import.Phase, import.PeopleNew, import.RowsRejected).ShouldBe((ImportPhase.Done, 2, 1));
        (await bot.RejectionsAsync(import)).ShouldHaveSingleItem().Line.ShouldBe(7);
        (await bot.PersonAsync(other)).ShouldNotBeNull().BirthDate.ShouldBe(new DateOnly(2008, 12, 31));
    }

    [Fact]
    public async Task Archive_that_is_no_spreadsheet_or_unpacks_to_too_much_is_refused()
    {
        (await RefusalAsync(Archive("readme.txt", 10))).ShouldBe(ImportRefusal.NotText);
        (await RefusalAsync(Archive("xl/sharedStrings.xml", 120_000_000))).ShouldBe(ImportRefusal.TooLarge);
        (await RefusalAsync(SpreadsheetTemplate.Make([["NIK"]])[..400])).ShouldBe(ImportRefusal.NotText);
    }

    private async Task<string?> RefusalAsync(byte[] file) => (await bot.ImportAsync(file, "daftar.xlsx")).Refusal;

    private static byte[] Archive(string name, int length)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        using (var part = archive.CreateEntry(name, CompressionLevel.Fastest).Open())
        {
            var zeros = new byte[1_000_000];
            for (var left = length; left > 0; left -= zeros.Length) part.Write(zeros, 0, Math.Min(left, zeros.Length));
        }

        return file.ToArray();
    }
}
