using Dukcapil.Bot.Web.Jobs;
using Hangfire;
using Hangfire.Client;
using Hangfire.Common;
using Hangfire.PostgreSql;
using Hangfire.Server;
using Hangfire.States;
using Hangfire.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dukcapil.Bot.Tests.Scheduling;

/// <summary>
/// Hangfire's own scheduler and worker as a host runs them, on its storage in PostgreSQL, but woken by the test and with the test's clock.
/// </summary>
internal sealed class JobHost
{
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
    /// <param name="plans">The rows; null for those of the shipped settings.</param>
    public JobHost(string connectionString, IServiceProvider services, TimeProvider time, IClientFilter? watch = null, RecurringJobPlans? plans = null)
    {
        JobSetup.Configure(GlobalConfiguration.Configuration);
        _time = time;
        _storage = JobSetup.NewStorage(connectionString);
        Plans = plans ?? PlansOfSettings();
        var watching = new JobFilterCollection();
        if (watch is not null) watching.Add(watch, int.MaxValue);
        var filters = new JobFilterProviderCollection(JobSetup.Filters(NullLogger<JobGuard>.Instance, time), watching);
        var manager = new RecurringJobManager(_storage, filters, new DefaultTimeZoneResolver(), Now);
        Client = new BackgroundJobClient(_storage, filters);
        Desk = new RecurringJobDesk(Plans, _storage, manager, Client);
        _scheduler = new RecurringJobScheduler(new BackgroundJobFactory(filters), TimeSpan.FromMilliseconds(1), new DefaultTimeZoneResolver(), Now);
        _worker = new Worker([JobSetup.CaseQueue, "default"], new BackgroundJobPerformer(filters, new Activator(services, Plans), TaskScheduler.Default), new BackgroundJobStateChanger(filters));
        var cancel = TestContext.Current.CancellationToken;
        _context = new BackgroundProcessContext($"test-{Guid.NewGuid():n}", _storage, new Dictionary<string, object>(), Guid.NewGuid(), cancel, cancel, cancel);
    }

    /// <summary>The rows.</summary>
    public RecurringJobPlans Plans { get; }

    /// <summary>Plans and starts them.</summary>
    public RecurringJobDesk Desk { get; }

    /// <summary>Writes jobs.</summary>
    public BackgroundJobClient Client { get; }

    /// <summary>Hangfire's storage.</summary>
    public JobStorage Storage => _storage;

    /// <summary>The plans of the shipped settings without the sweeps, which would run every minute.</summary>
    public static RecurringJobPlans PlansOfSettings()
    {
        var never = RecurringJobRows.All.Where(row => row.IsSweep).Select(row => KeyValuePair.Create<string, string?>($"Jobs:{row.Name}:Cron", "0 0 0 31 2 ?"));
        return RecurringJobPlans.Read(new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json")).AddInMemoryCollection(never).Build());
    }

    /// <summary>Looks once for recurring jobs whose time has come.</summary>
    public void Schedule() => _scheduler.Execute(_context);

    /// <summary>When the next recurring job is due.</summary>
    public DateTimeOffset NextDue()
    {
        using var connection = _storage.GetConnection();
        return connection.GetRecurringJobs().Min(job => job.NextExecution) is { } next ? new DateTimeOffset(DateTime.SpecifyKind(next, DateTimeKind.Utc)) : DateTimeOffset.MaxValue;
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

    private DateTime Now() => _time.GetUtcNow().UtcDateTime;

    private sealed class Activator(IServiceProvider services, RecurringJobPlans plans) : JobActivator
    {
        private readonly SweepTurns _turns = new();

        public override object ActivateJob(Type jobType) =>
            jobType == typeof(RecurringJobs) ? ActivatorUtilities.CreateInstance(services, jobType, plans, _turns) : ActivatorUtilities.CreateInstance(services, jobType);
    }
}
