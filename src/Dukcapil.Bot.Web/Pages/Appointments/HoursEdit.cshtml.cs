using Dukcapil.Bot.Core.Appointments.Planning;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Dukcapil.Bot.Web.Pages.Appointments;

/// <summary>The hours of a day of the week: of the office, or of one counter.</summary>
public sealed class HoursEditModel(StaffPlan desk, PlanReader plans, RefusalTexts refusals) : PlanEditModel(refusals)
{
    private const string Back = "/jadwal/rencana";

    /// <summary>The day of the week: 0 is Sunday.</summary>
    [BindProperty(SupportsGet = true)]
    public DayOfWeek Day { get; set; }

    /// <summary>The counter; null for the office.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Untuk { get; set; }

    /// <summary>All counters.</summary>
    public IReadOnlyList<PlanCounter> Counters { get; private set; } = [];

    /// <summary>Whose hours these are, in words.</summary>
    public string Owner => Counters.FirstOrDefault(counter => counter.Id == Untuk)?.Name ?? "Seluruh kantor";

    /// <summary>The hours as stored; null when closed.</summary>
    public DayHours? Stored { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken)) return NotFound();
        var form = new TypedForm(Request.Form);
        var hours = form.Ticked("libur") ? null : form.Hours();
        return await SubmitAsync(
            form, command => desk.SaveAsync(command, new WeekdayHours(Day, Untuk, hours), cancellationToken),
            $"Jam {AppointmentWords.Weekday(Day)} disimpan.", Back);
    }

    /// <summary>The counter follows the office again.</summary>
    public async Task<IActionResult> OnPostFollowAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken) || Untuk is not { } counter) return NotFound();
        return await SubmitAsync(
            new TypedForm(Request.Form), command => desk.RemoveHoursAsync(command, Day, counter, cancellationToken),
            $"{Owner} mengikuti jam kantor pada hari {AppointmentWords.Weekday(Day)}.", Back);
    }

    private async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        var plan = await plans.ReadAsync(cancellationToken);
        Counters = plan.Counters;
        Stored = plan.Calendar.WeeklyHours(Day, Untuk);
        return Enum.IsDefined(Day) && (Untuk is null || Counters.Any(counter => counter.Id == Untuk));
    }
}
