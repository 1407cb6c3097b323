using CsvHelper;
using Dukcapil.Bot.Core.Data.Tables;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dukcapil.Bot.Web.Pages.Shared;

/// <summary>Ready files to be filled in for each list that the office uploads, with an example that is refused when it is left in:
/// a NIK that nobody can have, a day that is over.</summary>
internal static class ListTemplates
{
    private static readonly string[][] People =
    [
        ["NIK", "Nama", "Tanggal lahir", "Telepon", "Kelurahan", "Kecamatan", "Status", "Status kawin"],
        ["3672013112080000", "CONTOH, HAPUS BARIS INI", "31-12-2008", "081200009901", "Ciwaduk", "Cilegon", "belum", "belum kawin"],
    ];

    private static readonly string[][] Visits =
    [
        ["kelurahan", "kecamatan", "tanggal", "mulai", "selesai", "tempat", "jenis", "catatan", "status"],
        ["Ciwaduk", "Cilegon", "05-01-2026", "09.00", "12.00", "Contoh, hapus baris ini", "perekaman", "Bawa KK", ""],
    ];

    public static void MapListTemplates(this IEndpointRouteBuilder routes)
    {
        Map(routes, "/perekaman/impor", "contoh-belum-perekaman", People);
        Map(routes, "/kunjungan", "contoh-jadwal-keliling", Visits);
    }

    private static void Map(IEndpointRouteBuilder routes, string page, string name, string[][] rows)
    {
        var contentType = SpreadsheetTemplate.ContentType;
        routes.MapGet($"{page}/contoh.xlsx", () => TypedResults.File(SpreadsheetTemplate.Make(rows), contentType, $"{name}.xlsx"))
            .RequireAuthorization(StaffPages.PlanPolicy);
        routes.MapGet($"{page}/contoh.csv", () => Csv(rows, $"{name}.csv")).RequireAuthorization(StaffPages.PlanPolicy);
    }

    private static FileContentHttpResult Csv(string[][] rows, string name)
    {
        using var file = new MemoryStream();
        using (var csv = CsvWriter.Create(file, new CsvWriterOptions { Separator = ';', WriteByteOrderMark = true }, leaveOpen: true))
            foreach (var row in rows) csv.WriteRecord(row);
        return TypedResults.File(file.ToArray(), "text/csv; charset=utf-8", name);
    }
}
