using Dukcapil.Bot.Web.Pages.Appointments;
using Dukcapil.Bot.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dukcapil.Bot.Web.Pages.Information;

/// <summary>A form of the pages on information. What cannot be used comes back as it was typed, with a sentence beside the field.</summary>
public abstract class InformationFormModel(RefusalTexts refusals) : PageModel
{
    /// <summary>Form field to what is wrong with it.</summary>
    public IReadOnlyDictionary<string, string> Problems { get; protected set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What stands in a field: as typed, else as stored.</summary>
    public string Typed(string field, string? stored) =>
        IsPosted && Request.Form.ContainsKey(field) ? Request.Form[field].ToString() : stored ?? "";

    /// <summary>Whether a box is ticked: as posted, else as stored.</summary>
    public bool IsTicked(string field, string value, bool stored) => IsPosted ? Request.Form[field].Contains(value) : stored;

    /// <summary>A field of the form with what was typed and what is wrong with it.</summary>
    public FormField Field(string name, string label, string? stored, string type = "text", string? hint = null, int longest = 100) =>
        new(name, label, Typed(name, stored), Problems.GetValueOrDefault(name)) { Type = type, Hint = hint, Longest = longest };

    private bool IsPosted => HttpMethods.IsPost(Request.Method);

    /// <summary>Goes on after an operation: to another page once it is done, back to the form when it was refused.</summary>
    protected IActionResult After(Outcome outcome, string done, string next)
    {
        TempData.Report(outcome, done, refusals);
        return outcome.IsDone ? LocalRedirect(next) : Page();
    }
}
