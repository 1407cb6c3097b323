using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Staff;
using Dukcapil.Bot.Load.Hosts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Bot.Load.Desks;

/// <summary>A case whose step needs one more tick.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Number">Its number.</param>
/// <param name="Step">Where it is.</param>
/// <param name="Visit">Which visit to that step.</param>
/// <param name="LastTask">The task that finishes it.</param>
internal sealed record DeskCase(long Id, string Number, string Step, int Visit, string LastTask);

/// <summary>The counter's side before it is measured: an account, and cases with one task left.</summary>
internal sealed class DeskOffice(LoadDatabase database, TimeProvider time) : IAsyncDisposable
{
    /// <summary>The account that all officers of the run use, and its password.</summary>
    public const string Officer = "petugas-uji", Password = "meja-uji-2026-beban";

    private const int AtOnce = 4;
    private readonly ServiceProvider _services = DriverServices.Build(database.HostLogin, time);

    /// <summary>Makes the account.</summary>
    public async Task HireAsync()
    {
        await using var scope = _services.CreateAsyncScope();
        var problems = await scope.ServiceProvider.GetRequiredService<StaffAccounts>()
            .CreateAsync(new NewStaffMember(Officer, "Petugas Uji", StaffRole.Petugas), Password);
        if (problems.Count > 0) throw new InvalidOperationException(problems[0].Description);
    }

    /// <summary>Does all of the first step but its last task, for so many cases.</summary>
    public async Task<IReadOnlyList<DeskCase>> PrepareAsync(int count)
    {
        await using var data = await _services.GetRequiredService<IDbContextFactory<BotDbContext>>().CreateDbContextAsync();
        var officer = await data.Staff.Where(member => member.UserName == Officer).Select(member => member.Id).SingleAsync();
        var by = new StaffActor(officer, StaffRole.Petugas);
        var numbers = await data.Cases.OrderBy(record => record.Id).Select(record => record.Number).Take(count).ToListAsync();
        var prepared = new DeskCase[numbers.Count];
        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = AtOnce };
        await Parallel.ForAsync(0, numbers.Count, atOnce, async (at, _) => prepared[at] = await PrepareAsync(numbers[at], by));
        return prepared;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private async Task<DeskCase> PrepareAsync(string number, StaffActor by)
    {
        var (cases, view) = (_services.GetRequiredService<CaseOperations>(), await ViewAsync(number));
        await DoAsync(CaseRequest.Take());
        foreach (var paper in view.Record.Berkas.Where(paper => paper.Status == BerkasStatus.AtCounter))
            await DoAsync(CaseRequest.Accept(paper.ItemId));
        var tasks = view.Alur.Steps[0].Tasks;
        foreach (var task in tasks.SkipLast(1)) await DoAsync(CaseRequest.Tick(task.Id));
        return new DeskCase(view.Record.Id, number, view.Record.StepId, view.Record.StepVisit, tasks[^1].Id);

        async Task DoAsync(CaseRequest request)
        {
            var command = new CaseCommand(request) { Number = number, Seen = (await ViewAsync(number)).Seen };
            if ((await cases.ApplyAsync(command, by, CancellationToken.None)).Refusal is { } refusal)
                throw new InvalidOperationException($"A case cannot be prepared: {refusal.Code}.");
        }
    }

    private async Task<CaseView> ViewAsync(string number) =>
        (await _services.GetRequiredService<CaseQueries>().FindAsync(number, CancellationToken.None))!;
}
