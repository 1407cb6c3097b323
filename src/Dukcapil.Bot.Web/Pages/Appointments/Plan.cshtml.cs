using Dukcapil.Bot.Core.Appointments;
using Dukcapil.Bot.Core.Appointments.Planning;
using Dukcapil.Bot.Core.Appointments.Records;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Web.Pages.Queues;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Web.Pages.Appointments;

/// <summary>The office's plan on one page, each part with a way to change it.</summary>
[Authorize(Policy = StaffPages.PlanPolicy)]
public sealed class PlanModel(
    IDbContextFactory<BotDbContext> contexts, PlanReader plans, ServiceNames services, OfficeClock clock) : PageModel
{
    /// <summary>The year whose exceptions are shown; this one when the address names none.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Tahun { get; set; }

    /// <summary>The year that is shown.</summary>
    public int Year => Tahun ?? clock.Today.Year;

    /// <summary>The years to choose from.</summary>
    public IEnumerable<int> Years => Enumerable.Range(clock.Today.Year, 3);

    /// <summary>The plan.</summary>
    public OfficePlan Plan { get; private set; } = null!;

    /// <summary>The rules of booking.</summary>
    public BookingPolicyRecord Policy { get; private set; } = null!;

    /// <summary>The decree of the shown year; null while there is none.</summary>
    public CalendarYearRecord? Decree { get; private set; }

    /// <summary>The exceptions of the shown year.</summary>
    public IEnumerable<CalendarDay> Exceptions => Plan.Calendar.Days.Where(day => day.First.Year <= Year && Year <= day.Last.Year);

    /// <summary>Services in words.</summary>
    public string TitlesOf(IReadOnlyList<string> ids) => ids.Count == 0 ? "Semua layanan" : string.Join(", ", ids.Select(services.TitleOf));

    /// <summary>A counter's name; the whole office for null.</summary>
    public string NameOf(int? counterId) => Plan.Counters.FirstOrDefault(counter => counter.Id == counterId)?.Name ?? "Semua loket";

    /// <summary>Whether a counter has hours of its own on a day of the week.</summary>
    public bool HasOwn(DayOfWeek day, PlanCounter counter) => Plan.Calendar.WeeklyHours(day, counter.Id) != Plan.Calendar.WeeklyHours(day);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        Plan = await plans.ReadAsync(data, cancellationToken);
        Policy = await data.BookingPolicy.AsNoTracking().SingleAsync(cancellationToken);
        Decree = await data.CalendarYears.AsNoTracking().SingleOrDefaultAsync(year => year.Year == Year, cancellationToken);
    }
}
