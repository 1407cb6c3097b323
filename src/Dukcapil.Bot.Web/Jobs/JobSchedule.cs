using Dukcapil.Bot.Core.Data;
using Dukcapil.Bot.Core.Scheduling;
using Dukcapil.Bot.Core.Time;
using Quartz;

namespace Dukcapil.Bot.Web.Jobs;

/// <summary>Lets Quartz wake the rows of <see cref="WorkTable"/>. The store is clustered: on several hosts one is woken.</summary>
internal static class JobSchedule
{
    /// <summary>How often missed runs are looked for.</summary>
    private const string CatchUpCron = "20 0/5 * * * ?";

    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration, string connectionString)
    {
        var table = WorkTable.Read(configuration);
        services.AddSingleton(table);
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.InstanceName = "dukcapil-bot");
            quartz.UsePersistentStore(store =>
            {
                store.UsePostgres(Database.AppConnection(connectionString));
                store.ConfigureStore(options => options.TablePrefix = "quartz.qrtz_");
                store.ProvisionSchema();
                store.UseClustering();
                store.UseExecutionHistory();
            });
            var zone = TimeZoneInfo.FindSystemTimeZoneById(configuration["Office:TimeZone"] ?? new OfficeOptions().TimeZone);
            foreach (var work in table.Rows) Add(quartz, work, zone);
            AddCatchUp(quartz);
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        return services;
    }

    /// <summary>Runs a row now, whatever the ledger says.</summary>
    public static ValueTask RunNowAsync(this IScheduler scheduler, string name, CancellationToken cancellation) =>
        scheduler.TriggerJob(new JobKey(name), new JobDataMap { [ScheduledJob.ByHand] = "ya" }, cancellation);

    private static void Add(IQuartzBuilder quartz, ScheduledWork work, TimeZoneInfo zone)
    {
        var key = new JobKey(work.Name);
        quartz.AddJob<ScheduledJob>(job => job.WithIdentity(key).WithDescription(work.Title).StoreDurably());
        quartz.AddTrigger(trigger => trigger.ForJob(key).WithIdentity(work.Name)
            .WithCronSchedule(work.Cron, plan => plan.InTimeZone(zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)));
        // Soon after the start: a host that starts does not know how long nobody listened, and may come with new content.
        if (work.AtStart)
            quartz.AddTrigger(trigger => trigger.ForJob(key).WithIdentity(work.Name + "AtStart").UsingJobData(ScheduledJob.ByHand, "ya")
                .StartAt(TimeProvider.System.GetUtcNow().AddSeconds(5)));
    }

    private static void AddCatchUp(IQuartzBuilder quartz)
    {
        quartz.AddJob<CatchUp>(job => job.WithIdentity(CatchUp.Key).WithDescription("Menyusulkan pekerjaan yang terlewat").StoreDurably());
        quartz.AddTrigger(trigger => trigger.ForJob(CatchUp.Key).WithIdentity(CatchUp.Key.Name).WithCronSchedule(CatchUpCron));
        quartz.AddTrigger(trigger => trigger.ForJob(CatchUp.Key).WithIdentity(CatchUp.Key.Name + "AtStart")
            .StartAt(TimeProvider.System.GetUtcNow().AddSeconds(10)));
    }
}
