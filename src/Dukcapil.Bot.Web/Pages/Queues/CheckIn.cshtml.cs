using System.Globalization;
using Dukcapil.Bot.Core.Queues;
using Dukcapil.Bot.Web.Pages.Shared;
using Dukcapil.Bot.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dukcapil.Bot.Web.Pages.Queues;

/// <summary>Notes who has come: by the code of a booking, scanned or typed, by the number of a case, or without either.</summary>
[Authorize(Policy = StaffPages.CounterPolicy)]
public sealed class CheckInModel(Reception reception, ServiceNames services, RefusalTexts refusals) : PageModel
{
    private const string Address = "/loket/hadir";

    /// <summary>What visitors can come for.</summary>
    public IReadOnlyList<(string Id, string Title)> Services => services.All;

    /// <summary>The number just given; null at first.</summary>
    [TempData]
    public string? TicketText { get; set; }

    /// <summary>How that visitor stands in the line, in words.</summary>
    [TempData]
    public string? Standing { get; set; }

    /// <summary>The visit just noted, for its slip.</summary>
    [TempData]
    public string? VisitId { get; set; }

    // Only this page may use the camera; the other headers stay as they are.
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) =>
        Response.Headers["Permissions-Policy"] = "camera=(self), microphone=(), geolocation=()";

    public IActionResult OnGet() => User.MayServe() ? Page() : Forbid();

    public Task<IActionResult> OnPostCodeAsync(string? code, bool priority, CancellationToken cancellationToken) =>
        NoteAsync(() => reception.CheckInAsync(code ?? "", priority, User.Actor(), cancellationToken));

    public Task<IActionResult> OnPostWalkInAsync(string? service, string? number, bool priority, CancellationToken cancellationToken) =>
        NoteAsync(() => reception.WalkInAsync(service ?? "", number, priority, User.Actor(), cancellationToken));

    private async Task<IActionResult> NoteAsync(Func<Task<Outcome<CheckedIn>>> note)
    {
        if (!User.MayServe()) return Forbid();
        var result = await note();
        if (result.Value is var (visit, place))
        {
            TicketText = visit.TicketText;
            VisitId = visit.Id.ToString(CultureInfo.InvariantCulture);
            Standing = place is { } standing
                ? $"{standing.Ahead} orang di depannya.{(standing.Minutes is { } minutes ? $" Perkiraan sekitar {minutes} menit, bukan janji." : "")}"
                : null;
        }

        if (!result.IsDone) TempData.Report(result, "", refusals);
        return LocalRedirect(Address);
    }

    private static string Estimate(int? minutes) => minutes is { } known ? $" Perkiraan sekitar {known} menit, bukan janji." : "";
}
