using Dukcapil.Bot.Core.Appointments.Planning;
using Dukcapil.Bot.Web.Pages.Shared;
using Dukcapil.Bot.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dukcapil.Bot.Web.Pages.Appointments;

/// <summary>
/// A form of the office's plan. The first button only says who would be displaced; the second saves. What cannot be used comes back as it
/// was typed, with a sentence beside the field.
/// </summary>
[Authorize(Policy = StaffPages.PlanPolicy)]
public abstract class PlanEditModel(RefusalTexts refusals) : PageModel
{
    /// <summary>What the edit would do; null while it was not asked.</summary>
    public PlanEffect? Preview { get; private set; }

    /// <summary>Form field to what is wrong with it.</summary>
    public IReadOnlyDictionary<string, string> Problems { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What stands in a field: as typed, else as stored.</summary>
    public string Typed(string field, string? stored) => IsPosted ? Request.Form[field].ToString() : stored ?? "";

    /// <summary>Whether a box of several is ticked: as posted, else as stored.</summary>
    public bool IsTicked(string field, string value, bool stored) => IsPosted ? Request.Form[field].Contains(value) : stored;

    /// <summary>A field of the form with what was typed and what is wrong with it.</summary>
    public FormField Field(string name, string label, string? stored, string type = "text", string? hint = null) =>
        new(name, label, Typed(name, stored), Problems.GetValueOrDefault(name)) { Type = type, Hint = hint };

    private bool IsPosted => HttpMethods.IsPost(Request.Method);

    /// <summary>Previews or saves, as the pressed button says.</summary>
    /// <param name="form">What was typed, read already.</param>
    /// <param name="edit">The edit.</param>
    /// <param name="done">The sentence once it is saved.</param>
    /// <param name="back">Where to go then.</param>
    protected async Task<IActionResult> SubmitAsync(TypedForm form, Func<PlanCommand, Task<Outcome<PlanEffect>>> edit, string done, string back)
    {
        Problems = form.Problems;
        if (!form.IsSound) return Page();
        var isPreview = form.Ticked("lihat");
        var outcome = await edit(new PlanCommand(User.Actor(), isPreview));
        if (outcome.Value is not { } effect)
        {
            TempData.Report(outcome, "", refusals);
            return Page();
        }

        if (isPreview)
        {
            Preview = effect;
            return Page();
        }

        TempData.Say(effect.Displaced.Count == 0 ? done : $"{done} {effect.Displaced.Count} janji perlu dipindahkan.");
        return LocalRedirect(effect.Displaced.Count == 0 ? back : "/jadwal");
    }
}
