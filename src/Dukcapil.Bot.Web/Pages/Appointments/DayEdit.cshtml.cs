using Dukcapil.Bot.Core.Appointments.Planning;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Dukcapil.Bot.Web.Pages.Appointments;

/// <summary>A holiday, a closure, other hours or an extra opening.</summary>
public sealed class DayEditModel(StaffPlan desk, PlanReader plans, OfficeClock clock, RefusalTexts refusals) : PlanEditModel(refusals)
{
    private const int LongestLabel = 80;

    /// <summary>Key; null for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Id { get; set; }

    /// <summary>All counters.</summary>
    public IReadOnlyList<PlanCounter> Counters { get; private set; } = [];

    /// <summary>The exception as stored; null for a new one.</summary>
    public CalendarDay? Stored { get; private set; }

    /// <summary>The office's day.</summary>
    public DateOnly Today => clock.Today;

    /// <summary>What it does, as typed or stored.</summary>
    public string Kind => Typed("jenis", (Stored?.Kind ?? CalendarDayKind.Closure).ToString());

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken)) return NotFound();
        var form = new TypedForm(Request.Form);
        var day = Read(form);
        return await SubmitAsync(
            form, command => desk.SaveAsync(command, day, cancellationToken),
            $"{day.Label} disimpan.", $"/jadwal/rencana?tahun={day.First.Year}#libur");
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken) || Stored is not { } day) return NotFound();
        return await SubmitAsync(
            new TypedForm(Request.Form), command => desk.RemoveDayAsync(command, day.Id, cancellationToken),
            $"{day.Label} dihapus dari daftar.", $"/jadwal/rencana?tahun={day.First.Year}#libur");
    }

    private CalendarDay Read(TypedForm form)
    {
        var first = form.Day("mulai", "Hari pertama");
        var last = string.IsNullOrWhiteSpace(Request.Form["sampai"]) ? first : form.Day("sampai", "Hari terakhir");
        if (form.IsSound && last < first) form.Reject("sampai", "Hari terakhir harus sama dengan atau sesudah hari pertama.");
        if (!Enum.TryParse<CalendarDayKind>(Request.Form["jenis"], out var kind) || !Enum.IsDefined(kind))
            form.Reject("jenis", "Pilih jenisnya.");
        var label = form.Text("nama", "Nama", LongestLabel);
        var source = form.Text("dasar", "Dasar", LongestLabel, isOptional: true);
        return new CalendarDay
        {
            Id = Id ?? 0,
            First = first,
            Last = last,
            Kind = kind,
            Label = label,
            CounterId = form.Counter(),
            Weekdays = AppointmentWords.Week.Where(day => form.All("hari").Contains(day.ToString())).ToList(),
            Hours = kind is CalendarDayKind.SpecialHours or CalendarDayKind.Opening ? form.Hours() : null,
            Movable = form.Ticked("bergeser"),
            Source = source.Length == 0 ? null : source,
        };
    }

    private async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        var plan = await plans.ReadAsync(cancellationToken);
        Counters = plan.Counters;
        Stored = plan.Calendar.Days.FirstOrDefault(day => day.Id == Id);
        return Id is null || Stored is not null;
    }
}
