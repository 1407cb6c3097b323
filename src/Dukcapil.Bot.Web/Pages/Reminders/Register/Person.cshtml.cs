using Dukcapil.Bot.Core.Reminders.Register;
using Dukcapil.Bot.Core.Staff;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Web.Pages.Shared;
using Dukcapil.Bot.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dukcapil.Bot.Web.Pages.Reminders.Register;

/// <summary>One person of the register: masked, in full on request, and what officers state of them.</summary>
[Authorize(Policy = StaffPages.CounterPolicy)]
public sealed class PersonModel(PeopleReader people, StaffRegister desk, OfficeClock clock, RefusalTexts refusals) : PageModel
{
    /// <summary>Key of the person.</summary>
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    /// <summary>The person.</summary>
    public PersonView Shown { get; private set; } = null!;

    /// <summary>Whether the officer may see everything.</summary>
    public bool MayReveal => ViewRights.MaySee(Sight.Person, User.Desk());

    /// <summary>The statements that make sense now, with the words on their buttons.</summary>
    public IReadOnlyList<(PersonMark Mark, string Words)> Marks =>
    [
        .. Shown.Person.Status == PersonStatus.Unrecorded
            ? new[] { (PersonMark.Recorded, "Sudah perekaman"), (PersonMark.Died, "Meninggal"), (PersonMark.Moved, "Pindah") }
            : [(PersonMark.Unrecorded, "Ternyata belum perekaman")],
        .. Shown.Phone is null
            ? []
            : PhoneMarks.Where(mark => mark.Status != Shown.Person.PhoneStatus).Select(mark => (mark.Mark, mark.Words)),
    ];

    /// <summary>An instant in words.</summary>
    public string At(DateTimeOffset instant) => clock.Format(instant);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => Show(await people.ReadAsync(Id, cancellationToken));

    public async Task<IActionResult> OnPostRevealAsync(CancellationToken cancellationToken) =>
        MayReveal ? Show(await people.RevealAsync(Id, User.Actor(), cancellationToken)) : Forbid();

    public async Task<IActionResult> OnPostMarkAsync(PersonMark mark, uint version, string? alasan, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid) return BadRequest();
        var outcome = await desk.MarkAsync(new PersonCommand(Id, version, User.Actor()), mark, alasan, cancellationToken);
        TempData.Report(outcome, "Sudah dicatat.", refusals);
        return LocalRedirect($"/perekaman/{Id}");
    }

    private static (PersonMark Mark, PhoneStatus Status, string Words)[] PhoneMarks =>
    [
        (PersonMark.PhoneGood, PhoneStatus.Good, "Nomor benar"),
        (PersonMark.PhoneWrong, PhoneStatus.Wrong, "Nomor salah"),
        (PersonMark.PhoneNotMine, PhoneStatus.NotMine, "Nomor orang lain"),
    ];

    private IActionResult Show(PersonView? person)
    {
        if (person is null) return NotFound();
        Shown = person;
        return Page();
    }
}
