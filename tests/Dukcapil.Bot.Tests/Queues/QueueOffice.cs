using Dukcapil.Bot.Alur;
using Dukcapil.Bot.Core;
using Dukcapil.Bot.Core.Appointments;
using Dukcapil.Bot.Core.Casework;
using Dukcapil.Bot.Core.Content;
using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Messaging.Provider;
using Dukcapil.Bot.Core.Queues;
using Dukcapil.Bot.Core.Queues.Records;
using Dukcapil.Bot.Tests.Data;
using Dukcapil.Bot.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace Dukcapil.Bot.Tests.Queues;

/// <summary>
/// The services of an office on a database of its own, under a clock that the test moves; they can be made anew as after a restart.
/// </summary>
public sealed class QueueOffice : IAsyncDisposable
{
    /// <summary>Tuesday, 24 November 2026, 08.00 WIB.</summary>
    public static readonly DateTimeOffset Opening = new(2026, 11, 24, 1, 0, 0, TimeSpan.Zero);

    private readonly TestDatabaseCopy _database;
    private ServiceProvider _services;

    private QueueOffice(TestDatabaseCopy database)
    {
        _database = database;
        _services = Build();
    }

    public FakeTimeProvider Time { get; } = new(Opening);

    public IServiceProvider Services => _services;

    public CounterQueue Queue => _services.Need<CounterQueue>();

    public Reception Reception => _services.Need<Reception>();

    public static async Task<QueueOffice> OpenAsync(MigratedDatabase databases)
    {
        var office = new QueueOffice(await databases.CreateAsync());
        await office.LoadAsync();
        return office;
    }

    /// <summary>Everything in memory is gone; the database stays.</summary>
    public async Task RestartAsync()
    {
        await _services.DisposeAsync();
        _services = Build();
        await LoadAsync();
    }

    /// <summary>An officer who sits at a counter.</summary>
    public async Task<StaffActor> SeatAsync(int counterId)
    {
        var officer = await Services.HireAsync(StaffRole.Petugas);
        (await Services.Need<CounterDuties>().ChooseAsync(officer, counterId, Cancel)).Refusal.ShouldBeNull();
        return officer;
    }

    /// <summary>A counter that serves only the named services.</summary>
    public Task<int> AddCounterAsync(string name, params string[] services) =>
        ReadAsync<int>($"insert into counters (name, services) values ('{name}', '{{{string.Join(',', services)}}}') returning id");

    /// <summary>A confirmed booking, as a resident would have made it. Returns its code.</summary>
    public async Task<string> BookAsync(
        DateTimeOffset start, string service = "ktp-rusak-hilang", long? address = null, string state = "Booked")
    {
        var at = start.UtcDateTime.ToString("O");
        var slot = await ReadAsync<long>(
            $"""
            insert into slots (counter_id, rule_id, starts_at, ends_at, services, capacity)
            values (1, 1, '{at}', timestamptz '{at}' + interval '15 minutes', array[]::text[], 50)
            on conflict (counter_id, rule_id, starts_at) do update set capacity = 50 returning id
            """);
        var id = await ReadAsync<long>(
            $"""
            insert into bookings (slot_id, service, address_id, subject_hash, state, created_at, updated_at, actor_kind)
            values ({slot}, '{service}', {(address is null ? "null" : $"{address}")}, sha256(gen_random_uuid()::text::bytea), '{state}',
              '{at}', '{at}', 'resident') returning id
            """);
        return BookingCode.Of(id);
    }

    /// <summary>A resident with WhatsApp.</summary>
    public Task<long> AddAddressAsync() => ReadAsync<long>(
        "insert into addresses (value_enc, value_hash, created_at) values ('x', sha256(gen_random_uuid()::text::bytea), now()) "
        + "returning id");

    /// <summary>Checks somebody in with a code.</summary>
    public async Task<VisitRecord> ArriveAsync(string code, StaffActor by, bool isPriority = false) =>
        Noted(await Reception.CheckInAsync(code, isPriority, by, Cancel));

    /// <summary>Checks somebody in without a booking.</summary>
    public async Task<VisitRecord> WalkInAsync(StaffActor by, string service = "ktp-rusak-hilang", bool isPriority = false) =>
        Noted(await Reception.WalkInAsync(service, null, isPriority, by, Cancel));

    /// <summary>Does something to a visit as the officer who has just looked at the page.</summary>
    public async Task<Outcome> DoAsync(long visitId, StaffActor by, Func<VisitCommand, CancellationToken, Task<Outcome>> act) =>
        await act(await LookAsync(visitId, by), Cancel);

    /// <summary>What a page that an officer opens now sends with its buttons.</summary>
    public async Task<VisitCommand> LookAsync(long visitId, StaffActor by) =>
        new(visitId, await AskAsync(data => data.VisitEvents.Where(line => line.VisitId == visitId).MaxAsync(line => line.Id)), by);

    /// <summary>Calls the next number, which must be there.</summary>
    public async Task<VisitRecord> CallAsync(StaffActor by)
    {
        var (visit, refusal) = await Queue.CallNextAsync(by, Cancel);
        refusal.ShouldBeNull();
        return visit.ShouldNotBeNull();
    }

    public async Task<VisitRecord> FindAsync(long visitId)
    {
        await using var data = await Services.OpenDataAsync();
        return await data.Visits.AsNoTracking().SingleAsync(visit => visit.Id == visitId, Cancel);
    }

    public async Task<T> AskAsync<T>(Func<BotDbContext, Task<T>> question)
    {
        await using var data = await Services.OpenDataAsync();
        return await question(data);
    }

    /// <summary>One value from the database, as its owner.</summary>
    public async Task<T> ReadAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(_database.ConnectionString);
        await connection.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(Cancel))!;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static VisitRecord Noted(Outcome<CheckedIn> result)
    {
        result.Refusal?.Code.ShouldBeNull();
        return result.Value.ShouldNotBeNull().Visit;
    }

    private ServiceProvider Build()
    {
        var settings = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"))
            .AddInMemoryCollection(BotApp.Keys)
            .Build();
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Time);
        services.AddSingleton<IHostEnvironment>(new HostingEnvironment { ContentRootPath = AppContext.BaseDirectory });
        return services.AddDatabase(_ => _database.ConnectionString).AddCore(settings).AddTwilio(settings).BuildServiceProvider();
    }

    private async Task LoadAsync()
    {
        var content = BotContentLoader.Load(
            Path.Combine(AppContext.BaseDirectory, "dialogs"), ContentFeatures.From(new ConfigurationBuilder().Build()));
        _services.Need<BotContentHolder>().Use(content);
        await _services.Need<AlurVersions>().KeepAsync(content.Alur, Cancel);
    }
}
