using Dukcapil.Bot.Core.Queues;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Web.Pages.Queues;

/// <summary>The board for the screen in the lobby, and for phones. Needs no account, since it names nobody.</summary>
[AllowAnonymous]
[EnableRateLimiting(BoardLimit.Reading)]
public sealed class BoardModel(QueueBoard board, OfficeClock clock, IOptions<OfficeOptions> office) : PageModel
{
    /// <summary>Name of the office.</summary>
    public string Office => office.Value.Name;

    /// <summary>The office's day in words.</summary>
    public string Today => OfficeClock.Format(clock.Today);

    /// <summary>The board when the page was opened; the script keeps it up to date.</summary>
    public BoardView View { get; private set; } = new([], [], 0);

    public async Task OnGetAsync(CancellationToken cancellationToken) => View = await board.ReadAsync(cancellationToken);
}
