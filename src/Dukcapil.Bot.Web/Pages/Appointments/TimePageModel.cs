using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dukcapil.Bot.Web.Pages.Appointments;

/// <summary>
/// A page on which an officer gives somebody a time: a day among those with places, then one of its hours (<c>_TimeChoice.cshtml</c>). A
/// pressed day shows the page anew and keeps what was typed.
/// </summary>
[Authorize(Policy = StaffPages.CounterPolicy)]
public abstract class TimePageModel(TimeChooser chooser) : PageModel
{
    /// <summary>The day whose times are shown.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? Hari { get; set; }

    /// <summary>Another day, just pressed.</summary>
    [BindProperty]
    public DateOnly? PilihHari { get; set; }

    /// <summary>The time that was chosen.</summary>
    [BindProperty]
    public string? Mulai { get; set; }

    /// <summary>Days and times; null while there is nothing to give a time for.</summary>
    public TimeChoice? Choice { get; private set; }

    /// <summary>The time that was chosen, or null.</summary>
    protected DateTimeOffset? ChosenTime => TimeChooser.Read(Mulai);

    public Task<IActionResult> OnPostDayAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    /// <summary>Shows the page with what was typed.</summary>
    protected abstract Task<IActionResult> ShowAsync(CancellationToken cancellationToken);

    /// <summary>Offers the days and times for a service.</summary>
    protected async Task OfferAsync(string service, CancellationToken cancellationToken) =>
        Choice = await chooser.ReadAsync(service, PilihHari ?? Hari, Mulai, cancellationToken);
}
