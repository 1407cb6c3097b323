using Dukcapil.Bot.Core.Appointments.Planning;
using Dukcapil.Bot.Core.Appointments.Records;
using Dukcapil.Bot.Core.Appointments.Schedules;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Web.Pages.Queues;
using Dukcapil.Bot.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Dukcapil.Bot.Web.Pages.Appointments;

/// <summary>
/// Takes nobody for a span. The button that does it comes only after the page has said who would lose a place, for the very span that is
/// typed.
/// </summary>
public sealed class BlockModel(
    StaffPlan desk, PlanReader plans, ScheduleReader schedule, OfficeClock clock, RefusalTexts refusals) : PlanEditModel(refusals)
{
    private const int LongestReason = 100;

    /// <summary>The day that is proposed.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? Hari { get; set; }

    /// <summary>All counters.</summary>
    public IReadOnlyList<PlanCounter> Counters { get; private set; } = [];

    /// <summary>The blocks that are not over.</summary>
    public IReadOnlyList<(SlotBlockRecord Block, string? Counter)> Blocks { get; private set; } = [];

    /// <summary>The day to begin with.</summary>
    public string Day => AppointmentWords.Iso(Hari ?? clock.Today);

    /// <summary>What was shown in the preview, so that only that is done; null without one.</summary>
    public string? Shown => Preview is null ? null : SpanOf(Request.Form);

    /// <summary>A block's span in words.</summary>
    public string SpanOf(SlotBlockRecord block)
    {
        var (from, until) = (clock.Local(block.StartsAt), clock.Local(block.EndsAt));
        var end = from.Date == until.Date ? "" : $"{AppointmentWords.ShortDay(DateOnly.FromDateTime(until))} ";
        return $"{AppointmentWords.ShortDay(DateOnly.FromDateTime(from))} {QueueWords.Hour(from)} – {end}{QueueWords.Hour(until)}";
    }

    public Task OnGetAsync(CancellationToken cancellationToken) => FindAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await FindAsync(cancellationToken);
        var form = new TypedForm(Request.Form);
        var (day, last) = (form.Day("mulaiHari", "Hari mulai"), form.Day("sampaiHari", "Hari sampai"));
        var (from, until) = (form.Time("mulaiJam", "Jam mulai"), form.Time("sampaiJam", "Jam sampai"));
        var block = new PlanBlock(form.Counter(), day.ToDateTime(from), last.ToDateTime(until), form.Text("sebab", "Sebab", LongestReason));
        if (form.IsSound && block.From >= block.Until) form.Reject("sampaiJam", "Akhirnya harus sesudah mulainya.");
        if (form.IsSound && block.Until <= clock.Local(clock.Now)) form.Reject("sampaiJam", "Rentang itu sudah lewat.");
        if (form.IsSound && !form.Ticked("lihat") && Request.Form["dilihat"] != SpanOf(Request.Form))
            form.Reject("sampaiJam", "Rentangnya berubah. Lihat dahulu siapa yang terdampak.");
        return await SubmitAsync(
            form, command => desk.BlockAsync(command, block, cancellationToken),
            "Waktu itu ditutup.", $"/jadwal?hari={AppointmentWords.Iso(day)}");
    }

    public async Task<IActionResult> OnPostLiftAsync(int block, CancellationToken cancellationToken)
    {
        await FindAsync(cancellationToken);
        return await SubmitAsync(
            new TypedForm(Request.Form), command => desk.UnblockAsync(command, block, cancellationToken),
            "Waktu itu dibuka lagi.", "/jadwal/tutup");
    }

    private static string SpanOf(IFormCollection form) =>
        $"{form["loket"]}|{form["mulaiHari"]} {form["mulaiJam"]}|{form["sampaiHari"]} {form["sampaiJam"]}";

    private async Task FindAsync(CancellationToken cancellationToken)
    {
        Counters = (await plans.ReadAsync(cancellationToken)).Counters;
        Blocks = await schedule.BlocksAsync(cancellationToken);
    }
}
