using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Casework.Deadlines;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Messaging.Media;
using Dukcapil.Bot.Core.Messaging.Records;
using Dukcapil.Bot.Core.Staff;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Dialogs.Recognizers;
using Dukcapil.Bot.Web.Pages.Shared;
using Dukcapil.Bot.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dukcapil.Bot.Web.Pages.Cases;

/// <summary>
/// The page of a case. Every button is a post that says what the page showed; afterwards the browser is sent back here, so that
/// reloading never repeats anything. htmx only swaps the panel of the same page.
/// </summary>
[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
public sealed class CaseModel(
    CaseQueries queries, CaseOperations cases, PersonalDataAccess personal, CounterMedia media, MessageSealer sealer,
    BotContentHolder content, RefusalTexts refusals, CaseTiming timing, DeadlineReader deadlines, OfficeClock clock) : PageModel
{
    /// <summary>
    /// Largest request: above the largest photo, so that a large one is refused with a sentence and not by a broken connection.
    /// </summary>
    private const int LargestRequest = 40 * 1024 * 1024;

    /// <summary>Number of the case.</summary>
    [BindProperty(SupportsGet = true)]
    public string Number { get; set; } = "";

    /// <summary>The last line of history that the page showed.</summary>
    [BindProperty(Name = "version")]
    public long Seen { get; set; }

    /// <summary>The case as this officer sees it.</summary>
    public CasePanel Panel { get; private set; } = null!;

    /// <summary>NIK, No. KK and the sponsor's telephone: masked, or in full when that was asked for.</summary>
    public (string? Nik, string? Kk, string? SponsorContact) Numbers { get; private set; }

    /// <summary>Whether <see cref="Numbers"/> are in full.</summary>
    public bool IsRevealed { get; private set; }

    /// <summary>Ready reasons for asking for a paper again: what staff read, and what the resident will.</summary>
    public IEnumerable<(string Shown, string Sent)> ReadyReasons => content.Current.Texts.All
        .Where(text => text.Key.StartsWith("alasan-berkas.", StringComparison.Ordinal))
        .Select(text => (text.Value.Id, text.Value.In(CaseMessages.LanguageOf(Panel.Record))));

    /// <summary>What a message of this case says.</summary>
    public string TextOf(OutboxRecord message) => IdMask.InText(sealer.OpenOutgoing(message.ContentEnc).Text);

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostRevealAsync(string? reason, CancellationToken cancellationToken)
    {
        if (reason is { Length: > PersonalDataAccess.LongestReason }) return BadRequest();
        if (await personal.ReadNumbersAsync(Number, User.Actor(), reason, cancellationToken) is { } numbers)
            (Numbers, IsRevealed) = (numbers, true);
        var shown = await ShowAsync(cancellationToken);
        if (shown is PageResult && Panel.Sight == CaseSight.WithReason && !IsRevealed)
            TempData.Report(Outcome.Refused("alasan-kosong"), "", refusals);
        return shown;
    }

    public Task<IActionResult> OnPostTakeAsync(CancellationToken cancellationToken) =>
        ChangeAsync(CaseRequest.Take(), "Permohonan ini sekarang Anda pegang.", cancellationToken);

    public Task<IActionResult> OnPostTickAsync(string task, bool done, string? step, int? visit, CancellationToken cancellationToken) =>
        ChangeAsync(
            new CaseCommand(done ? CaseRequest.Tick(task) : CaseRequest.Untick(task)) { StepId = step, Visit = visit },
            done ? "Tugas dicentang." : "Centang dibatalkan.",
            cancellationToken);

    public Task<IActionResult> OnPostAcceptAsync(string item, CancellationToken cancellationToken) =>
        ChangeAsync(CaseRequest.Accept(item), "Berkas diterima.", cancellationToken);

    public Task<IActionResult> OnPostAskAgainAsync(string item, string? ready, string? reason, CancellationToken cancellationToken)
    {
        var request = CaseRequest.AskAgain(item, string.IsNullOrWhiteSpace(reason) ? ready : reason.Trim());
        return ChangeAsync(request, "Penduduk diminta mengganti berkas itu.", cancellationToken);
    }

    public Task<IActionResult> OnPostReturnAsync(string step, string? reason, CancellationToken cancellationToken) =>
        ChangeAsync(CaseRequest.ReturnTo(step, reason?.Trim()), "Permohonan dikembalikan.", cancellationToken);

    public Task<IActionResult> OnPostRejectAsync(string? reason, CancellationToken cancellationToken) =>
        ChangeAsync(CaseRequest.Reject(reason?.Trim()), "Permohonan ditolak.", cancellationToken);

    public Task<IActionResult> OnPostHoldAsync(DateOnly until, string? reason, CancellationToken cancellationToken) =>
        ChangeAsync(new CaseCommand(CaseRequest.Hold(reason?.Trim())) { HoldUntil = until }, "Permohonan ditahan.", cancellationToken);

    public Task<IActionResult> OnPostReleaseAsync(CancellationToken cancellationToken) =>
        ChangeAsync(CaseRequest.Release(), "Permohonan dilanjutkan.", cancellationToken);

    public async Task<IActionResult> OnPostHandOverAsync(string? collectedBy, string? collector, CancellationToken cancellationToken)
    {
        if (collector is null || !StaffWords.Collectors.ContainsKey(collector)) return BadRequest();
        var command = new CaseCommand(CaseRequest.HandOver(collectedBy)) { CollectorKind = collector };
        return await ChangeAsync(command, "Hasil diserahkan, permohonan selesai.", cancellationToken);
    }

    public Task<IActionResult> OnPostCloseUncollectedAsync(CancellationToken cancellationToken) =>
        ChangeAsync(CaseRequest.CloseUncollected(), "Permohonan ditutup.", cancellationToken);

    public async Task<IActionResult> OnPostAddFileAsync(string item, IFormFile? file, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        if (file is not null) await file.CopyToAsync(bytes, cancellationToken);
        var (photo, judged) = media.Prepare(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        return photo is null
            ? await ReportAsync(judged, "")
            : await ChangeAsync(new CaseCommand(CaseRequest.AddBerkas(item)) { NewFile = photo }, "Foto ditambahkan.", cancellationToken);
    }

    private Task<IActionResult> ChangeAsync(CaseRequest request, string done, CancellationToken cancellationToken) =>
        ChangeAsync(new CaseCommand(request), done, cancellationToken);

    private async Task<IActionResult> ChangeAsync(CaseCommand command, string done, CancellationToken cancellationToken) =>
        await ReportAsync(await cases.ApplyAsync(command with { Number = Number, Seen = Seen }, User.Actor(), cancellationToken), done);

    private async Task<IActionResult> ReportAsync(Outcome outcome, string done)
    {
        TempData.Report(outcome, done, refusals);
        var here = $"/kasus/{Uri.EscapeDataString(Number)}";
        if (!Request.Headers.ContainsKey("HX-Request")) return LocalRedirect(here);
        // One round trip instead of two: the answer is the panel to which htmx would be redirected.
        Response.Headers["HX-Replace-Url"] = here;
        return await ShowAsync(HttpContext.RequestAborted);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(Number, cancellationToken) is not { } view) return NotFound();
        await personal.NoteLookAsync(view.Record.Id, User.Actor(), cancellationToken);
        var clocks = view.Record.IsClosed ? CaseClocks.None : timing.Of(view.Record, view.Alur);
        var hasReason = view.Record.IsClosed && await personal.HasReasonAsync(view.Record.Id, User.Actor(), cancellationToken);
        Panel = new CasePanel(view, User.Actor(), clock) { Deadlines = deadlines.Stand(clocks), HasReason = hasReason };
        if (IsRevealed) return Page();
        var (nik, kk) = personal.Masked(view.Record);
        Numbers = (nik, kk, view.Record.SponsorContactEnc is null ? null : "********");
        return Page();
    }
}
