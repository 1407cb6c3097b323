using Dukcapil.Bot.Core.Queues;
using Dukcapil.Bot.Core.Queues.Records;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Web.Pages.Shared;
using Dukcapil.Bot.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dukcapil.Bot.Web.Pages.Queues;

/// <summary>
/// The line as an officer at a counter works with it. Every button is a post that names the visit and what the page showed of it; whom to
/// call next is never chosen here.
/// </summary>
[Authorize(Policy = StaffPages.CounterPolicy)]
public sealed class DeskModel(
    QueueOverview overview, QueueStatistics figures, CounterQueue queue, CounterDuties duties, ServiceNames services,
    OfficeClock clock, RefusalTexts refusals) : PageModel
{
    private const string Address = "/loket";

    /// <summary>The visit that is to be changed beside the line.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Pilih { get; set; }

    /// <summary>The visit that a button is about.</summary>
    [BindProperty]
    public long Visit { get; set; }

    /// <summary>The last line of the visit's history that the page showed.</summary>
    [BindProperty]
    public long Version { get; set; }

    /// <summary>Today.</summary>
    public QueueToday Today { get; private set; } = null!;

    /// <summary>Today in figures.</summary>
    public QueueDay Figures { get; private set; } = null!;

    /// <summary>What visitors can come for.</summary>
    public IReadOnlyList<(string Id, string Title)> Services => services.All;

    /// <summary>Whether the officer works at a counter; who leads desks reads.</summary>
    public bool MayServe => User.MayServe();

    /// <summary>The chosen visit, while it can be changed.</summary>
    public VisitLine? Chosen => Pilih is { } id ? Today.Line.Concat(Today.Away).FirstOrDefault(line => line.Visit.Id == id) : null;

    /// <summary>What a visitor comes for, in words.</summary>
    public string TitleOf(VisitRecord visit) => services.TitleOf(visit.Service);

    /// <summary>How long somebody has been here.</summary>
    public string Since(VisitRecord visit) => StaffWords.Age(clock.Now - visit.CheckedInAt);

    /// <summary>A time of today.</summary>
    public string At(DateTimeOffset instant) => QueueWords.Hour(clock.Local(instant));

    /// <summary>Whether a visitor's time has come.</summary>
    public bool IsDue(VisitRecord visit) => visit.DueAt <= clock.Now;

    /// <summary>Whether the officer's counter may call somebody.</summary>
    public bool IsForMe(VisitRecord visit) => Today.Mine?.MayCall(visit.Place) == true;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Today = await overview.ReadAsync(User.Actor(), cancellationToken);
        Figures = await figures.TodayAsync(cancellationToken);
    }

    public Task<IActionResult> OnPostChooseAsync(int counter, CancellationToken cancellationToken) =>
        ReportAsync("Loket Anda hari ini sudah dicatat.", () => duties.ChooseAsync(User.Actor(), counter, cancellationToken));

    public Task<IActionResult> OnPostNextAsync(CancellationToken cancellationToken) => NextAsync(cancellationToken);

    public Task<IActionResult> OnPostRecallAsync(CancellationToken cancellationToken) =>
        ReportAsync("Nomor dipanggil lagi.", () => queue.RecallAsync(Command, cancellationToken));

    /// <summary>The visitor is there: on to the case with its papers, when there is one.</summary>
    public async Task<IActionResult> OnPostServeAsync(CancellationToken cancellationToken)
    {
        if (!MayServe) return Forbid();
        var outcome = await queue.ServeAsync(Command, cancellationToken);
        TempData.Report(outcome, "Selamat melayani.", refusals);
        var current = outcome.IsDone ? (await overview.ReadAsync(User.Actor(), cancellationToken)).Current : null;
        return LocalRedirect(current?.CaseNumber is { } number ? $"/kasus/{number}" : Address);
    }

    public Task<IActionResult> OnPostSkipAsync(CancellationToken cancellationToken) =>
        ReportAsync("Nomor dilewati.", () => queue.SkipAsync(Command, cancellationToken));

    public Task<IActionResult> OnPostTransferAsync(string service, int? counter, CancellationToken cancellationToken) =>
        ReportAsync("Nomor dipindahkan; waktunya tetap.", () => queue.TransferAsync(Command, service, counter, cancellationToken));

    public Task<IActionResult> OnPostLeaveAsync(CancellationToken cancellationToken) =>
        ReportAsync("Dicatat pulang.", () => queue.LeaveAsync(Command, cancellationToken));

    public Task<IActionResult> OnPostReturnAsync(CancellationToken cancellationToken) =>
        ReportAsync("Nomor kembali ke antrean.", () => queue.ReturnAsync(Command, cancellationToken));

    public async Task<IActionResult> OnPostFinishAsync(bool next, CancellationToken cancellationToken)
    {
        if (!MayServe) return Forbid();
        var outcome = await queue.FinishAsync(Command, cancellationToken);
        if (outcome.IsDone && next) return await NextAsync(cancellationToken);
        TempData.Report(outcome, "Kunjungan selesai.", refusals);
        return LocalRedirect(Address);
    }

    private VisitCommand Command => new(Visit, Version, User.Actor());

    private async Task<IActionResult> NextAsync(CancellationToken cancellationToken)
    {
        if (!MayServe) return Forbid();
        var called = await queue.CallNextAsync(User.Actor(), cancellationToken);
        TempData.Report(called, $"Memanggil {called.Value?.TicketText}.", refusals);
        return LocalRedirect(Address);
    }

    private async Task<IActionResult> ReportAsync(string done, Func<Task<Outcome>> operation)
    {
        if (!MayServe) return Forbid();
        TempData.Report(await operation(), done, refusals);
        return LocalRedirect(Address);
    }
}
