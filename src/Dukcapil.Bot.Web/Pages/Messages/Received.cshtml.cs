using Dukcapil.Bot.Core.Conversations;
using Dukcapil.Bot.Core.MessageOperations;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Staff;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Web.Pages.Shared;
using Dukcapil.Bot.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dukcapil.Bot.Web.Pages.Messages;

/// <summary>One message from a resident: how its handling went, and what an administrator can do when it is parked.</summary>
[Authorize(StaffPages.MessagesPolicy)]
public sealed class ReceivedModel(
    MessageHistory lives, MessageTexts texts, StaffMessages desk, ResidentEvents residentEvents, InboxQueue queue,
    RefusalTexts refusals, OfficeClock clock)
    : PageModel
{
    /// <summary>Key of the message.</summary>
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    /// <summary>The message.</summary>
    public ReceivedLife Life { get; private set; } = null!;

    /// <summary>What it says; null until asked for.</summary>
    public IncomingContent? Message { get; private set; }

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
        Message = await texts.ReadReceivedAsync(Id, User.Actor(), cancellationToken);
        return await ShowAsync(cancellationToken);
    }

    public Task<IActionResult> OnPostReplayAsync(CancellationToken cancellationToken) =>
        ActAsync("Pesan ditangani lagi. Muat ulang halaman untuk melihat hasilnya.", async by =>
        {
            var residents = await desk.ReplayAsync(Id, by, cancellationToken);
            foreach (var resident in residents) queue.Add(resident);
            return residents.Count > 0 ? Outcome.Done : Outcome.Refused("pesan-tidak-tertahan");
        });

    public Task<IActionResult> OnPostCloseAsync(string? reason, CancellationToken cancellationToken) =>
        ActAsync("Pesan ditutup.", by => desk.CloseReceivedAsync(Id, by, reason, cancellationToken));

    private async Task<IActionResult> ActAsync(string done, Func<Guid, Task<Outcome>> act)
    {
        if (!User.IsAdmin()) return Forbid();
        TempData.Report(await act(User.Actor().Id), done, refusals);
        return LocalRedirect($"/pesan/masuk/{Id}");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (await lives.FindReceivedAsync(Id, cancellationToken) is not { } life) return NotFound();
        Life = life;
        History = new ResidentHistory(life.Line.Resident, await residentEvents.OfAsync(life.Line.AddressId, cancellationToken), clock);
        return Page();
    }
}
