using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Staff;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Bot.Tests.Journeys;

/// <summary>Everybody who works at the office, one account for each desk.</summary>
internal sealed class Office
{
    private readonly BotApp _app;
    private readonly IReadOnlyDictionary<StaffRole, StaffActor> _desks;

    private Office(BotApp app, IReadOnlyDictionary<StaffRole, StaffActor> desks) => (_app, _desks) = (app, desks);

    /// <summary>What is done to cases.</summary>
    public CaseOperations Cases => _app.Services.GetRequiredService<CaseOperations>();

    /// <summary>The officer of a desk.</summary>
    public StaffActor this[StaffRole role] => _desks[role];

    /// <summary>Makes the accounts.</summary>
    public static async Task<Office> OpenAsync(BotApp app)
    {
        await using var data = app.OpenData();
        var desks = Enum.GetValues<StaffRole>().ToDictionary(role => role, role => new StaffActor(Guid.NewGuid(), role));
        foreach (var (id, role) in desks.Values)
            data.Staff.Add(new StaffMember
            {
                Id = id,
                UserName = $"uji-{id:N}",
                NormalizedUserName = $"UJI-{id:N}",
                FullName = $"Uji {role}",
                Role = role,
            });
        await data.SaveChangesAsync(TestContext.Current.CancellationToken);
        return new Office(app, desks);
    }

    /// <summary>The page of a case.</summary>
    public async Task<CaseView> ViewAsync(string number) =>
        (await _app.Services.GetRequiredService<CaseQueries>().FindAsync(number, TestContext.Current.CancellationToken)).ShouldNotBeNull();

    /// <summary>Does something as the officer of a desk who has just looked at the page.</summary>
    public async Task<Outcome> TryAsync(string number, StaffRole role, CaseCommand command) => await Cases.ApplyAsync(
        command with { Number = number, Seen = (await ViewAsync(number)).Seen }, this[role], TestContext.Current.CancellationToken);

    /// <summary>Asks for something as the officer of a desk who has just looked at the page.</summary>
    public Task<Outcome> TryAsync(string number, StaffRole role, CaseRequest request) => TryAsync(number, role, new CaseCommand(request));

    /// <summary>Does something that must be allowed.</summary>
    public async Task DoAsync(string number, StaffRole role, CaseCommand command) =>
        (await TryAsync(number, role, command)).Refusal?.Code.ShouldBeNull();

    /// <summary>Asks for something that must be allowed.</summary>
    public Task DoAsync(string number, StaffRole role, CaseRequest request) => DoAsync(number, role, new CaseCommand(request));

    /// <summary>
    /// Takes the case, judges its papers and ticks every task of its step; waits until the job has moved it. At the last step, hands over.
    /// </summary>
    public async Task FinishStepAsync(string number)
    {
        var view = await ViewAsync(number);
        var step = view.Alur.Step(view.Record.StepId)!;
        await DoAsync(number, step.Role, CaseRequest.Take());
        if (step.VerifiesBerkas)
            foreach (var paper in view.Record.Berkas
                .Where(paper => paper.Status is not (BerkasStatus.NotApplicable or BerkasStatus.Accepted)))
                await DoAsync(number, step.Role, CaseRequest.Accept(paper.ItemId));
        foreach (var task in step.Tasks.Where(task => task.Kind != TaskKind.Penyerahan))
            await DoAsync(number, step.Role, CaseRequest.Tick(task.Id));
        if (step == view.Alur.Steps[^1])
            await DoAsync(
                number, step.Role, new CaseCommand(CaseRequest.HandOver("Siti Aminah")) { CollectorKind = CollectorOf(view.Alur) });
        else await SettledAsync(number);
    }

    /// <summary>Refuses a paper with a reason.</summary>
    public async Task RefuseAsync(string number, string itemId, string reason)
    {
        if ((await ViewAsync(number)).Record.Status == CaseStatus.Submitted) await DoAsync(number, StaffRole.Petugas, CaseRequest.Take());
        await DoAsync(number, StaffRole.Petugas, CaseRequest.AskAgain(itemId, reason));
    }

    /// <summary>Waits until the job has nothing left to do with a case.</summary>
    public Task SettledAsync(string number) => Eventually.UntilAsync($"{number} is at a desk", async () =>
    {
        var record = (await ViewAsync(number)).Record;
        return record.Status is not (CaseStatus.Forwarding or CaseStatus.AwaitingResident)
            || (record.Status == CaseStatus.AwaitingResident
                && record.Berkas.Any(paper => paper.Status is BerkasStatus.ReplacementNeeded or BerkasStatus.Missing));
    });

    private static string CollectorOf(AlurDefinition alur) => alur.Recipient == Recipient.Sponsor ? "sponsor" : "penduduk";
}
