using CsvHelper;
using Dukcapil.Bot.Core.Reminders.Imports;
using Dukcapil.Bot.Core.Reminders.Imports.Records;
using Dukcapil.Bot.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dukcapil.Bot.Web.Pages.Reminders.Imports;

/// <summary>The rows an import did not take, as a file to put right and import again: the same columns, and why.</summary>
internal static class ImportFiles
{
    /// <summary>Spreadsheets keep 15 digits of a number; a longer one must stay text.</summary>
    private const int RoundedFrom = 16;

    public static void MapRejectedRows(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/perekaman/impor/{id:long}/ditolak.csv", ReadAsync).RequireAuthorization(StaffPages.PlanPolicy);

    private static async Task<Results<PushStreamHttpResult, NotFound>> ReadAsync(
        long id, RejectedRows rejected, HttpContext context, CancellationToken cancellationToken)
    {
        if (await rejected.OpenAsync(id, context.User.Actor(), cancellationToken) is not var (import, rows)) return TypedResults.NotFound();
        return TypedResults.Stream(
            stream => WriteAsync(stream, import, rows, cancellationToken), "text/csv; charset=utf-8", $"ditolak-{id}.csv");
    }

    private static async Task WriteAsync(
        Stream stream, ImportRecord import, IAsyncEnumerable<RejectedRow> rows, CancellationToken cancellationToken)
    {
        // What begins like a formula is marked as text: the file is opened in a spreadsheet, and its values come from elsewhere.
        var options = new CsvWriterOptions { Separator = import.Separator![0], WriteByteOrderMark = true, Injection = CsvInjection.Escape };
        await using var csv = CsvWriter.Create(stream, options, leaveOpen: true);
        await csv.WriteRecordAsync([.. import.Columns, "Baris", "Kolom", "Alasan"], cancellationToken);
        await foreach (var row in rows)
        {
            var line = row.Line.ToString(System.Globalization.CultureInfo.InvariantCulture);
            await csv.WriteRecordAsync(
                [.. row.Values.Select(AsText), line, row.ColumnName ?? "", ImportWords.Rejection(row.Code, row.Detail)], cancellationToken);
        }

        await csv.FlushAsync(cancellationToken);
    }

    private static string AsText(string value) => value.Length >= RoundedFrom && value.All(char.IsAsciiDigit) ? $"'{value}" : value;
}
