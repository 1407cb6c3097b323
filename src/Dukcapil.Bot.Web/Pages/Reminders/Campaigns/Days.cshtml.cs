using Dukcapil.Bot.Core.Reminders.Campaigns;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Web.Pages.Shared;
using Dukcapil.Bot.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dukcapil.Bot.Web.Pages.Reminders.Campaigns;

/// <summary>
/// On which national holidays of the coming year the office writes to many all the same. Heads of section and above decide.
/// </summary>
[Authorize(Policy = StaffPages.PlanPolicy)]
public sealed class DaysModel(QuietDays quiet, OfficeClock clock) : PageModel
{
    /// <summary>The holidays of a year from today.</summary>
    public IReadOnlyList<QuietDay> Days { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Days = await quiet.ListAsync(clock.Today, clock.Today.AddYears(1), cancellationToken);

    public async Task<IActionResult> OnPostAsync(DateOnly hari, bool boleh, CancellationToken cancellationToken)
    {
        if (!User.SeesAllDesks()) return Forbid();
        await quiet.SetAsync(hari, boleh, User.Actor().Id, cancellationToken);
        TempData.Say(boleh ? "Pada hari itu boleh dikirim." : "Pada hari itu tidak ada pengiriman.");
        return LocalRedirect("/kampanye/hari");
    }
}
