using Dukcapil.Bot.Core.Information.Complaints;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Web.Pages.Shared;
using Dukcapil.Bot.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dukcapil.Bot.Web.Pages.Information;

/// <summary>Complaints by state, those about money first, then the oldest. No text is shown here.</summary>
[Authorize(Policy = StaffPages.CounterPolicy)]
public sealed class ComplaintsModel(ComplaintReader reader, OfficeClock clock) : PageModel
{
    /// <summary>The tab's word; empty for all that are not closed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Keadaan { get; set; }

    /// <summary>The lines.</summary>
    public IReadOnlyList<ComplaintLine> Lines { get; private set; } = [];

    /// <summary>How old a complaint is.</summary>
    public string Age(ComplaintRecord complaint) => StaffWords.Age(clock.Now - complaint.CreatedAt);

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Lines = await reader.ListAsync(
            User.Actor(), ComplaintWords.Tabs.FirstOrDefault(tab => tab.Slug == (Keadaan ?? "")).State, cancellationToken);
}
