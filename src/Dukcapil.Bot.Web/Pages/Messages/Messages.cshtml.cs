using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Conversations;
using Dukcapil.Bot.Core.MessageOperations;
using Dukcapil.Bot.Core.Messaging.Incidents;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Dialogs.Recognizers;
using Dukcapil.Bot.Web.Pages.Shared;
using Dukcapil.Bot.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dukcapil.Bot.Web.Pages.Messages;

/// <summary>
/// Messages from and to residents: what is wrong now, how many come and go, what waits for a person, and a search. Lists show no
/// texts and no full numbers.
/// </summary>
[Authorize(StaffPages.MessagesPolicy)]
public sealed class MessagesModel(
    MessageLists lists, ResidentEvents residentEvents, StaffMessages desk, Traffic traffic, IncidentBook book, InboxQueue queue,
    OfficeClock clock) : PageModel
{
    /// <summary>Parked messages shown above the list; all of them are in the list.</summary>
    private const int ParkedShown = 10;

    private const int PastShown = 20;

    /// <summary>What is looked for.</summary>
    [BindProperty(SupportsGet = true)]
    public MessageSearch Search { get; set; } = new();

    /// <summary>Incidents that last.</summary>
    public IReadOnlyList<Incident> Incidents { get; private set; } = [];

    /// <summary>Incidents that ended last.</summary>
    public IReadOnlyList<Incident> PastIncidents { get; private set; } = [];

    /// <summary>The last hour.</summary>
    public TrafficChart Chart { get; private set; } = null!;

    /// <summary>How many messages wait for a person.</summary>
    public Attention Attention { get; private set; } = new(0, 0, 0);

    /// <summary>The newest parked messages.</summary>
    public IReadOnlyList<ReceivedLine> Parked { get; private set; } = [];

    /// <summary>Messages to residents that were found.</summary>
    public IReadOnlyList<SentLine> Sent { get; private set; } = [];

    /// <summary>Messages from residents that were found.</summary>
    public IReadOnlyList<ReceivedLine> Received { get; private set; } = [];

    /// <summary>The masked address of the resident that is looked for.</summary>
    public string? Resident { get; private set; }

    /// <summary>Residents whom the office does not answer for a while.</summary>
    public IReadOnlyList<ResidentEvent> Silences { get; private set; } = [];

    /// <summary>What happened to the resident that is looked for.</summary>
    public ResidentHistory History { get; private set; } = new("", [], clock);

    /// <summary>Why nothing can be found; null when the search makes sense.</summary>
    public string? Problem { get; private set; }

    /// <summary>The key after which the next page begins; null on the last page.</summary>
    public long? Next => (Sent.Count, Received.Count) switch
    {
        (MessageLists.PageSize, _) => Sent[^1].Id,
        (_, MessageLists.PageSize) => Received[^1].Id,
        _ => null,
    };

    /// <summary>An instant as people read it.</summary>
    public string At(DateTimeOffset instant) => clock.Format(instant);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Incidents = await book.ListOpenAsync(cancellationToken);
        PastIncidents = await book.ListPastAsync(PastShown, cancellationToken);
        Chart = new TrafficChart(await traffic.ReadAsync(cancellationToken), clock);
        Attention = await lists.CountAttentionAsync(cancellationToken);
        if (Attention.Parked > 0)
            Parked = (await lists.ReceivedAsync(new MessageFilter { Statuses = ["parked"] }, cancellationToken)).Take(ParkedShown).ToList();
        Silences = await residentEvents.SilencesAsync(cancellationToken);
        await SearchAsync(cancellationToken);
    }

    /// <summary>Turns what was typed into an address without a telephone number.</summary>
    public async Task<IActionResult> OnPostSearchAsync(string? telepon, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(telepon))
        {
            if (PhoneReader.Read(telepon).Number is not { } number)
            {
                TempData.Refuse("Nomor telepon itu tidak dapat dibaca. Tulis lengkap, seperti 0812 3456 7890.");
                return LocalRedirect("/pesan");
            }

            Search.Warga = await lists.FindResidentAsync($"whatsapp:{number}", cancellationToken) ?? 0;
        }

        return RedirectToPage("/Messages/Messages", Search.Address());
    }

    public async Task<IActionResult> OnPostReplayAllAsync(CancellationToken cancellationToken)
    {
        if (!User.IsAdmin()) return Forbid();
        var residents = await desk.ReplayAsync(null, User.Actor().Id, cancellationToken);
        foreach (var resident in residents) queue.Add(resident);
        TempData.Say("Semua pesan yang tertahan ditangani lagi.");
        return LocalRedirect("/pesan");
    }

    private async Task SearchAsync(CancellationToken cancellationToken)
    {
        if (Search.Warga is { } resident)
        {
            Resident = await lists.ResidentAsync(resident, cancellationToken);
            History = new ResidentHistory(Resident ?? "", await residentEvents.OfAsync(resident, cancellationToken), clock);
            if (Resident is null) Problem = "Belum pernah ada pesan dari atau untuk penduduk dengan nomor itu.";
        }

        var caseId = string.IsNullOrWhiteSpace(Search.Nomor) ? null : await FindCaseAsync(Search.Nomor, cancellationToken);
        if (Problem is not null) return;
        var filter = Search.Filter(caseId, clock);
        if (Search.IsReceived) Received = await lists.ReceivedAsync(filter, cancellationToken);
        else Sent = await lists.SentAsync(filter, cancellationToken);
    }

    private async Task<long?> FindCaseAsync(string typed, CancellationToken cancellationToken)
    {
        var found = CaseNumber.Parse(typed) is { } number ? await lists.FindCaseAsync(number, cancellationToken) : null;
        if (found is null) Problem = "Tidak ada permohonan dengan nomor itu. Nomor ditulis seperti 26-00417-3.";
        return found;
    }
}
