using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Queues;
using Dukcapil.Bot.Core.Queues.Records;
using Dukcapil.Bot.Core.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Web.Pages.Queues;

/// <summary>Printed queue number for a visitor without WhatsApp. It holds no name, because others may see the slip.</summary>
[Authorize(Policy = StaffPages.CounterPolicy)]
public sealed class SlipModel(
    IDbContextFactory<BotDbContext> contexts, ServiceNames services, OfficeClock clock, IOptions<OfficeOptions> office) : PageModel
{
    /// <summary>Name of the office.</summary>
    public string Office => office.Value.Name;

    /// <summary>The visit.</summary>
    public VisitRecord Visit { get; private set; } = null!;

    /// <summary>What the visitor comes for, in words.</summary>
    public string Title => services.TitleOf(Visit.Service);

    /// <summary>When the visitor came, in words.</summary>
    public string At => clock.Format(Visit.CheckedInAt);

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        if (await data.Visits.AsNoTracking()
            .SingleOrDefaultAsync(visit => visit.Id == id, cancellationToken) is not { } visit) return NotFound();
        Visit = visit;
        return Page();
    }
}
