using System.Globalization;
using Dukcapil.Bot.Core.Time;
using Dukcapil.Bot.Web.Jobs;
using Dukcapil.Bot.Web.Pages.Shared;
using Dukcapil.Bot.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dukcapil.Bot.Web.Pages.Jobs;

/// <summary>The jobs of the system: how their runs have gone, when the next is, what failed, and buttons to run, pause and retry.</summary>
[Authorize(StaffPages.AdminPolicy)]
public sealed class JobsModel(RecurringJobPlans plans, StaffRecurringJobs desk, JobBoard board, OfficeClock clock) : PageModel
{
    /// <summary>The rows of the table, in its order.</summary>
    public IReadOnlyList<JobLine> Lines { get; private set; } = [];

    /// <summary>Jobs that wait for somebody to run them again, newest first.</summary>
    public IReadOnlyList<FailedJob> Failed { get; private set; } = [];

    /// <summary>The last 24 hours.</summary>
    public JobGraph Graph { get; private set; } = null!;

    /// <summary>An instant as people read it.</summary>
    public string At(DateTimeOffset? instant) => instant is { } known ? clock.Format(known) : "–";

    public Task OnGetAsync(CancellationToken cancellationToken) =>
        Task.Run(() => (Lines, Failed, Graph) = (board.Lines(), board.Failed(), board.Graph()), cancellationToken);

    public Task<IActionResult> OnPostRunAsync(string name) =>
        ChangeAsync(name, "Dijalankan. Muat ulang halaman untuk melihat hasilnya.", row => desk.RunNow(row));

    public Task<IActionResult> OnPostPauseAsync(string name) => ChangeAsync(
        name, "Dijeda. Pekerjaan ini tidak berjalan menurut jadwal sampai dilanjutkan.", row => desk.Pause(row, User.FullName()));

    public Task<IActionResult> OnPostResumeAsync(string name) => ChangeAsync(name, "Dilanjutkan menurut jadwal.", desk.Resume);

    public async Task<IActionResult> OnPostRetryAsync(string[] ids, bool all)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var chosen = ids.Where(id => long.TryParse(id, CultureInfo.InvariantCulture, out _)).Take(JobBoard.MostFailed);
        var retried = await Task.Run(() => board.Retry(all ? board.Failed().Select(job => job.Id) : chosen));
        if (retried > 0) TempData.Say($"{retried} pekerjaan dijalankan lagi.");
        else TempData.Refuse("Pilih dahulu pekerjaan yang akan diulangi.");
        return LocalRedirect("/pekerjaan");
    }

    private async Task<IActionResult> ChangeAsync(string name, string done, Action<RecurringJobRow> change)
    {
        if (plans.Find(name) is not { } row) return NotFound();
        await Task.Run(() => change(row));
        TempData.Say(done);
        return LocalRedirect("/pekerjaan");
    }
}
