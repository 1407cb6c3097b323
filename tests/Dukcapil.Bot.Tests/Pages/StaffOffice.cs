using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Messaging;
using Dukcapil.Bot.Core.Messaging.Records;
using Dukcapil.Bot.Core.Staff;
using Dukcapil.Bot.Tests.Fixtures;
using Dukcapil.Bot.Tests.Pages;
using Dukcapil.Bot.Web.Startup;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(StaffOffice.Server))]

namespace Dukcapil.Bot.Tests.Pages;

/// <summary>A running host with its own database, a demo account for each desk, and cases made at the counter.</summary>
public sealed class StaffOffice(StaffOffice.Server server) : IAsyncLifetime
{
    private static readonly string Key = Convert.ToBase64String(new byte[32]);
    private static int sequence = 100;

    private TestDatabaseCopy? _database;
    private WebApplication? _host;

    private WebApplication Host => _host ?? throw new InvalidOperationException("The host is not started.");

    public async ValueTask InitializeAsync()
    {
        _database = await server.CreateAsync();
        var builder = BotHost.CreateBuilder(
        [
            "--environment", "Development", "--urls", "http://127.0.0.1:0", "--Simulator:Enabled", "false",
            // Nobody listens there: what these cases tell residents stays on this machine.
            "--Twilio:ApiBaseUrl", "http://127.0.0.1:9",
            "--PersonalData:EncryptionKey", Key, "--PersonalData:SearchKey", Key, "--Logging:LogLevel:Default", "Warning",
        ]);
        _host = BotHost.Build(builder, _database.ConnectionString);
        await Preparation.LoadAsync(_host, TestContext.Current.CancellationToken);
        await _host.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            // Jobs end before their database goes away.
            await _host.StopAsync();
            await _host.DisposeAsync();
        }

        if (_database is not null) await _database.DisposeAsync();
    }

    /// <summary>A browser in which nobody is signed in.</summary>
    public StaffBrowser Browser() => new(new Uri(Host.Urls.First()));

    /// <summary>A browser in which the demo account of a desk is signed in.</summary>
    public async Task<StaffBrowser> SignedInAsync(string userName)
    {
        var browser = Browser();
        (await browser.SignInAsync(userName, DemoStaff.Password)).Status.ShouldBe(302);
        return browser;
    }

    /// <summary>A new walk-in case of a person of its own.</summary>
    public async Task<string> MakeCaseAsync(string alurId = "kk-pindah-datang")
    {
        var alur = Host.Services.GetRequiredService<BotContentHolder>().Current.Alur.Find(alurId)!;
        var number = Interlocked.Increment(ref sequence);
        var submitted = await Host.Services.GetRequiredService<CounterCases>().OpenAsync(
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
        var sealer = Host.Services.GetRequiredService<MessageSealer>();
        var phone = $"whatsapp:+6281200{number.Replace("-", "", StringComparison.Ordinal)}";
        var address = new AddressRecord { ValueEnc = sealer.SealText(phone), ValueHash = sealer.HashAddress(phone), Language = "id", CreatedAt = TimeProvider.System.GetUtcNow() };
        data.Addresses.Add(address);
        await data.SaveChangesAsync();
        return await data.Cases.Where(record => record.Number == number).ExecuteUpdateAsync(set => set.SetProperty(record => record.AddressId, address.Id));
    });

    /// <summary>Asks the database.</summary>
    public async Task<T> AskAsync<T>(Func<BotDbContext, Task<T>> question)
    {
        await using var data = await Host.Services.GetRequiredService<IDbContextFactory<BotDbContext>>().CreateDbContextAsync();
        return await question(data);
    }

    /// <summary>Works with the accounts.</summary>
    public async Task WithAccountsAsync(Func<StaffAccounts, Task> work)
    {
        await using var scope = Host.Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<StaffAccounts>());
    }

    /// <summary>The PostgreSQL of this test run with the schema in it.</summary>
    public sealed class Server() : TestDatabase(connectionString => Database.MigrateAsync(connectionString, CancellationToken.None));
}
