using System.Text;
using Dukcapil.Bot.Core.Data.Tables;
using Dukcapil.Bot.Core.Information.Visits;

namespace Dukcapil.Bot.Tests.Information;

/// <summary>Schedules of visits as offices export them.</summary>
public sealed class VisitExportTests
{
    private static readonly DateOnly Today = new(2026, 11, 30);
    private static readonly string[] Heading = ["Kelurahan", "Tanggal", "Mulai", "Selesai", "Tempat", "Jenis"];

    [Theory]
    [InlineData("2026-12-07")]
    [InlineData("7 Desember 2026")]
    [InlineData("07-Des-26")]
    [InlineData("Senin, 7 Desember 2026")]
    [InlineData("7/12/2026 00:00:00")]
    [InlineData("46363")]
    public async Task Day_is_read_by_the_reader_of_all_dates(string day)
    {
        var reading = await ReadAsync(SpreadsheetTemplate.Make(
            [["Jadwal", "", "", "", "", ""], Heading, ["Ciwaduk", day, "09.00", "12.00", "Balai", "rekam"], ["", "", "", "", "", ""]]));
        reading.Rejected.ShouldBeEmpty();
        reading.Plans.ShouldHaveSingleItem().Day.ShouldBe(new DateOnly(2026, 12, 7));
    }

    [Theory]
    [InlineData("windows-1252")]
    [InlineData("utf-16")]
    [InlineData("utf-8")]
    public async Task Encoding_is_found(string name)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        var reading = await ReadAsync([.. encoding.GetPreamble(), .. encoding.GetBytes(
            $"{string.Join(';', Heading)}\nCiwaduk;7-12-2026;09.00;12.00;Café Pojok;rekam\n")]);
        reading.Plans.ShouldHaveSingleItem().Place.ShouldBe("Café Pojok");
    }

    private static async Task<FieldVisitReading> ReadAsync(byte[] file)
    {
        using var content = new MemoryStream(file);
        return FieldVisitFile.Read((await TableText.ReadAsync(content, FieldVisitFile.MostCharacters, CancellationToken.None))!, Today);
    }
}
