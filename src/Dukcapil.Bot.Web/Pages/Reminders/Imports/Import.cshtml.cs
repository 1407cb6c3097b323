using Dukcapil.Bot.Core.Reminders.Imports;
using Dukcapil.Bot.Core.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dukcapil.Bot.Web.Pages.Reminders.Imports;

/// <summary>What an import did, and the rows it did not take: where and why, never their values.</summary>
[Authorize(Policy = StaffPages.PlanPolicy)]
public sealed class ImportModel(ImportList imports, RejectedRows rejected, OfficeClock clock) : PageModel
{
    /// <summary>Key of the import.</summary>
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    /// <summary>Only rows rejected for this reason.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Alasan { get; set; }

    /// <summary>Rows after this one.</summary>
    [BindProperty(SupportsGet = true)]
    public long Setelah { get; set; }

    /// <summary>The import.</summary>
    public ImportLine Line { get; private set; } = null!;

    /// <summary>How often each reason occurs.</summary>
    public IReadOnlyList<(string Code, int Count)> Reasons { get; private set; } = [];

    /// <summary>A page of the rows.</summary>
    public IReadOnlyList<RejectedLine> Rows { get; private set; } = [];

    /// <summary>The row after which the next page begins; null on the last.</summary>
    public long? Next => Rows.Count == RejectedRows.PageSize ? Rows[^1].Id : null;

    /// <summary>An instant in words.</summary>
    public string At(DateTimeOffset instant) => clock.Format(instant);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await imports.FindAsync(Id, cancellation) is not { } line) return NotFound();
        Line = line;
        if (line.Import.Phase != ImportPhase.Done) return Page();
        Reasons = await rejected.CountAsync(Id, cancellation);
        Rows = await rejected.ListAsync(Id, string.IsNullOrEmpty(Alasan) ? null : Alasan, Setelah, cancellation);
        return Page();
    }
}
