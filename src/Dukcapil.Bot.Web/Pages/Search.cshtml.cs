using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Web.Pages.Shared;
using Dukcapil.Bot.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dukcapil.Bot.Web.Pages;

/// <summary>
/// Finds cases in any status, and what the office's other codes mean. Every officer may: who stands at the counter asks any of them. What
/// is searched for is posted, and stands sealed in the address of the results, so that Back and reload work without a NIK in an address.
/// </summary>
[OwnPagesOnly]
public sealed class SearchModel(
    CaseQueries queries, PrintedCodes codes, SearchToken tokens, AlurVersions alurs, OfficeClock clock) : PageModel
{
    private const int LastPage = 1000;

    /// <summary>What was typed.</summary>
    [BindProperty]
    public string? Q { get; set; }

    /// <summary>What was typed, sealed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? C { get; set; }

    /// <summary>Page of the result, from 1.</summary>
    [BindProperty(SupportsGet = true)]
    public int Hal { get; set; } = 1;

    /// <summary>What was found, newest first.</summary>
    public IReadOnlyList<CaseLine> Lines { get; private set; } = [];

    /// <summary>Whether there may be another page.</summary>
    public bool HasMore => Lines.Count == CaseQueries.PageSize;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(Q)) return LocalRedirect("/cari");
        return await TargetAsync(Q, cancellationToken) is { } page
            ? LocalRedirect(page)
            : RedirectToPage(new { c = tokens.Seal(User, Q.Trim()) });
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (C is null) return Page();
        Q = tokens.Open(User, C);
        if (Q is null)
        {
            TempData.Refuse("Pencarian itu sudah lama. Silakan cari lagi.");
            return LocalRedirect("/cari");
        }

        if (await TargetAsync(Q, cancellationToken) is { } target) return LocalRedirect(target);
        if (PrintedCodes.IsCode(Q)) return Page();
        Hal = Math.Clamp(Hal, 1, LastPage);
        Lines = await CaseLine.ReadAsync(await queries.SearchAsync(Q, Hal, cancellationToken), alurs, clock, cancellationToken);
        return Page();
    }

    /// <summary>The one page that a code or a case number means.</summary>
    private async Task<string?> TargetAsync(string typed, CancellationToken cancellationToken)
    {
        if (PrintedCodes.IsCode(typed)) return await codes.FindAsync(typed, cancellationToken);
        var meant = CaseNumber.Meant(typed);
        if (meant.Count == 0) return null;
        return await queries.SearchAsync(typed, 1, cancellationToken) is [{ } only] && meant.Contains(only.Number)
            ? $"/kasus/{only.Number}"
            : null;
    }
}
