using Dukcapil.Bot.Core.Appointments.Planning;
using Dukcapil.Bot.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Dukcapil.Bot.Web.Pages.Appointments;

/// <summary>A counter: its name, what it serves, whether it is in use.</summary>
public sealed class CounterEditModel(StaffPlan desk, PlanReader plans, RefusalTexts refusals) : PlanEditModel(refusals)
{
    private const int LongestName = 40;

    /// <summary>Key; null for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Id { get; set; }

    /// <summary>The counter as stored; null for a new one.</summary>
    public PlanCounter? Stored { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } plan) return NotFound();
        var form = new TypedForm(Request.Form);
        var counter = new PlanCounter(Id ?? 0, form.Text("nama", "Nama loket", LongestName), form.All("layanan"), form.Ticked("dipakai"));
        if (plan.Counters.Any(other =>
            other.Id != counter.Id && string.Equals(other.Name, counter.Name, StringComparison.OrdinalIgnoreCase)))
            form.Reject("nama", "Sudah ada loket dengan nama itu.");
        return await SubmitAsync(
            form, command => desk.SaveAsync(command, counter, cancellationToken), $"{counter.Name} disimpan.", "/jadwal/rencana");
    }

    private async Task<OfficePlan?> FindAsync(CancellationToken cancellationToken)
    {
        var plan = await plans.ReadAsync(cancellationToken);
        Stored = plan.Counters.FirstOrDefault(counter => counter.Id == Id);
        return Id is null || Stored is not null ? plan : null;
    }
}
