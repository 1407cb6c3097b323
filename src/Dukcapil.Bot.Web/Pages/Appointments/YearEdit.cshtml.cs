using Dukcapil.Bot.Core.Appointments;
using Dukcapil.Bot.Core.Appointments.Planning;
using Dukcapil.Bot.Core.Appointments.Records;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Bot.Web.Pages.Appointments;

/// <summary>States by which decree the holidays of a year are fixed; from then on its days are offered.</summary>
public sealed class YearEditModel(
    StaffPlan desk, IDbContextFactory<BotDbContext> contexts, OfficeClock clock, RefusalTexts refusals) : PlanEditModel(refusals)
{
    private const int LongestDecree = 120;
    private const int LongestNote = 200;
    private const int YearsAhead = 2;

    /// <summary>The year.</summary>
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    /// <summary>The decree as stored; null while there is none.</summary>
    public CalendarYearRecord? Stored { get; private set; }

    /// <summary>Whether the statement can be taken back: not while the year runs.</summary>
    public bool MayWithdraw => Stored is not null && Year > clock.Today.Year;

    /// <summary>How many exceptions the year has.</summary>
    public int Days { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken)) return NotFound();
        var form = new TypedForm(Request.Form);
        var decree = form.Text("dasar", "Dasar penetapan", LongestDecree);
        var note = form.Text("catatan", "Catatan", LongestNote, isOptional: true);
        return await SubmitAsync(
            form, command => desk.SaveYearAsync(command, Year, decree, note.Length == 0 ? null : note, cancellationToken),
            $"Hari libur {Year} ditandai sudah ditetapkan.", $"/jadwal/rencana?tahun={Year}#libur");
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken) || Stored is null) return NotFound();
        return await SubmitAsync(
            new TypedForm(Request.Form), command => desk.RemoveYearAsync(command, Year, cancellationToken),
            $"Penetapan hari libur {Year} dicabut; harinya tidak ditawarkan lagi.", $"/jadwal/rencana?tahun={Year}#libur");
    }

    private async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        if (Year < clock.Today.Year || Year > clock.Today.Year + YearsAhead) return false;
        await using var data = await contexts.CreateDbContextAsync(cancellationToken);
        Stored = await data.CalendarYears.AsNoTracking().SingleOrDefaultAsync(year => year.Year == Year, cancellationToken);
        Days = await data.OfficeDays.CountAsync(day => day.FirstDay.Year == Year, cancellationToken);
        return true;
    }
}
