using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Web.Pages;
using Dukcapil.Bot.Web.Pages.Jobs;
using Dukcapil.Bot.Web.Startup;
using Dukcapil.Bot.Web.Workers;
using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.Common;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Npgsql;

namespace Dukcapil.Bot.Web.Jobs;

/// <summary>Hangfire on the host's PostgreSQL: storage, workers, recurring jobs and the dashboard.</summary>
public static class JobSetup
{
    /// <summary>Queue of jobs that a person at a desk waits for; workers look there first.</summary>
    public const string CaseQueue = "cases";

    /// <summary>Jobs at a time on one host.</summary>
    private const int Workers = 4;

    /// <summary>Connections of workers and of Hangfire's own loops, apart from those of messages and their prepared statements.</summary>
    private const int Connections = 16;

    private static readonly PostgreSqlStorageOptions StorageOptions = new()
    {
        SchemaName = JobSchema.Name,
        // The owner installs the tables when migrating; the host's role may not.
        PrepareSchemaIfNecessary = false,
        // Lease of a job: a worker renews it every fifth of the time. A killed host's job is taken up when it has run out, with the poll
        // within a minute.
        UseSlidingInvisibilityTimeout = true,
        InvisibilityTimeout = TimeSpan.FromSeconds(45),
        // A killed host leaves its locks, which stop recurring jobs until they are this old; a living host holds them for milliseconds.
        DistributedLockTimeout = TimeSpan.FromSeconds(30),
        // Jobs of this host wake its workers at once; the poll is for those of other hosts.
        QueuePollInterval = TimeSpan.FromSeconds(5),
    };

    /// <summary>Registers all of it, and the workers that make jobs of what was committed.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration, string connectionString)
    {
        services.AddSingleton(RecurringJobPlans.Read(configuration));
        services.AddSingleton<SweepTurns>().AddSingleton<StaffRecurringJobs>().AddSingleton<JobBoard>();
        // Registered before AddHangfire, whose own are of the whole process: several hosts of a test run would share them.
        services.AddSingleton<JobStorage>(_ => NewStorage(connectionString));
        services.AddSingleton<JobActivator>(provider => new AspNetCoreJobActivator(provider.GetRequiredService<IServiceScopeFactory>()));
        services.AddSingleton<IJobFilterProvider>(provider => new JobFilterProviderCollection(
            new JobFilterCollection { new AfterStart(provider.GetRequiredService<Readiness>()) },
            Filters(provider.GetRequiredService<ILogger<JobGuard>>(), provider.GetRequiredService<TimeProvider>())));
        services.AddHangfire((provider, hangfire) =>
            Configure(hangfire).UseLogProvider(
                new HangfireLog(provider.GetRequiredService<ILoggerFactory>(), provider.GetRequiredService<DatabaseOutage>())));
        services.AddHangfireServer(options =>
        {
            options.WorkerCount = Workers;
            options.Queues = [CaseQueue, "default"];
            options.SchedulePollingInterval = TimeSpan.FromSeconds(1);
        });
        return services.AddHostedService<RecurringJobWorker>().AddHostedService<CaseAdvanceWorker>().AddHostedService<MediaWorker>();
    }

    /// <summary>Hangfire's own page, for administrators alone; no change without the form's token.</summary>
    public static void MapJobDashboard(this IEndpointRouteBuilder app) =>
        app.MapHangfireDashboardWithAuthorizationPolicy(StaffPages.AdminPolicy, "/hangfire", new DashboardOptions
        {
            AppPath = "/pekerjaan",
            DashboardTitle = "Pekerjaan sistem",
            DisplayStorageConnectionString = false,
        });

    /// <summary>Serialisation of jobs: types by name without version, so that waiting jobs survive a new build.</summary>
    public static IGlobalConfiguration Configure(IGlobalConfiguration hangfire) => hangfire
        .SetDataCompatibilityLevel(CompatibilityLevel.Version_180).UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings();

    /// <summary>The storage, as the host's role.</summary>
    public static PostgreSqlStorage NewStorage(string connectionString)
    {
        var own = new NpgsqlConnectionStringBuilder(Database.AppConnection(connectionString))
        {
            MaxPoolSize = Connections,
            ApplicationName = "dukcapil-bot-jobs",
        };
        return new PostgreSqlStorage(new NpgsqlConnectionFactory(own.ConnectionString, StorageOptions), StorageOptions);
    }

    /// <summary>Filters around every job, and those of its attributes.</summary>
    public static JobFilterProviderCollection Filters(ILogger<JobGuard> logger, TimeProvider time) => new(
        new JobFilterCollection { new JobGuard(logger), new RunRecord(time), new StatisticsHistoryAttribute() },
        new JobFilterAttributeFilterProvider());
}
