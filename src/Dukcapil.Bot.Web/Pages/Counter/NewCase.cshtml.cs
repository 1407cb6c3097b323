using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Queues;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Web.Pages.Shared;
using Dukcapil.Bot.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dukcapil.Bot.Web.Pages.Counter;

/// <summary>Enters a walk-in case: first the service, then what its procedure asks. For the desk that receives papers.</summary>
[Authorize(Roles = nameof(StaffRole.Petugas))]
public sealed class NewCaseModel(BotContentHolder content, CaseIntake cases, CounterQueue queue, OfficeClock clock) : PageModel
{
    /// <summary>Id of the chosen procedure; null while none is chosen.</summary>
    [BindProperty(SupportsGet = true)]
    public string? AlurId { get; set; }

    /// <summary>The chosen procedure.</summary>
    public AlurDefinition? Chosen { get; private set; }

    /// <summary>All procedures.</summary>
    public IReadOnlyList<AlurDefinition> All => content.Current.Alur.All;

    /// <summary>Form field to what is wrong with it.</summary>
    public IReadOnlyDictionary<string, string> Problems { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What was typed in a field, to show it again.</summary>
    public string Typed(string field) => HttpMethods.IsPost(Request.Method) ? Request.Form[field].ToString() : "";

    /// <summary>Whether a paper is marked as handed in; at first all are.</summary>
    public bool IsHandedIn(BerkasItem item) =>
        !HttpMethods.IsPost(Request.Method) || Request.Form[CounterForm.PapersField].Contains(item.Id);

    /// <summary>The office's day, the latest birth date that is accepted.</summary>
    public DateOnly Today => clock.Today;

    public IActionResult OnGet() => Choose() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!Choose() || Chosen is null) return NotFound();
        var form = CounterForm.Read(Chosen, Request.Form, content.Current.Texts, clock.Today);
        Problems = form.Problems;
        if (Problems.Count > 0) return Page();

        var submitted = await cases.OpenAsync(form.ToCase(User.Actor()), cancellationToken);
        await queue.LinkCaseAsync(User.Actor(), submitted.Number, cancellationToken);
        if (submitted.IsNew) TempData.Say($"Permohonan {submitted.Number} dibuat.");
        else TempData.Refuse(
            $"Orang ini sudah punya permohonan {Chosen.Title.Id} yang belum selesai, yaitu {submitted.Number}. "
            + "Halaman ini menampilkannya.");
        return LocalRedirect($"/kasus/{submitted.Number}");
    }

    private bool Choose()
    {
        Chosen = AlurId is null ? null : content.Current.Alur.Find(AlurId);
        return AlurId is null || Chosen is not null;
    }
}
