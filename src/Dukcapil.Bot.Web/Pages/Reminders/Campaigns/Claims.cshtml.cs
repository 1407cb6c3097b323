using Dukcapil.Bot.Core.Reminders.Campaigns;
using Dukcapil.Bot.Core.Staff;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Web.Pages.Shared;
using Dukcapil.Bot.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dukcapil.Bot.Web.Pages.Reminders.Campaigns;

/// <summary>What residents answered to reminders; officers who may look into SIAK confirm it or not.</summary>
[Authorize(Policy = StaffPages.CounterPolicy)]
public sealed class ClaimsModel(ReminderClaims claims, OfficeClock clock, RefusalTexts refusals) : PageModel
{
    /// <summary>The answers that wait, oldest first.</summary>
    public IReadOnlyList<ReminderClaim> Lines { get; private set; } = [];

    /// <summary>The one whose name and NIK are shown in full.</summary>
    public ReminderPerson? Shown { get; private set; }

    /// <summary>Whether the officer may see people in full.</summary>
    public bool MayShow => ViewRights.MaySee(Sight.Person, User.Desk());

    /// <summary>An instant as people read it.</summary>
    public string At(DateTimeOffset instant) => clock.Format(instant);

    public async Task OnGetAsync(CancellationToken cancellationToken) => Lines = await claims.ListOpenAsync(cancellationToken);

    public async Task<IActionResult> OnPostShowAsync(long claim, CancellationToken cancellationToken)
    {
        if (!MayShow) return Forbid();
        Shown = await claims.ReadAsync(claim, User.Actor(), cancellationToken);
        Lines = await claims.ListOpenAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostDecideAsync(long claim, bool benar, CancellationToken cancellationToken)
    {
        var outcome = await claims.DecideAsync(claim, benar, User.Actor(), cancellationToken);
        TempData.Report(
            outcome,
            benar ? "Dibenarkan; orang ini tidak diingatkan lagi." : "Dicatat tidak sesuai; orang ini dapat diingatkan lagi.",
            refusals);
        return LocalRedirect("/kampanye/jawaban");
    }
}
