using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Staff;
using Dukcapil.Bot.Tests.Fixtures;

namespace Dukcapil.Bot.Tests.Data;

/// <summary>Cases made without a conversation, and the officers who work on them.</summary>
internal static class NewCases
{
    /// <summary>Submits a request of resident number <paramref name="n"/> with every paper brought to the counter.</summary>
    public static async Task<Submitted> SubmitAsync(this IServiceProvider services, int n, long? address = null)
    {
        var alur = services.Need<BotContentHolder>().Current.Alur.Find("ktp-rusak-hilang").ShouldNotBeNull();
        await using var data = await services.OpenDataAsync();
        await using var transaction = await data.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        var request = new NewCase
        {
            Alur = alur,
            AddressId = address,
            Relation = "sendiri",
            Name = "Budi Santoso",
            Nik = Intake.Nik(n),
            Kk = "3672012503199901",
            Answers = new Dictionary<string, string>(StringComparer.Ordinal) { ["kondisi"] = "hilang", ["nikah"] = "belum" },
            Berkas = alur.Berkas.ToDictionary(item => item.Id, _ => new NewBerkas([], AtCounter: true), StringComparer.Ordinal),
        };
        var submitted = await services.Need<CaseIntake>().SubmitAsync(data, request, TestContext.Current.CancellationToken);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        return submitted;
    }

    /// <summary>An officer with an account of their own.</summary>
    public static async Task<StaffActor> HireAsync(this IServiceProvider services, StaffRole role)
    {
        var member = new StaffMember { Id = Guid.NewGuid(), FullName = "Petugas Uji", Role = role, UserName = $"uji-{Guid.NewGuid():n}" };
        member.NormalizedUserName = member.UserName.ToUpperInvariant();
        await using var data = await services.OpenDataAsync();
        data.Staff.Add(member);
        await data.SaveChangesAsync(TestContext.Current.CancellationToken);
        return new StaffActor(member.Id, role);
    }

    /// <summary>Accepts every paper and ticks every task of the first step: the last tick finishes it.</summary>
    public static async Task FinishFirstStepAsync(this IServiceProvider services, string number, StaffActor by)
    {
        var (cases, queries, cancel) = (services.Need<CaseOperations>(), services.Need<CaseQueries>(), TestContext.Current.CancellationToken);
        async Task<CaseView> ViewAsync() => (await queries.FindAsync(number, cancel)).ShouldNotBeNull();
        async Task DoAsync(CaseRequest request)
        {
            var command = new CaseCommand(request) { Number = number, Seen = (await ViewAsync()).Seen };
            (await cases.ApplyAsync(command, by, cancel)).Refusal.ShouldBeNull();
        }

        await DoAsync(CaseRequest.Take());
        var view = await ViewAsync();
        foreach (var item in view.Record.Berkas.Where(item => item.Status == BerkasStatus.AtCounter))
            await DoAsync(CaseRequest.Accept(item.ItemId));
        foreach (var task in view.Alur.Steps[0].Tasks)
            await DoAsync(CaseRequest.Tick(task.Id));
    }
}
