using Dukcapil.Bot.Core.Reminders.Imports;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dukcapil.Bot.Web.Pages.Reminders.Imports;

/// <summary>What an import did, and the rows it did not take: where and why, never their values.</summary>
[Authorize(Policy = StaffPages.PlanPolicy)]
public sealed class ImportModel(
    ImportList imports, ImportQuestions questions, RejectedRows rejected, OfficeClock clock, RefusalTexts refusals) : PageModel
{
    /// <summary>Key of the import.</summary>
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    /// <summary>Only rows rejected for this reason.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Alasan { get; set; }

    /// <summary>Rows after this one.</summary>
    [BindProperty(SupportsGet = true)]
    public long Setelah { get; set; }

    /// <summary>The import.</summary>
    public ImportLine Line { get; private set; } = null!;

    /// <summary>What has to be answered before the register changes.</summary>
    public IReadOnlyList<ImportQuestion> Questions { get; private set; } = [];

    /// <summary>How often each reason occurs.</summary>
    public IReadOnlyList<(string Code, int Count)> Reasons { get; private set; } = [];

    /// <summary>A page of the rows.</summary>
    public IReadOnlyList<RejectedLine> Rows { get; private set; } = [];

    /// <summary>The row after which the next page begins; null on the last.</summary>
    public long? Next => Rows.Count == RejectedRows.PageSize ? Rows[^1].Id : null;

    /// <summary>An instant in words.</summary>
    public string At(DateTimeOffset instant) => clock.Format(instant);

    /// <summary>What was chosen for a question, to show it again after a refusal; null at first.</summary>
    public string? Chosen(int at) =>
        HttpMethods.IsPost(Request.Method) && Request.Form["jawaban"] is var chosen && at < chosen.Count ? chosen[at] : null;

    public async Task<IActionResult> OnPostAnswerAsync(string[] jawaban, CancellationToken cancellationToken)
    {
        if (await imports.FindAsync(Id, cancellationToken) is not { } line) return NotFound();
        (Line, Questions) = (line, await questions.ListAsync(Id, cancellationToken));
        var answers = Questions.Zip(jawaban).ToDictionary(pair => (pair.First.Kind, pair.First.Value), pair => pair.Second ?? "");
        var outcome = await questions.AnswerAsync(Id, answers, cancellationToken);
        if (outcome.Refusal is { Code: ImportQuestions.Unanswered })
        {
            TempData.Report(outcome, "", refusals);
            return Page();
        }

        TempData.Report(outcome, "Daftar sudah diperbarui.", refusals);
        return LocalRedirect($"/perekaman/impor/{Id}");
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await imports.FindAsync(Id, cancellationToken) is not { } line) return NotFound();
        Line = line;
        if (line.Import.Phase == ImportPhase.Asking) Questions = await questions.ListAsync(Id, cancellationToken);
        if (line.Import.Phase != ImportPhase.Done) return Page();
        Reasons = await rejected.CountAsync(Id, cancellationToken);
        Rows = await rejected.ListAsync(Id, string.IsNullOrEmpty(Alasan) ? null : Alasan, Setelah, cancellationToken);
        return Page();
    }
}
