using Dukcapil.Bot.Core.Information.Visits;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Web.Pages.Appointments;
using Dukcapil.Bot.Web.Pages.Shared;
using Dukcapil.Bot.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Dukcapil.Bot.Web.Pages.Information;

/// <summary>
/// A visit to a kelurahan: announce it, move it, call it off. Those who asked are told a few minutes after the last edit.
/// </summary>
[Authorize(Policy = StaffPages.PlanPolicy)]
public sealed class VisitEditModel(
    StaffFieldVisits desk, FieldVisitReader reader, OfficeClock clock, RefusalTexts refusals) : InformationFormModel(refusals)
{
    /// <summary>Key; null for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Id { get; set; }

    /// <summary>The row version that the page showed.</summary>
    [BindProperty]
    public uint Version { get; set; }

    /// <summary>The visit as stored; null for a new one.</summary>
    public FieldVisitRecord? Stored { get; private set; }

    /// <summary>What was changed, oldest first.</summary>
    public IReadOnlyList<(FieldVisitChangeRecord Change, string Staff)> History { get; private set; } = [];

    /// <summary>The day that is proposed for a new visit.</summary>
    public DateOnly Tomorrow => clock.Today.AddDays(1);

    /// <summary>An instant in words.</summary>
    public string At(DateTimeOffset instant) => clock.Format(instant);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken)) return NotFound();
        var form = new TypedForm(Request.Form);
        var plan = Read(form);
        if (form.IsSound && FieldVisitRules.Problems(plan, clock.Today).FirstOrDefault() is { } problem) form.Reject("umum", problem);
        Problems = form.Problems;
        if (!form.IsSound) return Page();
        var outcome = Stored is { } visit
            ? await desk.ChangeAsync(visit.Id, Version, plan, User.Actor(), cancellationToken)
            : await desk.AddAsync(plan, User.Actor(), cancellationToken);
        return After(outcome, "Jadwal disimpan. Yang meminta dikabari beberapa menit lagi.", "/kunjungan");
    }

    public async Task<IActionResult> OnPostCancelAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken) || Stored is not { } visit) return NotFound();
        var plan = new FieldVisitPlan
        {
            Kelurahan = visit.Kelurahan,
            Kind = visit.Kind,
            Day = visit.Day,
            Starts = visit.Starts,
            Ends = visit.Ends,
            Place = visit.Place,
            IsCancelled = true,
        };
        return After(
            await desk.ChangeAsync(visit.Id, Version, plan, User.Actor(), cancellationToken),
            "Jadwal dibatalkan. Yang meminta dikabari beberapa menit lagi.",
            "/kunjungan");
    }

    private FieldVisitPlan Read(TypedForm form)
    {
        if (!Enum.TryParse<FieldVisitKind>(Stored?.Kind.ToString() ?? Request.Form["jenis"], out var kind) || !Enum.IsDefined(kind))
            form.Reject("jenis", "Pilih jenisnya.");
        return new FieldVisitPlan
        {
            Kelurahan = Stored?.Kelurahan ?? form.Text("kelurahan", "Kelurahan", FieldVisitRules.LongestPlace),
            Kind = kind,
            Day = form.Day("tanggal", "Tanggal"),
            Starts = form.Time("mulai", "Jam mulai"),
            Ends = form.Time("selesai", "Jam selesai"),
            Place = form.Text("tempat", "Tempat", FieldVisitRules.LongestPlace),
            Note = form.Text("catatan", "Catatan", FieldVisitRules.LongestNote, isOptional: true) is { Length: > 0 } note ? note : null,
        };
    }

    private async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        if (Id is not { } id) return true;
        Stored = await reader.FindAsync(id, cancellationToken);
        History = await reader.HistoryAsync(id, cancellationToken);
        return Stored is not null;
    }
}
