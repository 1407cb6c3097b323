using Dukcapil.Bot.Core.Appointments;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Casework.Records;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Web.Pages.Queues;
using Dukcapil.Bot.Web.Pages.Shared;
using Dukcapil.Bot.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Dukcapil.Bot.Web.Pages.Appointments;

/// <summary>
/// Books for the resident of a case, at the counter or on the telephone. The form carries a key, so that a post sent twice books once.
/// </summary>
public sealed class NewBookingModel(
    StaffBookings desk, CaseQueries cases, TimeChooser chooser, ServiceNames services, OfficeClock clock, RefusalTexts refusals)
    : TimePageModel(chooser)
{
    /// <summary>Number of the case; null while none is named.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Kasus { get; set; }

    /// <summary>What for: the case's service, or collecting the result.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Keperluan { get; set; }

    /// <summary>Names this form.</summary>
    [BindProperty]
    public Guid Kunci { get; set; }

    /// <summary>The case; null while none is found.</summary>
    public CaseRecord? Case { get; private set; }

    /// <summary>For whom, masked.</summary>
    public string? MaskedName => NameMask.Of(Case?.SubjectName);

    /// <summary>What is wrong with the number of the case, or null.</summary>
    public string? CaseProblem { get; private set; }

    /// <summary>What is wrong with the time, or null.</summary>
    public string? TimeProblem { get; private set; }

    /// <summary>What the resident may come for.</summary>
    public IReadOnlyList<(string Id, string Title)> Services =>
        Case is null ? [] : [(Case.AlurId, services.TitleOf(Case.AlurId)), (Service.Collection, services.TitleOf(Service.Collection))];

    /// <summary>What for, as it stands.</summary>
    public string Purpose => Keperluan == Service.Collection ? Service.Collection : Case!.AlurId;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Kunci = Guid.NewGuid();
        return ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken)) return Page();
        if (ChosenTime is { } time)
        {
            var result = await desk.BookAsync(RequestFor(time), User.Actor(), cancellationToken);
            if (result.Value is { } booking)
            {
                TempData.Say($"Janji {booking.Code} dibuat untuk {clock.Format(booking.StartsAt)}.");
                return LocalRedirect($"/jadwal/janji/{booking.Id}");
            }

            TempData.Report(new Outcome(result.Refusal), "", refusals);
        }
        else
        {
            TimeProblem = "Pilih dahulu jamnya.";
        }

        return await ShowAsync(cancellationToken);
    }

    private HoldRequest RequestFor(DateTimeOffset time) => new()
    {
        Service = Purpose,
        StartsAt = time,
        SubjectHash = Case!.SubjectHash!,
        AddressId = Case.AddressId,
        CaseId = Case.Id,
        Key = $"kantor/{Kunci}",
    };

    /// <inheritdoc/>
    protected override async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken)) await OfferAsync(Purpose, cancellationToken);
        return Page();
    }

    private async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(Kasus)) return false;
        var found = CaseNumber.Parse(Kasus) is { } number ? (await cases.FindAsync(number, cancellationToken))?.Record : null;
        CaseProblem = found switch
        {
            null => "Nomor permohonan itu tidak ditemukan. Periksa lagi angkanya.",
            { IsClosed: true } or { SubjectHash: null } => "Permohonan itu sudah berakhir, jadi tidak dapat dibuatkan janji.",
            _ => null,
        };
        Case = CaseProblem is null ? found : null;
        return Case is not null;
    }
}
