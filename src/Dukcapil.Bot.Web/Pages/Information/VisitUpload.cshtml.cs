using Dukcapil.Bot.Core.Data.Tables;
using Dukcapil.Bot.Core.Information.Visits;
using Dukcapil.Bot.Core.Staff;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Web.Pages.Reminders.Imports;
using Dukcapil.Bot.Web.Pages.Shared;
using Dukcapil.Bot.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dukcapil.Bot.Web.Pages.Information;

/// <summary>
/// Takes over a file of visits in two steps: first everything it would change and every line that cannot be used, then the same text saved.
/// </summary>
[Authorize(Policy = StaffPages.PlanPolicy)]
public sealed class VisitUploadModel(StaffFieldVisits desk, OfficeClock clock, RefusalTexts refusals) : InformationFormModel(refusals)
{
    /// <summary>The text of the file, sent along with the preview.</summary>
    [BindProperty]
    public string? Isi { get; set; }

    /// <summary>What was read; null before a file was chosen.</summary>
    public FieldVisitReading? Reading { get; private set; }

    /// <summary>What it would change; null before a file was chosen.</summary>
    public FieldVisitDiff? Diff { get; private set; }

    // A session that ended at the preview: the same preview again, from what was kept of it, or the file is asked for.
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (HttpContext.Items[typeof(KeptForm)] is not KeptForm kept
            || !kept.Action.Contains("handler=Save", StringComparison.Ordinal)) return Page();
        if (!kept.Fields.TryGetValue("isi", out var text)) return Problem("Pilih berkas sekali lagi.");
        Isi = text[0];
        return await PreviewAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? berkas, CancellationToken cancellationToken)
    {
        if (berkas is { Length: > 0 })
        {
            try
            {
                await using var content = berkas.OpenReadStream();
                Isi = await TableText.ReadAsync(content, FieldVisitFile.MostCharacters, cancellationToken);
            }
            catch (TableException unreadable)
            {
                return Problem(ImportWords.Spreadsheet(unreadable.Problem));
            }
        }

        if (string.IsNullOrWhiteSpace(Isi))
            return Problem(berkas is null ? "Pilih dahulu berkasnya." : "Berkas ini kosong atau terlalu besar.");
        return await PreviewAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancellationToken)
    {
        var reading = FieldVisitFile.Read(Isi ?? "", clock.Today);
        if (reading.Problem is { } problem) return Problem(problem);
        var diff = await desk.ImportAsync(reading.Plans, User.Actor(), isPreview: false, cancellationToken);
        TempData.Say(
            $"{diff.Added.Count} jadwal baru, {diff.Changed.Count} berubah, {diff.Unchanged} sama, "
            + $"{reading.Rejected.Count} baris ditolak.");
        return LocalRedirect("/kunjungan");
    }

    private async Task<IActionResult> PreviewAsync(CancellationToken cancellationToken)
    {
        Reading = FieldVisitFile.Read(Isi!, clock.Today);
        if (Reading.Problem is { } problem) return Problem(problem);
        Diff = await desk.ImportAsync(Reading.Plans, User.Actor(), isPreview: true, cancellationToken);
        return Page();
    }

    private PageResult Problem(string sentence)
    {
        Reading = null;
        Problems = new Dictionary<string, string>(StringComparer.Ordinal) { ["berkas"] = sentence };
        return Page();
    }
}
