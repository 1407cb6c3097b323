using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dukcapil.Bot.Web.Pages;

/// <summary>
/// Finds cases in any status. Every officer may: who stands at the counter asks any of them. What is searched for travels in the
/// body, never in the address, where proxies and browsers would keep a NIK.
/// </summary>
public sealed class SearchModel(CaseQueries queries, AlurVersions alurs, OfficeClock clock) : PageModel
{
    /// <summary>What was typed.</summary>
    [BindProperty]
    public string? Q { get; set; }

    /// <summary>Page of the result, from 1.</summary>
    [BindProperty]
    public int Hal { get; set; } = 1;

    /// <summary>What was found, newest first.</summary>
    public IReadOnlyList<CaseLine> Lines { get; private set; } = [];

    /// <summary>Whether there may be another page.</summary>
    public bool HasMore => Lines.Count == CaseQueries.PageSize;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(Q)) return Page();
        Hal = Math.Clamp(Hal, 1, 1000);
        var found = await queries.SearchAsync(Q, Hal, cancellation);
        if (Hal == 1 && found is [{ } only] && CaseNumber.Parse(Q) is not null) return LocalRedirect($"/kasus/{only.Number}");
        Lines = await CaseLine.ReadAsync(found, alurs, clock, cancellation);
        return Page();
    }
}
