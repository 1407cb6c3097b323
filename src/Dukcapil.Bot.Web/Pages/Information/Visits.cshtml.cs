using Dukcapil.Bot.Core.Information.Visits;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dukcapil.Bot.Web.Pages.Information;

/// <summary>The visits to kelurahan that are to come. Every officer reads them; those who lead change them.</summary>
public sealed class VisitsModel(FieldVisitReader reader, OfficeClock clock) : PageModel
{
    /// <summary>Code of the kecamatan whose visits are shown; null for all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Kecamatan { get; set; }

    /// <summary>The visits by day.</summary>
    public IReadOnlyList<IGrouping<DateOnly, FieldVisitRecord>> Days { get; private set; } = [];

    /// <summary>How many residents asked to be told, by code of the kelurahan.</summary>
    public IReadOnlyDictionary<string, int> Followers { get; private set; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Whether the viewer may change them.</summary>
    public bool MayEdit => User.MayPlan();

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var (visits, followers) = await reader.ListAsync(clock.Today, cancellationToken);
        Followers = followers;
        Days = visits
            .Where(visit => Kecamatan is not { Length: > 0 } || visit.Kelurahan.StartsWith(Kecamatan + ".", StringComparison.Ordinal))
            .GroupBy(visit => visit.Day).ToList();
    }
}
