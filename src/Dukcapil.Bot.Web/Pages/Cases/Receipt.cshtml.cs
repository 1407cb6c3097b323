using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Casework.Records;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Dukcapil.Bot.Web.Pages.Cases;

/// <summary>A tanda terima to print; only one that was given has a page.</summary>
public sealed class ReceiptModel(
    CaseQueries queries, PersonalDataAccess personal, OfficeClock clock, IOptions<OfficeOptions> office) : PageModel
{
    /// <summary>Number of the case.</summary>
    [BindProperty(SupportsGet = true)]
    public string Number { get; set; } = "";

    /// <summary>Which receipt, as in the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    /// <summary>The office that gives it.</summary>
    public OfficeOptions Office => office.Value;

    /// <summary>The receipt.</summary>
    public ReceiptRecord Receipt { get; private set; } = null!;

    /// <summary>The case.</summary>
    public CasePanel Panel { get; private set; } = null!;

    /// <summary>The masked NIK.</summary>
    public string? Nik { get; private set; }

    /// <summary>Whether it is for the hand-over of the result.</summary>
    public bool IsHandover => Receipt.Kind == ReceiptKind.Handover;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (ReceiptKinds.Kind(Slug) is not { } kind
            || await queries.FindAsync(Number, cancellationToken) is not { } view) return NotFound();
        if (view.Receipts.FirstOrDefault(given => given.Kind == kind) is not { } receipt) return NotFound();
        await personal.NoteLookAsync(view.Record.Id, User.Actor(), cancellationToken);
        Receipt = receipt;
        Panel = new CasePanel(view, User.Actor(), clock);
        Nik = personal.Masked(view.Record).Nik;
        return Page();
    }
}
