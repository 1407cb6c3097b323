using System.Text;
using Dukcapil.Bot.Core.Data.Protection;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Reminders.Imports;
using Dukcapil.Bot.Core.Reminders.Register;
using Dukcapil.Bot.Tests.Fixtures;
using static Dukcapil.Bot.Tests.Register.OfficeLists;

namespace Dukcapil.Bot.Tests.Register;

/// <summary>Files as offices have them: separators, encodings, headings, and the words in their columns.</summary>
public sealed class ListReadingTests(QuietBot bot) : IClassFixture<QuietBot>
{
    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("\t")]
    public async Task Separator_is_found(string separator)
    {
        var nik = NewNik();
        var import = await bot.ImportAsync(
            Encoding.UTF8.GetBytes(
                Encoding.UTF8.GetString(File(Row(nik), Row(NewNik()))).Replace(";", separator, StringComparison.Ordinal)));
        import.Phase.ShouldBe(ImportPhase.Done);
        import.PeopleNew.ShouldBe(2);
        (await bot.PersonAsync(nik)).ShouldNotBeNull().KelurahanCode.ShouldBe("36.72.02.1005");
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("windows-1252", false)]
    public async Task Encoding_is_found(string encoding, bool mark)
    {
        var nik = NewNik();
        var how = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        var text = $"{Heading}\r\n{Row(nik, name: "André Müller")}\r\n";
        var import = await bot.ImportAsync([.. mark ? how.GetPreamble() : [], .. how.GetBytes(text)]);
        import.PeopleNew.ShouldBe(1);
        (await NameAsync(nik)).ShouldBe("André Müller");
    }

    [Fact]
    public async Task Titles_of_the_population_register_are_known_and_other_columns_passed_over()
    {
        var nik = NewNik();
        var text = $"NO;NO_KK;NIK;NAMA_LGKP;TGL_LHR;STAT_KWN;NAMA_KEL;NO_HP;Ket. Perekaman\n1;;'{nik};  BUDI   SANTOSO ;31/12/2000 "
            + "00:00;CERAI HIDUP;LEBAKDENOK;+62 812-3456-7891;BELUM REKAM";
        (await bot.ImportAsync(Encoding.UTF8.GetBytes(text))).PeopleNew.ShouldBe(1);
        var person = (await bot.PersonAsync(nik)).ShouldNotBeNull();
        (await NameAsync(nik)).ShouldBe("BUDI SANTOSO");
        person.BirthDate.ShouldBe(new DateOnly(2000, 12, 31));
        person.EverMarried.ShouldBeTrue();
        person.KelurahanCode.ShouldBe("36.72.08.1003");
    }

    [Theory]
    [InlineData("2008-12-31")]
    [InlineData("31-12-2008")]
    [InlineData("31/12/2008")]
    [InlineData("31.12.2008")]
    [InlineData("2008-12-31 00:00:00")]
    public async Task Birth_date_is_read_day_before_month(string typed)
    {
        var nik = NewNik();
        await bot.ImportAsync(File(Row(nik, birth: typed)));
        (await bot.PersonAsync(nik)).ShouldNotBeNull().BirthDate.ShouldBe(new DateOnly(2008, 12, 31));
    }

    [Theory]
    [InlineData("081234567890")]
    [InlineData("+6281234567890")]
    [InlineData("6281234567890")]
    [InlineData("0812-3456-7890")]
    [InlineData("81234567890")]
    public async Task Telephone_is_found_as_the_resident_who_writes(string typed)
    {
        var nik = NewNik();
        await bot.ImportAsync(File(Row(nik, phone: typed)));
        (await bot.PersonAsync(nik)).ShouldNotBeNull().PhoneHash
            .ShouldBe(bot.Services.Need<MessageSealer>().HashAddress("whatsapp:+6281234567890"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("tidak ada")]
    public async Task Person_without_a_telephone_is_taken(string typed)
    {
        var nik = NewNik();
        await bot.ImportAsync(File(Row(nik, phone: typed)));
        (await bot.PersonAsync(nik)).ShouldNotBeNull().PhoneHash.ShouldBeNull();
    }

    [Theory]
    [InlineData("Ciwaduk", "36.72.02.1005")]
    [InlineData("KEL. CIWADUK", "36.72.02.1005")]
    [InlineData("36.72.02.1005", "36.72.02.1005")]
    [InlineData("3672021005", "36.72.02.1005")]
    [InlineData("Cibeber", "36.72.01.1001")]
    [InlineData("Ciwaduq", "36.72.02.1005")]
    [InlineData("Serang", null)]
    [InlineData("", null)]
    public async Task Kelurahan_is_found_by_name_or_code(string typed, string? code)
    {
        var nik = NewNik();
        var import = await bot.ImportAsync(File(Row(nik, kelurahan: typed)));
        (await bot.PersonAsync(nik)).ShouldNotBeNull().KelurahanCode.ShouldBe(code);
        import.RowsUnplaced.ShouldBe(code is null ? 1 : 0);
    }

    [Theory]
    [InlineData("belum", PersonStatus.Unrecorded)]
    [InlineData("BELUM PEREKAMAN", PersonStatus.Unrecorded)]
    [InlineData("", PersonStatus.Unrecorded)]
    [InlineData("Sudah rekam", PersonStatus.Recorded)]
    [InlineData("MENINGGAL DUNIA", PersonStatus.Died)]
    [InlineData("pindah", PersonStatus.Moved)]
    public async Task Status_is_read(string typed, PersonStatus status)
    {
        var nik = NewNik();
        await bot.ImportAsync(File(Row(nik, status: typed)));
        var person = (await bot.PersonAsync(nik)).ShouldNotBeNull();
        person.Status.ShouldBe(status);
        (person.RecordedAt is not null).ShouldBe(status == PersonStatus.Recorded);
    }

    [Theory]
    [InlineData("", "NIK", RejectionCode.NikMissing)]
    [InlineData("367201170895990", "NIK", RejectionCode.NikLength)]
    [InlineData("36720117O8959901", "NIK", RejectionCode.NikCharacters)]
    [InlineData("3,67201E+15", "NIK", RejectionCode.NikRounded)]
    [InlineData("3672013208959901", "NIK", RejectionCode.NikDate)]
    [InlineData("3672011708950000", "NIK", RejectionCode.NikSequence)]
    public async Task Nik_that_cannot_be_is_rejected_with_its_line_and_column(string nik, string column, string code)
    {
        var import = await bot.ImportAsync(File(Row(NewNik()), Row(nik)));
        (import.RowsRejected, import.PeopleNew).ShouldBe((1, 1));
        var row = (await bot.RejectionsAsync(import)).ShouldHaveSingleItem();
        (row.Line, row.ColumnName, row.Code).ShouldBe((3, column, code));
        bot.Services.Need<PersonalDataCipher>().DecryptText(row.RowEnc).ShouldBe(Row(nik));
    }

    [Theory]
    [InlineData("", "2008-12-31", "08123456789", "belum", "ya", "Nama", RejectionCode.NameMissing)]
    [InlineData("Jalan 12", "2008-12-31", "08123456789", "belum", "ya", "Nama", RejectionCode.NameUnreadable)]
    [InlineData("Siti", "", "08123456789", "belum", "ya", "Tanggal lahir", RejectionCode.BirthMissing)]
    [InlineData("Siti", "2007-02-29", "08123456789", "belum", "ya", "Tanggal lahir", RejectionCode.BirthUnreadable)]
    [InlineData("Siti", "2108-12-31", "08123456789", "belum", "ya", "Tanggal lahir", RejectionCode.BirthImpossible)]
    [InlineData("Siti", "2008-12-31", "0812", "belum", "ya", "Telepon", RejectionCode.PhoneUnreadable)]
    [InlineData("Siti", "2008-12-31", "0812345678 / 0813456789", "belum", "ya", "Telepon", RejectionCode.PhoneUnreadable)]
    [InlineData("Siti", "2008-12-31", "08123456789", "Jl. Merdeka No. 12345", "ya", "Status", RejectionCode.StatusUnknown)]
    public async Task Value_that_cannot_be_read_is_rejected(
        string name, string birth, string phone, string status, string married, string column, string code)
    {
        var import = await bot.ImportAsync(File(Row(NewNik(), name, birth, phone, "Ciwaduk", status, married), Row(NewNik())));
        var row = (await bot.RejectionsAsync(import)).ShouldHaveSingleItem();
        (row.Line, row.ColumnName, row.Code).ShouldBe((2, column, code));
    }

    [Fact]
    public async Task Lines_are_counted_through_quoted_line_ends_and_empty_lines()
    {
        var nik = NewNik();
        var import = await bot.ImportAsync(File(Row(nik, name: "\"SITI\nAMINAH\""), "", Row("1"), Row(NewNik()) + ";lebih"));
        (await NameAsync(nik)).ShouldBe("SITI AMINAH");
        (await bot.RejectionsAsync(import)).Select(row => (row.Line, row.Code))
            .ShouldBe([(5, RejectionCode.NikLength), (6, RejectionCode.TooManyValues)]);
    }

    [Fact]
    public async Task Foreigner_is_not_taken()
    {
        var import = await bot.ImportAsync(
            Encoding.UTF8.GetBytes($"nik,nama,tgl lahir,kewarganegaraan\n{NewNik()},John,1990-01-01,WNA\n{NewNik()},Siti,1990-01-01,WNI"));
        (await bot.RejectionsAsync(import)).ShouldHaveSingleItem().Code.ShouldBe(RejectionCode.Foreigner);
    }

    [Theory]
    [InlineData("", ImportRefusal.Empty)]
    [InlineData("NIK;Nama;Tanggal lahir", ImportRefusal.Empty)]
    [InlineData("NIK;Nama;Umur\n1;2;3", ImportRefusal.MissingColumn)]
    [InlineData("NIK;Nama;Tanggal lahir;Nama lengkap\n1;2;3;4", ImportRefusal.DoubleColumn)]
    [InlineData("PK\u0003\u0004xl/worksheets;;;", ImportRefusal.NotText)]
    [InlineData("NIK;Nama;Tanggal lahir\n1;\"Siti;2008-12-31\n2;Budi;2008-12-31", ImportRefusal.OpenQuote)]
    public async Task File_that_is_no_list_is_refused_whole(string text, string refusal)
    {
        var import = await bot.ImportAsync(Encoding.UTF8.GetBytes(text));
        (import.Phase, import.Refusal).ShouldBe((ImportPhase.Refused, refusal));
    }

    [Fact]
    public async Task Endless_value_is_refused_without_reading_on()
    {
        var rows = Enumerable.Range(0, 5_000).Select(_ => Row(NewNik())).Prepend("1;\"Siti;2008-12-31");
        var import = await bot.ImportAsync(File([.. rows]));
        (import.Phase, import.Refusal, import.RefusalLine).ShouldBe((ImportPhase.Refused, ImportRefusal.OpenQuote, 2));
    }

    [Fact]
    public async Task Numbers_that_a_spreadsheet_rounded_are_noticed()
    {
        var rows = Enumerable.Range(0, 300).Select(number => Row($"367201{1 + (number / 10):00}0108{9900 + (number % 10 * 10)}"));
        var import = await bot.ImportAsync(File([.. rows]));
        (import.Phase, import.Refusal).ShouldBe((ImportPhase.Refused, ImportRefusal.RoundedNumbers));
    }

    private async Task<string> NameAsync(string nik) =>
        bot.Services.Need<PersonalDataCipher>().DecryptText((await bot.PersonAsync(nik)).ShouldNotBeNull().NameEnc);
}
