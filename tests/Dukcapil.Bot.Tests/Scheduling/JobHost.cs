using Dukcapil.Bot.Web.Jobs;
using Hangfire;
using Hangfire.Client;
using Hangfire.Common;
using Hangfire.PostgreSql;
using Hangfire.Server;
using Hangfire.States;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Dukcapil.Bot.Tests.Scheduling;

/// <summary>
/// Hangfire's own scheduler and worker as a host runs them, on its storage in PostgreSQL, but woken by the test and with the test's clock.
/// </summary>
internal sealed class JobHost
{
    private const string Next = "select min(score) from hangfire.set where key = 'recurring-jobs' and score >= 0";

    private readonly string _connectionString;
    private readonly PostgreSqlStorage _storage;
    private readonly RecurringJobScheduler _scheduler;
    private readonly Worker _worker;
    private readonly BackgroundProcessContext _context;
    private readonly TimeProvider _time;

    /// <summary>Joins a database as a host.</summary>
    /// <param name="connectionString">The database, as its owner.</param>
    /// <param name="services">What the jobs need.</param>
    /// <param name="time">The clock.</param>
    /// <param name="watch">Stands in the way of jobs that would be written; null to write them.</param>
    public JobHost(string connectionString, IServiceProvider services, TimeProvider time, IClientFilter? watch = null)
    {
        JobSetup.Configure(GlobalConfiguration.Configuration);
        (_connectionString, _time) = (connectionString, time);
        _storage = JobSetup.NewStorage(connectionString);
        Plans = PlansOfSettings();
        var watching = new JobFilterCollection();
        if (watch is not null) watching.Add(watch, int.MaxValue);
        var filters = new JobFilterProviderCollection(JobSetup.Filters(NullLogger<JobGuard>.Instance, time), watching);
        var zones = new DefaultTimeZoneResolver();
        var manager = new RecurringJobManager(_storage, filters, zones, Now);
        Client = new BackgroundJobClient(_storage, filters);
        Desk = new StaffRecurringJobs(Plans, _storage, manager, Client);
        _scheduler = new RecurringJobScheduler(new BackgroundJobFactory(filters), TimeSpan.FromMilliseconds(1), zones, Now);
        var performer = new BackgroundJobPerformer(filters, new Activator(services, Plans), TaskScheduler.Default);
        _worker = new Worker([JobSetup.CaseQueue, "default"], performer, new BackgroundJobStateChanger(filters));
        var (cancel, none) = (TestContext.Current.CancellationToken, new Dictionary<string, object>());
        _context = new BackgroundProcessContext($"test-{Guid.NewGuid():n}", _storage, none, Guid.NewGuid(), cancel, cancel, cancel);
    }

    /// <summary>The rows.</summary>
    public RecurringJobPlans Plans { get; }

    /// <summary>Plans and starts them.</summary>
    public StaffRecurringJobs Desk { get; }

    /// <summary>Writes jobs.</summary>
    public BackgroundJobClient Client { get; }

    /// <summary>Hangfire's storage.</summary>
    public JobStorage Storage => _storage;

    /// <summary>The plans of the shipped settings without the sweeps, which would run every minute.</summary>
    public static RecurringJobPlans PlansOfSettings()
    {
        var never = RecurringJobRows.All.Where(row => row.IsSweep)
            .Select(row => KeyValuePair.Create<string, string?>($"Jobs:{row.Name}:Cron", "0 0 0 31 2 ?"));
        var shipped = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"));
        return RecurringJobPlans.Read(shipped.AddInMemoryCollection(never).Build());
    }

    /// <summary>Looks once for recurring jobs whose time has come.</summary>
    public void Schedule() => _scheduler.Execute(_context);

    /// <summary>When the next recurring job is due, as Hangfire orders them.</summary>
    public async Task<DateTimeOffset> NextDueAsync()
    {
        await using var connection = new NpgsqlConnection(_connectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(Next, connection);
        return DateTimeOffset.FromUnixTimeSeconds((long)(double)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!);
    }

    /// <summary>Carries out what waits, also what was postponed until now. Returns how many jobs that were.</summary>
    public int Work()
    {
        using var connection = _storage.GetConnection();
        while (connection.GetFirstByLowestScoreFromSet("schedule", 0, JobHelper.ToTimestamp(Now())) is { } due)
            if (!Client.ChangeState(due, new EnqueuedState(), ScheduledState.StateName)) break;
        var waiting = (int)_storage.GetMonitoringApi().EnqueuedCount("default");
        for (var n = 0; n < waiting; n++) _worker.Execute(_context);
        return waiting;
    }

    /// <summary>Says once of every job that this host has fetched that it lives, if it is time to.</summary>
    public void Beat()
    {
#pragma warning disable CS0618 // The storage has no other name for what a host's server runs beside the workers.
        _storage.GetComponents().Single(part => part.GetType().Name == "PostgreSqlHeartbeatProcess").Execute(_context.StoppingToken);
#pragma warning restore CS0618
    }

    private DateTime Now() => _time.GetUtcNow().UtcDateTime;

    private sealed class Activator(IServiceProvider services, RecurringJobPlans plans) : JobActivator
    {
        private readonly SweepTurns _turns = new();

        public override object ActivateJob(Type jobType) => jobType == typeof(RecurringJobs)
            ? ActivatorUtilities.CreateInstance(services, jobType, plans, _turns)
            : ActivatorUtilities.CreateInstance(services, jobType);
    }
}
