using Dukcapil.Bot.Core.Information;
using Dukcapil.Bot.Core.Information.Complaints;
using Dukcapil.Bot.Core.Messaging.Outbox;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Web.Pages.Appointments;
using Dukcapil.Bot.Web.Pages.Shared;
using Dukcapil.Bot.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Dukcapil.Bot.Web.Pages.Information;

/// <summary>
/// One complaint: read it (logged), take it, answer the resident, close it. A post carries the row version that the page showed.
/// </summary>
[Authorize(Policy = StaffPages.CounterPolicy)]
public sealed class ComplaintDetailModel(
    ComplaintReader reader, StaffComplaints desk, ResidentWindows windows, OfficeClock clock, RefusalTexts refusals)
    : InformationFormModel(refusals)
{
    private const int LongestNote = 500;

    /// <summary>Key.</summary>
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    /// <summary>The row version that the page showed.</summary>
    [BindProperty]
    public uint Version { get; set; }

    /// <summary>The complaint with its history.</summary>
    public ComplaintFile Shown { get; private set; } = null!;

    /// <summary>Whether an answer goes out as it is; else an approved template carries it.</summary>
    public bool IsWindowOpen { get; private set; }

    /// <summary>Whether the viewer looks into it.</summary>
    public bool IsMine => Shown.Complaint is { State: ComplaintState.Taken } taken && taken.AssigneeId == User.Actor().Id;

    /// <summary>Whether the viewer may do something now.</summary>
    public bool Can(ComplaintAct act) =>
        ComplaintRules.Machine.Decide(Shown.Complaint.State, act, new(Shown.Complaint.ForHeads, User.Actor().Role)).Refusal is null;

    /// <summary>An instant in words.</summary>
    public string At(DateTimeOffset instant) => clock.Format(instant);

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostTakeAsync(CancellationToken cancellationToken) =>
        await DoneAsync(await desk.TakeAsync(Command, cancellationToken), "Anda menangani pengaduan ini.", cancellationToken);

    public async Task<IActionResult> OnPostAnswerAsync(CancellationToken cancellationToken)
    {
        var form = new TypedForm(Request.Form);
        var text = form.Text("jawaban", "Jawaban", StaffComplaints.LongestAnswer);
        if (PublicText.HoldsPersonalNumber(text)) form.Reject("jawaban", PublicText.PersonalNumberProblem);
        Problems = form.Problems;
        if (!form.IsSound) return await ShowAsync(cancellationToken);
        var outcome = await desk.AnswerAsync(Command, text, cancellationToken);
        return await DoneAsync(outcome, "Jawaban dikirim lewat WhatsApp.", cancellationToken);
    }

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken cancellationToken)
    {
        var form = new TypedForm(Request.Form);
        var note = form.Text("catatan", "Catatan", LongestNote);
        Problems = form.Problems;
        if (!form.IsSound) return await ShowAsync(cancellationToken);
        var outcome = await desk.CloseAsync(Command, note, cancellationToken);
        return await DoneAsync(outcome, "Pengaduan ditutup; penduduk diberi tahu.", cancellationToken);
    }

    private ComplaintCommand Command => new(Id, Version, User.Actor());

    private async Task<IActionResult> DoneAsync(Outcome outcome, string done, CancellationToken cancellationToken)
    {
        if (outcome.Refusal?.Code == ComplaintRefusals.Unknown) return NotFound();
        return outcome.IsDone ? After(outcome, done, $"/pengaduan/{Id}") : await RefusedAsync(outcome, cancellationToken);
    }

    private async Task<IActionResult> RefusedAsync(Outcome outcome, CancellationToken cancellationToken)
    {
        After(outcome, "", "");
        Version = 0;
        return await ShowAsync(cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (await reader.OpenAsync(Id, User.Actor(), cancellationToken) is not { } file) return NotFound();
        Shown = file;
        IsWindowOpen = (await windows.ReadAsync(file.Complaint.AddressId, cancellationToken)).IsOpen(clock.Now);
        return Page();
    }
}
