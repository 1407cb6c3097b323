using Dukcapil.Bot.Core.Reminders.Campaigns;
using Dukcapil.Bot.Core.Reminders.Campaigns.Records;
using Dukcapil.Bot.Core.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Web.Pages.Reminders.Campaigns;

/// <summary>All campaigns and broadcasts, newest first.</summary>
[Authorize(Policy = StaffPages.PlanPolicy)]
public sealed class IndexModel(
    CampaignReader reader, ReminderClaims claims, IOptions<CampaignOptions> options, OfficeClock clock) : PageModel
{
    /// <summary>The campaigns.</summary>
    public IReadOnlyList<CampaignRecord> Lines { get; private set; } = [];

    /// <summary>Answers that wait for an officer.</summary>
    public int OpenClaims { get; private set; }

    /// <summary>The quiet hours in words.</summary>
    public string QuietHours => $"pukul {options.Value.QuietFrom:HH\\.mm}–{options.Value.QuietUntil:HH\\.mm} WIB";

    /// <summary>An instant as people read it.</summary>
    public string At(DateTimeOffset? instant) => instant is { } known ? clock.Format(known) : "–";

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Lines = await reader.ListAsync(cancellationToken);
        OpenClaims = await claims.CountOpenAsync(cancellationToken);
    }
}
