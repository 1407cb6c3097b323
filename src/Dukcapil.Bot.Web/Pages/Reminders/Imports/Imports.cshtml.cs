using Dukcapil.Bot.Core.Data.Tables;
using Dukcapil.Bot.Core.Reminders.Imports;
using Dukcapil.Bot.Core.Reminders.Register;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Web.Pages.Reminders.Imports;

/// <summary>
/// Imports of the office's lists: the form, how far the running one is, and the last ones. While the browser sends a file it stays on this
/// page, and the panel goes on telling.
/// </summary>
[Authorize(Policy = StaffPages.PlanPolicy)]
public sealed class ImportsModel(
    ImportList imports, ImportBook book, OfficeClock clock, IOptions<RegisterOptions> options, RefusalTexts refusals) : PageModel
{
    private const int Megabyte = 1_048_576;

    /// <summary>The last imports, newest first.</summary>
    public IReadOnlyList<ImportLine> Lines { get; private set; } = [];

    /// <summary>The one that runs; null when none does.</summary>
    public ImportLine? Running => Lines.FirstOrDefault(line => line.Import.IsRunning);

    /// <summary>Largest file, in megabytes.</summary>
    public long LargestMegabytes => options.Value.LargestFile / Megabyte;

    /// <summary>Largest spreadsheet, in megabytes.</summary>
    public static int LargestSpreadsheetMegabytes => TableStream.LargestSpreadsheet / Megabyte;

    /// <summary>An instant in words.</summary>
    public string At(DateTimeOffset instant) => clock.Format(instant);

    public async Task OnGetAsync(CancellationToken cancellationToken) => Lines = await imports.LatestAsync(cancellationToken);

    public async Task<IActionResult> OnPostCancelAsync(long id, CancellationToken cancellationToken)
    {
        TempData.Report(await book.CancelAsync(id, cancellationToken), "Impor sedang dihentikan.", refusals);
        return LocalRedirect("/perekaman/impor");
    }
}
