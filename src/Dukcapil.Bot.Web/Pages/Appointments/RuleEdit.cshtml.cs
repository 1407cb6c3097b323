using System.Globalization;
using Dukcapil.Bot.Core.Appointments.Planning;
using Dukcapil.Bot.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Dukcapil.Bot.Web.Pages.Appointments;

/// <summary>
/// How long a visit takes and how many are served at once. Whom a stored rule is for in counters stays; another rule says otherwise.
/// </summary>
public sealed class RuleEditModel(StaffPlan desk, PlanReader plans, RefusalTexts refusals) : PlanEditModel(refusals)
{
    private const string Back = "/jadwal/rencana";

    /// <summary>Key; null for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Id { get; set; }

    /// <summary>All counters.</summary>
    public IReadOnlyList<PlanCounter> Counters { get; private set; } = [];

    /// <summary>The rule as stored; null for a new one.</summary>
    public PlanRule? Stored { get; private set; }

    /// <summary>Minutes as stored.</summary>
    public string Minutes => (Stored?.Minutes ?? 15).ToString(CultureInfo.InvariantCulture);

    /// <summary>Places as stored.</summary>
    public string Capacity => (Stored?.Capacity ?? 1).ToString(CultureInfo.InvariantCulture);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken)) return NotFound();
        var form = new TypedForm(Request.Form);
        var rule = new PlanRule(
            Id ?? 0, Stored is null ? form.Counter() : Stored.CounterId, form.All("layanan"),
            form.Number("menit", "Lama", 5, 240), form.Number("tempat", "Banyaknya orang", 1, 50), form.Ticked("dipakai"));
        return await SubmitAsync(form, command => desk.SaveAsync(command, rule, cancellationToken), "Lama dan tempat disimpan.", Back);
    }

    private async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        var plan = await plans.ReadAsync(cancellationToken);
        Counters = plan.Counters;
        Stored = plan.Rules.FirstOrDefault(rule => rule.Id == Id);
        return Id is null || Stored is not null;
    }
}
