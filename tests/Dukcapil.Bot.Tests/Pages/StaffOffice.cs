using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Messaging.Records;
using Dukcapil.Bot.Core.Staff;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Bot.Tests.Pages;

/// <summary>A running host with its own database, a demo account for each desk, and cases made at the counter.</summary>
public sealed class StaffOffice(MigratedDatabase databases) : BotApp(databases)
{
    private static int sequence = 100;

    /// <summary>A browser in which nobody is signed in.</summary>
    public StaffBrowser Browser() => new(Address);

    /// <summary>A browser in which the demo account of a desk is signed in.</summary>
    public async Task<StaffBrowser> SignedInAsync(string userName)
    {
        var browser = Browser();
        (await browser.SignInAsync(userName, DemoStaff.Password)).Status.ShouldBe(302);
        return browser;
    }

    /// <summary>A browser in which an account of its own at the petugas' desk is signed in.</summary>
    public async Task<StaffBrowser> HiredAsync(string fullName)
    {
        var userName = $"pegawai-{Interlocked.Increment(ref sequence)}";
        await WithAccountsAsync(async accounts =>
            (await accounts.CreateAsync(new NewStaffMember(userName, fullName, StaffRole.Petugas), DemoStaff.Password)).ShouldBeEmpty());
        return await SignedInAsync(userName);
    }

    /// <summary>A new walk-in case of a person of its own.</summary>
    public async Task<string> MakeCaseAsync(string alurId = "kk-pindah-datang")
    {
        var alur = Services.GetRequiredService<BotContentHolder>().Current.Alur.Find(alurId)!;
        var number = Interlocked.Increment(ref sequence);
        var submitted = await Services.GetRequiredService<CaseIntake>().OpenAsync(
            new NewCase
            {
                Alur = alur,
                Relation = "loket",
                Name = $"Warga {number}",
                Nik = $"367202{number % 28 + 41:00}0592{9900 + number % 100}",
                Answers = alur.Questions.ToDictionary(question => question.Id, question => question.Options[0].Id),
                Berkas = alur.Berkas.ToDictionary(item => item.Id, _ => new NewBerkas([], AtCounter: true)),
            },
            TestContext.Current.CancellationToken);
        submitted.IsNew.ShouldBeTrue();
        return submitted.Number;
    }

    /// <summary>Gives a case a resident who can be told.</summary>
    public Task ConnectPhoneAsync(string number) => AskAsync(async data =>
    {
        var sealer = Services.GetRequiredService<MessageSealer>();
        var phone = $"whatsapp:+6281200{number.Replace("-", "", StringComparison.Ordinal)}";
        var address = new AddressRecord
        {
            ValueEnc = sealer.SealText(phone),
            ValueHash = sealer.HashAddress(phone),
            Language = "id",
            CreatedAt = TimeProvider.System.GetUtcNow(),
        };
        data.Addresses.Add(address);
        await data.SaveChangesAsync();
        return await data.Cases.Where(record => record.Number == number)
            .ExecuteUpdateAsync(set => set.SetProperty(record => record.AddressId, address.Id));
    });

    /// <summary>Asks the database.</summary>
    public async Task<T> AskAsync<T>(Func<BotDbContext, Task<T>> question)
    {
        await using var data = await Services.GetRequiredService<IDbContextFactory<BotDbContext>>().CreateDbContextAsync();
        return await question(data);
    }

    /// <summary>Works with the accounts.</summary>
    public async Task WithAccountsAsync(Func<StaffAccounts, Task> work)
    {
        await using var scope = Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<StaffAccounts>());
    }
}
