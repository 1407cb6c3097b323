using System.Globalization;
using Dukcapil.Bot.Core.Messaging.Incidents;
using Dukcapil.Bot.Core.Time;

namespace Dukcapil.Bot.Core.Appointments.Planning;

/// <summary>
/// Warns the office in time that the holidays of the coming year are not entered: its days are not offered until they are.
/// </summary>
public sealed class CalendarWatch(PlanReader plans, IncidentBook incidents, OfficeClock clock)
{
    /// <summary>The decree comes out in September as a rule; from October on a missing one is worth a warning.</summary>
    private const int FirstMonth = 10;

    /// <summary>Opens or closes the incident of each year that matters. Returns the years that are missing.</summary>
    public async Task<IReadOnlyList<int>> RunAsync(CancellationToken cancellationToken)
    {
        var calendar = await plans.RefreshCalendarAsync(cancellationToken);
        var missing = Missing(calendar, clock.Today);
        foreach (var year in (int[])[clock.Today.Year, clock.Today.Year + 1])
        {
            var subject = year.ToString(CultureInfo.InvariantCulture);
            if (calendar.IsDecreed(year))
            {
                await incidents.CloseAsync(IncidentKinds.NoDecree, subject, cancellationToken);
            }
            else if (missing.Contains(year))
            {
                await incidents.OpenAsync(
                    IncidentKinds.NoDecree, subject,
                    $"Hari libur tahun {subject} belum dimasukkan, jadi janji temu pada tahun itu tidak ditawarkan. Masukkan hari libur menurut SKB 3 Menteri, lalu tandai tahun itu sebagai sudah ditetapkan.",
                    cancellationToken);
            }
        }

        return missing;
    }

    /// <summary>The years that should be entered by a day and are not: its own, and from October on the coming one.</summary>
    public static IReadOnlyList<int> Missing(OfficeCalendar calendar, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        int[] years = today.Month >= FirstMonth ? [today.Year, today.Year + 1] : [today.Year];
        return years.Where(year => !calendar.IsDecreed(year)).ToList();
    }
}
