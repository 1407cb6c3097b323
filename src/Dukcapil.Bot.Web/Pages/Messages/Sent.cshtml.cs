using Dukcapil.Bot.Core.MessageOperations;
using Dukcapil.Bot.Core.Messaging.Provider;
using Dukcapil.Bot.Core.Staff;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Web.Jobs;
using Dukcapil.Bot.Web.Pages.Shared;
using Dukcapil.Bot.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dukcapil.Bot.Web.Pages.Messages;

/// <summary>The life of one message to a resident, and what an administrator can do about it.</summary>
[Authorize(StaffPages.MessagesPolicy)]
public sealed class SentModel(
    MessageHistory lives, MessageTexts texts, StaffMessages desk, ResidentEvents residents, FailureCatalogue failures,
    StaffRecurringJobs jobs, RecurringJobPlans plans, RefusalTexts refusals, OfficeClock clock)
    : PageModel
{
    /// <summary>Key of the message.</summary>
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    /// <summary>The message.</summary>
    public SentLife Life { get; private set; } = null!;

    /// <summary>What it says; null until asked for.</summary>
    public string? Message { get; private set; }

    /// <summary>What the provider's code means.</summary>
    public string? Explanation => Life.ErrorCode is { } code ? failures.For(code).Explanation : null;

    /// <summary>What happened to its resident apart from messages.</summary>
    public ResidentHistory History { get; private set; } = new("", [], clock);

    /// <summary>Whether the officer may read it.</summary>
    public bool MayRead => ViewRights.MaySee(Sight.MessageText, User.Desk());

    /// <summary>An instant as people read it.</summary>
    public string At(DateTimeOffset instant) => clock.Format(instant);

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostReadAsync(CancellationToken cancellationToken)
    {
        if (!MayRead) return Forbid();
        Message = await texts.ReadSentAsync(Id, User.Actor(), cancellationToken);
        return await ShowAsync(cancellationToken);
    }

    public Task<IActionResult> OnPostResendAsync(CancellationToken cancellationToken) =>
        ActAsync("Pesan masuk antrean kirim lagi.", by => desk.ResendAsync(Id, by, cancellationToken));

    public Task<IActionResult> OnPostReconcileAsync(CancellationToken cancellationToken) =>
        ActAsync("Pesan sedang dicocokkan dengan catatan penyedia. Muat ulang halaman untuk melihat hasilnya.", async by =>
        {
            var asked = await desk.AskToReconcileAsync(Id, by, cancellationToken);
            if (asked.IsDone) await Task.Run(() => jobs.RunNow(plans.Find(RecurringJobRows.ReconcileOutbox)!), cancellationToken);
            return asked;
        });

    public Task<IActionResult> OnPostCloseAsync(string? reason, CancellationToken cancellationToken) =>
        ActAsync("Pesan ditutup.", by => desk.CloseSentAsync(Id, by, reason, cancellationToken));

    private async Task<IActionResult> ActAsync(string done, Func<Guid, Task<Outcome>> act)
    {
        if (!User.IsAdmin()) return Forbid();
        TempData.Report(await act(User.Actor().Id), done, refusals);
        return LocalRedirect($"/pesan/{Id}");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (await lives.FindSentAsync(Id, cancellationToken) is not { } life) return NotFound();
        Life = life;
        History = new ResidentHistory(life.Line.Resident, await residents.OfAsync(life.Line.AddressId, cancellationToken), clock);
        return Page();
    }
}
